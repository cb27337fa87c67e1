"""Marks of footnotes: small raised figures right behind words or numbers.

They stand on lines of their own between the rows of a table, and would be taken for numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.pdf.text.lines import TextLine

_MARK = re.compile(r"[\d๐-๙]{1,2}\)?$|\*{1,3}$|[a-z]$")
_SMALLER = 0.88
"""Times the type size of what it stands behind that a mark has at most."""
_RAISED = 0.8
"""Times the same by which it stands higher at most."""
_BEHIND = 0.35
"""Times the same that it stands behind its end, or before it, at most."""


def without_marks(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, from top to bottom, without those that are nothing but such marks."""
    return [
        line
        for index, line in enumerate(lines)
        if index + 1 == len(lines)
        or line.size > _SMALLER * lines[index + 1].size
        or not _is_marks(line, lines[index + 1])
    ]


def _is_marks(line: TextLine, below: TextLine) -> bool:
    if not 0 < below.base - line.base < _RAISED * below.size:
        return False
    return all(
        _MARK.match(mark.text.strip())
        and any(abs(mark.box.x0 - piece.box.x1) <= _BEHIND * below.size for piece in below.segments)
        for mark in line.segments
    )
