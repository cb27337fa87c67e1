"""Scores of tables whose rows are items, and what every table of scores is read by."""
