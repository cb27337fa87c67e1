"""Words in headers that narrow columns break over two cells: ``คะแนนถ่วงน้ำ | หนัก``."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.model import Cell
from pipeline.scores.tables.cells import is_nothing
from pipeline.wording import cues

_BROKEN_ROLES = ("weighted", "weight", "full", "target", "change")
"""Roles that make a number another one than a score, told by words of some length."""
_NO_ROLE = len(_BROKEN_ROLES)


def whole_words(
    headers: Sequence[Sequence[str]], body: Sequence[Sequence[Cell]], index: int
) -> list[str]:
    """The headers above a column, a word of role that is broken over two of them made whole.

    Its other half may stand above a column of nothing right beside: ``คะแนนถ่วงน้ำ | หนัก``.
    """
    path = [text for text in headers[index] if text]
    pieces = [path]
    for beside, behind in ((index + 1, True), (index - 1, False)):
        if not 0 <= beside < len(headers) or any(not is_nothing(row[beside].text) for row in body):
            continue
        other = [text for text in headers[beside] if text and text not in path]
        pieces.append([*path, *other] if behind else [*other, *path])
    known = _broken_role(path, whole=True)
    for found in pieces:
        if len(found) > 1 and _broken_role(found, whole=False) < known:
            return ["".join(found)]
    return path


def _broken_role(pieces: Sequence[str], *, whole: bool) -> int:
    """Which of the roles that are no score's the pieces of a header say, strongest first: each by
    itself, or a word that begins inside one of them and ends in the next."""
    for rank, role in enumerate(_BROKEN_ROLES):
        if whole and any(cues("column", role).search(text) for text in pieces):
            return rank
        borders = {sum(map(len, pieces[:at])) for at in range(len(pieces) + 1)}
        for hit in () if whole else cues("column", role).finditer("".join(pieces)):
            split = any(hit.start() < border < hit.end() for border in borders)
            if split and (
                hit.start() not in borders or _broken_role(pieces, whole=True) == _NO_ROLE
            ):
                return rank
    return _NO_ROLE
