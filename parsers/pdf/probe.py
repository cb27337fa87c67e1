"""Open the pages of a PDF one by one and tell each before it is opened.

Run as a process of its own, for a file that has ended another one: its last word is the page
that did. ``python -m parsers.pdf.probe FILE MEBIBYTES``
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from parsers.pdf.headroom import headroom
from parsers.pdf.pdfium.page import open_page


def probe(path: Path) -> None:
    """Open every page of a PDF, each told on its own line before."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for index in range(len(pdf)):
            sys.stdout.write(f"{index + 1}\n")
            sys.stdout.flush()
            with headroom(), open_page(pdf, index):
                pass


if __name__ == "__main__":
    limit = int(sys.argv[2]) * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    probe(Path(sys.argv[1]))
