"""Scores of tables of many bodies."""
