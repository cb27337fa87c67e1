"""Measure how much of generated reports comes out right, and how fast."""
