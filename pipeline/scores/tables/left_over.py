"""The one name of a list that is no indicator's, where one indicator is left: ``การใช้จ่ายงบประมาณ``.

Such a name is spelt like another thing's. Between its neighbours in the official order, or as the
only one beside the nine others, it is the indicator's nevertheless.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.facts import Item
from pipeline.labels import CLEAR, MARGIN, SOUND, Label, Match

Matches = tuple[tuple[Match | None, ...], ...]
_Place = tuple[int, int]

_CODES = tuple(str(number) for number in range(1, 11))
_LEAST = 4
"""Indicators of a row or column, from which it lists them in order."""


def with_left_over(matches: Matches) -> Matches:
    """The labels of a table, with each such name understood by the row or column it stands in."""
    open_places = [
        (row, column)
        for row, cells in enumerate(matches)
        for column, found in enumerate(cells)
        if found is not None and found.item is None and _near(found)
    ]
    told: dict[_Place, Match] = {}
    for place in open_places:
        for line in _lines(matches, place):
            label = _left(matches, line, place)
            found = matches[place[0]][place[1]]
            if label is not None and found is not None:
                score = next(score for one, score in found.candidates if one is label)
                told[place] = replace(found, label=label, score=score)
                break
    if not told:
        return matches
    return tuple(
        tuple(told.get((row, column), found) for column, found in enumerate(cells))
        for row, cells in enumerate(matches)
    )


def _near(found: Match) -> list[Label]:
    """The indicators that a name is spelt like, where it is not spelt more like another item."""
    items = [(label, score) for label, score in found.candidates if label.item is not None]
    best = max((score for _, score in items), default=0.0)
    if best < CLEAR - MARGIN or any(
        not _is_indicator(label.item) for label, score in items if score > best - MARGIN
    ):
        return []
    return [label for label, score in items if score == best]


def _lines(matches: Matches, place: _Place) -> Iterator[Sequence[_Place]]:
    row, column = place
    yield [(at, column) for at in range(len(matches))]
    yield [(row, at) for at in range(len(matches[row]))]


def _left(matches: Matches, line: Sequence[_Place], place: _Place) -> Label | None:
    """The indicator that is left for a place of a line; None where that is not sure."""
    codes: list[str] = []
    at = -1
    others = 0
    for row, column in line:
        found = matches[row][column]
        if (row, column) == place:
            at = len(codes)
            codes.append("")
        elif found is not None and _is_indicator(found.item):
            assert found.item is not None
            if found.score >= SOUND or found.stated:
                codes.append(found.item.code)
        elif found is not None and found.item is None and _near(found):
            others += 1
    found = matches[place[0]][place[1]]
    left = [
        label
        for label in (_near(found) if found is not None else [])
        if label.item is not None and label.item.code not in codes
    ]
    if len(left) != 1 or left[0].item is None or len(set(codes)) != len(codes):
        return None
    code = left[0].item.code
    if len(codes) == len(_CODES) and not others:
        return left[0]
    position = _CODES.index(code)
    before, behind = codes[at - 1] if at else "", codes[at + 1] if at + 1 < len(codes) else ""
    ordered = before == _at(position - 1) and behind == _at(position + 1)
    return left[0] if ordered and before and behind and len(codes) > _LEAST else None


def _at(position: int) -> str:
    return _CODES[position] if 0 <= position < len(_CODES) else ""


def _is_indicator(item: Item | None) -> bool:
    return item is not None and item.item_type == "indicator"
