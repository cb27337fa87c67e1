"""Scores in running text and in lists of lines."""
