"""Printed labels, matched to the items that scores are scores of, by name alone."""

from pipeline.labels.classes import Label, item_name, labels, squash
from pipeline.labels.matching import (
    CLEAR,
    SOUND,
    Match,
    as_question,
    match,
    match_indicator,
    other_bearer,
)
from pipeline.labels.mentions import Mention, find_labels
from pipeline.labels.similarity import MARGIN, PLAUSIBLE

__all__ = [
    "CLEAR",
    "MARGIN",
    "PLAUSIBLE",
    "SOUND",
    "Label",
    "Match",
    "Mention",
    "as_question",
    "find_labels",
    "item_name",
    "labels",
    "match",
    "match_indicator",
    "other_bearer",
    "squash",
]
