"""What the alignment of text tells: columns, rows, and the numbers in them."""
