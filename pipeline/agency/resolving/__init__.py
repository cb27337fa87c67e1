"""Which body a name is: by its place, by the register, or open."""
