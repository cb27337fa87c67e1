"""Whose report a document is, and where the bodies in it lie."""
