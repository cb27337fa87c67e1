"""Plans of measures and reports on them, over many pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from random import Random

from corpus.layouts.parts import start
from corpus.measures import Lists, TruthRow
from corpus.measures import follow_up as write_follow_up
from corpus.measures import plan as write_plan
from corpus.measures_distractors import distract
from corpus.report import Block, Fault, Grid, PageBreak, Report, TrueScore
from corpus.words import NAMES
from corpus.world import Agency

Writer = Callable[..., tuple[list[Block], list[TruthRow]]]


def plan(chance: Random) -> Report:
    """A plan of three to fourteen measures; score tables, budgets and staff lists stand by it."""
    return _document("plan", chance, write_plan)


def follow_up(chance: Random) -> Report:
    """A report on measures that were carried out."""
    return _document("follow-up", chance, write_follow_up)


def _document(layout: str, chance: Random, write: Writer) -> Report:
    report, year = start(layout, chance)
    report.landscape = True
    lists: Lists = chance.choice(("inline", "lines"))
    blocks, report.measures[:] = write(chance, report.agency, year, lists=lists)
    blocks = distract(chance, blocks, year)
    report.blocks = list(_paged(blocks))
    for block in blocks:
        if isinstance(block, Grid):
            report.scores += _scores(block, report.agency, year - 1)
    if report.scores:
        report.faults.append(
            Fault("oit-step", "drawn", report.agency, year - 1, "scores that no items give",
                  code="", severity="warning", injected=False)
        )  # fmt: skip
    return report


def _paged(blocks: Sequence[Block]) -> Sequence[Block]:
    """Tables that follow each other stand on pages of their own."""
    paged: list[Block] = list(blocks[:1])
    for above, block in pairwise(blocks):
        if isinstance(above, Grid) and isinstance(block, Grid):
            paged.append(PageBreak())
        paged.append(block)
    return paged


def _scores(grid: Grid, agency: Agency, year: int) -> list[TrueScore]:
    """The scores of a table of last year's indicators."""
    head = grid.rows[0]
    if "คะแนน" not in head or "ตัวชี้วัด" not in head:
        return []
    name, value = head.index("ตัวชี้วัด"), head.index("คะแนน")
    return [
        TrueScore(agency, year, "indicator", str(NAMES.index(row[name]) + 1),
                  Decimal(row[value]), row[value])
        for row in grid.rows[1:]
    ]  # fmt: skip
