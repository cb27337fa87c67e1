"""How a text names bodies: their type words, names and places."""
