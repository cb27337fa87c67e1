"""Documents of several bodies, each with its tables below a line that is its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.model import Document, Line, Table
from pipeline.scores.bodies import SCORED

_NEAR = 3
"""Lines before a table among which its body may be named."""
_LONGEST = 110
"""Characters; a longer line is no name."""
_AROUND = re.compile(
    r"^\s*(?:\(?[\d๐-๙]{1,3}[.)]\s*|[-•*]\s*)?(?:หน่วยงาน|ชื่อหน่วยงาน|ผลคะแนน(?:ของ)?|ของ)?\s*:?\s*"
    r"|[\s:.()]+$"
)


def sections(document: Document) -> dict[int, str]:
    """The body of each table, by the table's position among the blocks of the document.

    Empty unless tables stand below the names of at least two bodies. A table without a name
    above it goes on with the section that it stands in.
    """
    named = dict(_named(document))
    if len({_letters(name) for name in named.values()}) < 2:
        return {}
    result: dict[int, str] = {}
    current = ""
    for position, block in enumerate(document.blocks):
        if isinstance(block, Table):
            current = named.get(position, current)
            if current:
                result[position] = current
    return result


def _named(document: Document) -> Iterator[tuple[int, str]]:
    lines: list[Line] = []
    for position, block in enumerate(document.blocks):
        if isinstance(block, Line):
            lines.append(block)
            continue
        names = [name for line in lines[-_NEAR:] if (name := body_line(line.text))]
        if len(names) == 1:
            yield position, names[0]
        lines = []


def body_line(text: str) -> str:
    """The body that a line names, if it says nothing else: with its place, as printed."""
    from pipeline.agency import mentions

    if len(text) > _LONGEST:
        return ""
    found = [one for one in mentions(text) if one.kind in SCORED]
    if len(found) != 1:
        return ""
    rest = text[: found[0].start] + "\n" + text[found[0].end :]
    return "" if _letters(_AROUND.sub("", rest)) else text[found[0].start :].strip()


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-zก-๎]", "", text)
