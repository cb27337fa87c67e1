"""PDF reports: letters and lines from pdfium, tables by their rules or by their alignment."""

from parsers.pdf.document import parse

__all__ = ["parse"]
