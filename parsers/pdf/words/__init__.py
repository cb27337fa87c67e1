"""Tables of words without upright rules."""
