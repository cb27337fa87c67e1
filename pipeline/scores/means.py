"""The mean of one indicator's questions, in a column beside them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.facts import Item
from pipeline.labels import Match, match
from pipeline.scores.segments import TOTAL


def of_caption(
    items: Mapping[int, tuple[Match, Item]], caption: str
) -> dict[int, tuple[Match, Item]]:
    """The items of columns, with a "mean" or "total" beside questions of one instrument alone as
    what the line above the table names: an indicator or instrument; left out where none does.

    The questions of one instrument say nothing of the total of an assessment by three.
    """
    others = [item for _, item in items.values() if item != TOTAL]
    questions = [item for item in others if item.item_type == "question"]
    wider = len(others) - len(questions)
    if len({item.code[:1] for item in questions}) != 1 or wider > 1:
        return dict(items)
    named = match(caption.rpartition("\n")[2])
    kept = {column: found for column, found in items.items() if found[1] != TOTAL}
    if wider or named.item is None or named.item.item_type not in ("indicator", "instrument"):
        return kept
    totals = [column for column, (_, item) in items.items() if item == TOTAL]
    if len(totals) == 1:
        kept[totals[0]] = (named, named.item)
    return dict(sorted(kept.items()))
