"""Write the sample reports and their gold: ``python -m corpus.samples``.

Bodies are real, scores and sentences are made up. The gold is written from the same
numbers as the reports, with the formula of the scheme worked out here anew, so that it
is no echo of the program. Run again, it writes the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from corpus.samples.gold import Gold
from corpus.samples.indicators import analysis_three_years, memo_renumbered, scores_in_labels
from corpus.samples.measures import announcement, follow_up_pages, measures_sections
from corpus.samples.sums import district_table, five_indices, levels_of_instruments

SAMPLES = (
    analysis_three_years,
    scores_in_labels,
    memo_renumbered,
    follow_up_pages,
    measures_sections,
    levels_of_instruments,
    five_indices,
    district_table,
    announcement,
)


def write(folder: Path) -> None:
    """Write every sample into ``reports`` of the folder, and the gold into ``gold`` beside it."""
    reports, tables = folder / "reports", folder / "gold"
    reports.mkdir(exist_ok=True)
    tables.mkdir(exist_ok=True)
    gold = Gold(reports)
    for sample in SAMPLES:
        sample(gold)
    gold.write(tables)


if __name__ == "__main__":
    write(Path(__file__).parents[1])
