"""Every score that a document prints: in tables of all shapes, in lists, in prose."""
