"""Headings of neighbouring years that touch, as each is wider than its columns: cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.text.chars import Run
from parsers.pdf.text.lines import Segment, TextLine, segment_of

_YEARS = re.compile(r"(\D{3,}?)[\d๐-๙]{4}(?:\1[\d๐-๙]{4})+(?:\D{3,})?")
"""The same words before two years or more, without a space between, and perhaps other words."""
_OTHER_YEARS = re.compile(r"(?:(?:ประจำ)?(?:ปี|พ\.ศ\.)[^\d๐-๙–-]{0,24}?[\d๐-๙]{4}){2,}")
"""Two years or more, before each of which stands that it is one."""
_TWO_YEARS = re.compile(r"[\d๐-๙]{4}\D+[\d๐-๙]{4}")
_ONE = re.compile(r"\D+[\d๐-๙]{4}")
_CLEAR = 1.0
"""Points by which a heading ends before the next begins."""
_SHORTEST = 14
"""Letters that two such headings of the same words have at least."""
_LEAST = 12
"""The same of any."""


def runs_apart(runs: Iterable[Run]) -> list[Run]:
    """The runs, those of several such headings cut behind each year."""
    result: list[Run] = []
    for run in runs:
        if len(run.text) < _SHORTEST:
            result.append(run)
            continue
        for part in _headings([run]):
            result += part
    return result


def years_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, pieces of several such headings cut behind each year."""
    result = []
    for line in lines:
        if not _TWO_YEARS.search(line.text.replace(" ", "")):
            result.append(line)
            continue
        parts: list[Segment] = []
        for segment in line.segments:
            own = _headings(segment.runs)
            parts += [segment] if len(own) == 1 else _within(list(map(segment_of, own)))
        apart = len(parts) > len(line.segments)
        result.append(replace(line, segments=tuple(parts)) if apart else line)
    return result


def _within(headings: Sequence[Segment]) -> list[Segment]:
    """The headings, each as wide as to where the next begins: what reaches over stands in no
    column of the next."""
    width = min(b.box.x0 - a.box.x0 for a, b in pairwise(headings))
    return [
        replace(
            one, box=replace(one.box, x1=min(one.box.x1, one.box.x0 + max(width - _CLEAR, 1.0)))
        )
        for one in headings
    ]


def _headings(runs: Sequence[Run]) -> list[Sequence[Run]]:
    """The runs of each heading in a piece of nothing but such headings; all runs for another."""
    text = "".join([run.text for run in runs]).replace(" ", "")
    if len(text) < _LEAST or not _TWO_YEARS.search(text):
        return [runs]
    same = len(text) >= _SHORTEST and _YEARS.fullmatch(text)
    if not same and not _OTHER_YEARS.fullmatch(text):
        return [runs]
    ends = {found.end() for found in _ONE.finditer(text)}
    parts: list[list[Run]] = [[]]
    at = 0
    for run in runs:
        begin = 0
        for index, cluster in enumerate(run.clusters):
            at += len(cluster.strip())
            last = index + 1 == len(run.clusters)
            if cluster != " " and (at in ends or last):
                part = run.part(begin, index + 1)
                parts[-1] += [part] if part else []
                begin = index + 1
            if cluster != " " and at in ends:
                parts.append([])
    return [part for part in parts if part]
