"""Tables that stand beside each other on a page, as two reports printed on one sheet do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.model import Line, Table
from pipeline.scores.parts.headings import body_line, letters
from pipeline.scores.prose.whose import SCORED
from pipeline.wording import cues
from pipeline.years import find_years

_PROVINCE = ("จังหวัด", "จ.")
_PLACE = re.compile(r"(อำเภอ|อ\.|จังหวัด|จ\.)\s*[ก-ฮเ-ไ][ก-๎]*(?:\s|$)")


def side_by_side(blocks: Sequence[Line | Table], position: int) -> list[int]:
    """The positions of the tables from ``position`` on that stand beside each other, from left to
    right."""
    group: list[tuple[float, int]] = []
    reach = 0.0
    for at in range(position, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Table) or block.box is None:
            break
        first = blocks[position].box
        if first is None or block.page != blocks[position].page:
            break
        if group and (block.box.top >= first.bottom or first.top >= block.box.bottom):
            break
        if group and block.box.x0 < reach:
            break
        reach = block.box.x1
        group.append((block.box.x0, at))
    return [at for _, at in group]


def half_of(lines: Sequence[Line], blocks: Sequence[Line | Table], position: int) -> Sequence[Line]:
    """The lines above a table as the part of the sheet says them that it stands in: of a line
    that names a year for each of the tables beside each other, its own piece."""
    start = position
    while start and isinstance(blocks[start - 1], Table):
        start -= 1
    groups = [side_by_side(blocks, at) for at in range(start, position + 1)]
    group = next((one for one in groups if len(one) > 1 and position in one), None)
    if group is None:
        return lines
    page, at = blocks[position].page, group.index(position)
    first = min((blocks[one[0]].page for one in groups if _go_on(blocks, one, group)), default=page)
    return [_piece(line, at, len(group)) if line.page >= first else line for line in lines]


def _go_on(blocks: Sequence[Line | Table], above: Sequence[int], group: Sequence[int]) -> bool:
    """True for tables at the head of a page that stand below those beside each other with which
    the page before ends."""
    if len(above) != len(group) or blocks[group[0]].page - blocks[above[0]].page != 1:
        return False
    pairs = zip((blocks[at].box for at in above), (blocks[at].box for at in group), strict=True)
    return all(one and two and one.x0 < two.x1 and two.x0 < one.x1 for one, two in pairs)


def _piece(line: Line, at: int, count: int) -> Line:
    ends = [year.end for year in find_years(line.text)]
    if len(ends) != count:
        return line
    return replace(line, text=line.text[ends[at - 1] if at else 0 : ends[at]].strip())


def owners_beside(lines: Sequence[Line], group: Sequence[Line | Table]) -> list[str]:
    """The bodies of tables beside each other that the lines above them name, in the order of the
    tables; empty for a lone table, and where they do not name one for each."""
    if len(group) < 2:
        return []
    return _of_one_line([line.text for line in lines], len(group)) or _of_halves(lines, group)


def _of_one_line(texts: Sequence[str], count: int) -> list[str]:
    """The bodies that the last line with names says beside each other, with their places where
    these stand in the line below it."""
    named = [(at, names) for at, text in enumerate(texts) if (names := names_beside(text))]
    if not named:
        return []
    at, names = named[-1]
    if len(names) != count:
        return []
    places = _places_beside(texts[at + 1]) if at + 1 < len(texts) else []
    if len(places) != count:
        return names
    return [f"{name} {place}" for name, place in zip(names, places, strict=True)]


def _of_halves(lines: Sequence[Line], group: Sequence[Line | Table]) -> list[str]:
    """The one body that lines above each table name, none of which reaches over the next one."""
    boxes = [one.box for one in group if one.box is not None]
    if len(boxes) < len(group):
        return []
    starts = [box.x0 for box in boxes[1:]]
    ends = [box.x1 for box in boxes[:-1]]
    edges = [0.0, *((end + start) / 2 for end, start in zip(ends, starts, strict=True)), _FAR]
    owners: list[str] = []
    for left, right in pairwise(edges):
        within = [
            line.text
            for line in lines
            if line.box is not None and left <= line.box.x0 and line.box.x1 <= right
        ]
        told = [name for text in within if (name := body_line(text))]
        if len(told) != 1:
            return []
        at = within.index(next(text for text in within if body_line(text)))
        places = _places_beside(within[at + 1]) if at + 1 < len(within) else []
        owners.append(" ".join((told[0], *places)) if len(places) == 1 else told[0])
    return owners


_FAR = float("inf")


def _places_beside(text: str) -> list[str]:
    """The places that a line says beside each other, and nothing else: a district with the province
    behind it, or each alone."""
    found = list(_PLACE.finditer(" ".join(text.split())))
    if not found or letters(_PLACE.sub(" ", " ".join(text.split()))):
        return []
    places: list[str] = []
    for one in found:
        if places and one[1] in _PROVINCE and _ends_in_district(places[-1]):
            places[-1] = f"{places[-1]} {one[0].strip()}"
        else:
            places.append(one[0].strip())
    return places


def _ends_in_district(place: str) -> bool:
    return not any(word in place for word in _PROVINCE)


def names_beside(text: str) -> list[str]:
    """The bodies that one line names beside each other, each with its place, and nothing else."""
    from pipeline.agency import mentions

    found = [one for one in mentions(text) if one.kind in SCORED]
    if not found or letters(cues("heading", "assessment").sub(" ", text[: found[0].start])):
        return []
    ends = [*(one.start for one in found[1:]), len(text)]
    names = [text[one.start : end].strip() for one, end in zip(found, ends, strict=True)]
    return names if all(map(body_line, names)) else []
