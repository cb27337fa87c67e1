"""Whether each value stands where the dataset says that it was printed.

Of a PDF, pdfium gives the text inside the stated box of the stated page; of a text file, the
stated line is looked at, and the few under it that one row may run over. The digits must be
those of ``printed``, whatever their script, and nothing else is asked: what the number means is
measured elsewhere. Other formats say a line at best, which no second reader counts alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.columns import Column

Row = Mapping[str, str]
ROOM = 1.0
"""Points that a box may lack on each side."""
REST = 16
"""Lines under the stated one that a row may run over."""
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_OTHER = re.compile(r"[^0-9.]")


def compare_places(reports: Path, scores: Iterable[Row]) -> tuple[Column, list[str]]:
    """Values that stand at their place among those of PDFs and text files; and each that does not,
    a line each."""
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in scores:
        documents[row["document"]].append(row)
    cells, wrong = 0, []
    for name, rows in documents.items():
        for row, text in _texts(reports / name, rows):
            cells += 1
            if _digits(row["printed"]) not in _digits(text):
                where = f"page {row['page']}, line {row['line']}"
                wrong.append(f"{name} «{row['printed']}» is not at {where}: «{text.strip()}»")
    return Column(cells, cells - len(wrong)), wrong


def _digits(text: str) -> str:
    return _OTHER.sub("", text.translate(_ARABIC))


def _texts(path: Path, rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Each row with the text at its place."""
    if path.suffix == ".txt":
        lines = path.read_text(encoding="utf-8").replace("\f", "\n").split("\n")
        for row in rows:
            first = int(row["line"]) - 1
            yield row, "\n".join(lines[first : first + REST])
    elif path.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as document:
            for row in rows:
                if row["method"] == "text-layer":
                    yield row, _inside(document[int(row["page"]) - 1], row)


def _inside(page: Any, row: Row) -> str:
    """The text of a page inside the box of a row, which is of the page as it is shown."""
    x0, top, x1, bottom = (float(row[side]) for side in ("x0", "top", "x1", "bottom"))
    box = (x0 - ROOM, top - ROOM, x1 + ROOM, bottom + ROOM)
    sheet = page.get_textpage()
    try:
        return str(sheet.get_text_bounded(*_unturned(box, page.get_rotation(), *page.get_size())))
    finally:
        sheet.close()
        page.close()


def _unturned(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """Left, bottom, right and top in the page's own space of a box from the shown top left.

    ``width`` and ``height`` are of the page as it is shown.
    """
    x0, top, x1, bottom = box
    if turn == 90:
        return top, x0, bottom, x1
    if turn == 180:
        return width - x1, top, width - x0, bottom
    if turn == 270:
        return height - bottom, width - x1, height - top, width - x0
    return x0, height - bottom, x1, height - top
