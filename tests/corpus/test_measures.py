"""Generated documents of measures: the same seed, the same document, and a truth it bears out."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from random import Random

from corpus.layouts import LAYOUTS
from corpus.measures import follow_up, plan
from corpus.report import Block, Grid
from corpus.truth import write_truth
from corpus.world import draw_agency
from pipeline.numbers import arabic


def printed(blocks: list[Block]) -> str:
    parts = []
    for block in blocks:
        rows = block.rows if isinstance(block, Grid) else ((block.text,),)
        parts += [cell for row in rows for cell in row]
    return "".join(arabic("".join(parts)).split())


def test_the_same_seed_gives_the_same_document() -> None:
    drawn = []
    for _ in range(2):
        chance = Random(5)
        drawn.append(plan(chance, draw_agency(chance), 2566))
    assert drawn[0] == drawn[1]


def test_every_title_of_the_truth_is_printed() -> None:
    for seed in range(40):
        chance = Random(seed)
        blocks, rows = plan(chance, draw_agency(chance), 2566)
        text = printed(blocks)
        assert rows
        for row in rows:
            start = "".join(arabic(row["title"]).split())[:4]
            assert start in text


def test_a_follow_up_reports_on_every_measure_of_the_plan() -> None:
    for seed in range(20):
        chance = Random(seed)
        agency = draw_agency(chance)
        _, planned = plan(chance, agency, 2566)
        _, reported = follow_up(chance, agency, 2566, planned)
        assert len(reported) == len(planned)
        assert all(json.loads(row["result"]) for row in reported)


def test_the_truth_keeps_the_activities_beside_the_steps(tmp_path: Path) -> None:
    report = next(
        report
        for seed in range(100)
        if any((report := LAYOUTS["plan"](Random(seed))).measures)
        and any(row.get("activities") for row in report.measures)
    )
    write_truth(tmp_path, [("a", "plan", "text", report)])
    with (tmp_path / "measures.csv").open(encoding="utf-8") as file:
        kept = [row["activities"] for row in csv.DictReader(file)]
    assert kept == [row.get("activities", "") for row in report.measures]
