"""What single lines of a table without rules look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.pdf.alignment.columns import is_number
from parsers.pdf.text.lines import Segment, TextLine

_NEAR = 2.2
"""Times the type size that lines of one table may be apart."""
_SEVERAL = 3
"""Numbers of such a row behind its first piece."""
_YEAR = re.compile(r"(?:[2๒][0456๐๔๕๖]|[1๑][9๙])[\d๐-๙]{2}$")
_ORDINAL = re.compile(r"[\d๐-๙]{1,2}[.)]$")


def are_close(above: TextLine, below: TextLine, limit: float = _NEAR) -> bool:
    return below.box.top - above.box.bottom <= limit * max(above.size, below.size)


def shows_numbers(row: Sequence[Segment]) -> bool:
    for segment in row:  # noqa: SIM110 - asked of every line again and again
        if is_value(segment.text):
            return True
    return False


@lru_cache(maxsize=4096)
def is_value(text: str) -> bool:
    """True for a number that is no year, and counts nothing."""
    text = text.strip()
    return is_number(text) and not _YEAR.match(text) and not _ORDINAL.match(text)


def is_bare(line: TextLine) -> bool:
    """True for several numbers with nothing beside them."""
    return len(line.segments) >= _SEVERAL and all(is_number(s.text) for s in line.segments)


def is_heading(line: TextLine) -> bool:
    return len(line.segments) > 1 and not any(is_number(s.text) for s in line.segments)


def values(line: TextLine) -> list[Segment]:
    """The numbers of a line behind its first piece."""
    return [s for s in line.segments[1:] if is_number(s.text)]
