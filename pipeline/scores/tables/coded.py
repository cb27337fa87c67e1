"""Codes that indicators and questions share: ``I1 การปฏิบัติหน้าที่``.

Beside the name of an indicator a code says nothing, but where a table names its questions by the
indicator that they ask about, the code decides.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.labels import Match, as_question

Matches = tuple[tuple[Match | None, ...], ...]


def without_named_questions(matches: Matches) -> Matches:
    """The labels of a table, questions that bear an indicator's name told from the indicator.

    They are questions where one name stands behind several codes. A lone one among questions of
    other codes may be either, and is left uncertain.
    """
    coded = {
        (row, column): question
        for row, cells in enumerate(matches)
        for column, found in enumerate(cells)
        if found is not None and _is_indicator(found) and (question := as_question(found.text))
    }
    if not coded:
        return matches
    repeated = _named_by_several(matches, coded)
    doubted = len(coded) == 1 and _among_other_questions(matches, *coded.values())
    return tuple(
        tuple(
            _decided(found, coded.get((row, column)), repeated, doubted)
            for column, found in enumerate(cells)
        )
        for row, cells in enumerate(matches)
    )


def _is_indicator(found: Match) -> bool:
    return found.item is not None and found.item.item_type == "indicator"


def _decided(
    found: Match | None, question: Match | None, repeated: bool, doubted: bool
) -> Match | None:
    if found is None or question is None:
        return found
    if repeated:
        return question
    if doubted:
        return replace(found, label=None, candidates=(*found.candidates[:1], *question.candidates))
    return found


def _named_by_several(matches: Matches, coded: dict[tuple[int, int], Match]) -> bool:
    """Whether one indicator stands behind several codes."""
    named = {(matches[row][at], question.item) for (row, at), question in coded.items()}
    codes = {(found.item, code) for found, code in named if found is not None}
    return len(codes) > len({item for item, _ in codes})


def _among_other_questions(matches: Matches, question: Match) -> bool:
    """Whether questions of the same instrument have codes of their own, and none has this one."""
    assert question.item is not None
    own = question.item.code
    codes = {
        found.item.code
        for row in matches
        for found in row
        if found is not None and found.item is not None and found.item.item_type == "question"
    }
    return own not in codes and any(code[0] == own[0] for code in codes)
