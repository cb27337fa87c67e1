"""Improvement measures: what bodies planned, did and reported."""

from __future__ import annotations

from parsers.model import Document
from pipeline.facts import Measure


def find_measures(document: Document) -> tuple[Measure, ...]:
    return ()
