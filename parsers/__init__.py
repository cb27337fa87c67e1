"""Bytes to pages: every reader of a file format, and one model for what they read."""
