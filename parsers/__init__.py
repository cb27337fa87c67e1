"""Bytes to pages: every reader of a file format, and one model for what they read."""

from parsers.formats import media_type, parse

__all__ = ["media_type", "parse"]
