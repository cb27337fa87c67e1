"""The shapes in which reports print scores, each a function that writes one report.

Every layout draws its words, digits and order from its own generator, says what is
printed, and adds distractors: numbers that are no scores of the body.
"""

from collections.abc import Callable
from random import Random

from corpus.layouts.bodies import bodies_across, many_bodies, wide
from corpus.layouts.instruments import by_instrument, cards, weighted
from corpus.layouts.lists import in_label, indices, memo, official, ranked
from corpus.layouts.look_alikes import look_alike
from corpus.layouts.measures import follow_up, plan
from corpus.layouts.mixed import long, mixture
from corpus.layouts.prose import analysis, narrative
from corpus.layouts.shapes import (
    items,
    merged_down,
    side_by_side,
    values_first,
    year_by_year,
)
from corpus.layouts.years import turned, years
from corpus.report import Report

Layout = Callable[[Random], Report]

LAYOUTS: dict[str, Layout] = {
    "official": official,
    "indices": indices,
    "ranked": ranked,
    "memo": memo,
    "in-label": in_label,
    "years": years,
    "turned": turned,
    "weighted": weighted,
    "by-instrument": by_instrument,
    "cards": cards,
    "many-bodies": many_bodies,
    "wide": wide,
    "bodies-across": bodies_across,
    "side-by-side": side_by_side,
    "merged-down": merged_down,
    "values-first": values_first,
    "year-by-year": year_by_year,
    "items": items,
    "narrative": narrative,
    "analysis": analysis,
    "plan": plan,
    "follow-up": follow_up,
    "mixture": mixture,
    "long": long,
    "look-alike": look_alike,
}
"""Every layout by the name that ``--only`` takes."""
