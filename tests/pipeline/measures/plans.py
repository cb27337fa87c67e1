"""Measures read from the text of a plan."""

from __future__ import annotations

from pipeline.facts import Measure
from pipeline.measures import find_measures
from tests.pipeline.documents import document

PLAN = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"


def read(text: str) -> tuple[Measure, ...]:
    return find_measures(document(PLAN + text))


def titles(text: str) -> list[tuple[str, str]]:
    return [(measure.number, measure.title) for measure in read(text)]
