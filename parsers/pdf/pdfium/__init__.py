"""What pdfium tells of a page: its characters, objects, pictures and what is drawn."""
