"""Word documents: paragraphs with their automatic numbers, tables with their merged cells."""

from parsers.docx.document import parse

__all__ = ["parse"]
