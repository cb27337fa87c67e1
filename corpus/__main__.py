"""Write reports with known truth: ``python -m corpus --count N --seed S --out DIR``.

The same seed gives the same bytes. Beside the reports stands ``truth/``: scores and
documents in the columns of the dataset, and what was injected.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import click

from corpus.containers import CONTAINERS
from corpus.layouts import LAYOUTS
from corpus.report import Report
from corpus.world import Agency

SCORE_COLUMNS = (
    "document", "agency_id", "agency", "district", "province", "fiscal_year", "item_type", "code",
    "score", "out_of",
)  # fmt: skip


@click.command()
@click.option("--count", type=click.IntRange(min=1), required=True, help="How many reports.")
@click.option("--seed", type=int, required=True, help="The same seed gives the same bytes.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder to write to.")
@click.option("--only", type=click.Choice(sorted(LAYOUTS)), default=None, help="One layout.")
@click.option(
    "--container", type=click.Choice(sorted(CONTAINERS)), default=None, help="One container."
)
def main(count: int, seed: int, out: Path, only: str | None, container: str | None) -> None:
    """Write generated reports and their truth."""
    (out / "reports").mkdir(parents=True, exist_ok=True)
    (out / "truth").mkdir(exist_ok=True)
    layouts = [only] if only else sorted(LAYOUTS)
    containers = [container] if container else sorted(CONTAINERS)
    documents = []
    for number in range(count):
        chance = Random(f"{seed}-{number}")
        layout, kind = chance.choice(layouts), chance.choice(containers)
        report = LAYOUTS[layout](chance)
        suffix, write = CONTAINERS[kind]
        name = f"{number:05d}{suffix}"
        write(report, out / "reports" / name)
        documents.append((name, kind, report))
    _write_truth(out / "truth", documents)


def _write_truth(folder: Path, documents: Sequence[tuple[str, str, Report]]) -> None:
    _write(
        folder / "documents.csv",
        ("document", "layout", "container"),
        ((name, report.layout, kind) for name, kind, report in documents),
    )
    _write(
        folder / "scores.csv",
        SCORE_COLUMNS,
        (
            (name, agency_id(s.agency), s.agency.official, s.agency.district, s.agency.province,
             s.fiscal_year, s.item_type, s.code, s.value, s.out_of)
            for name, _, report in documents
            for s in report.scores
        ),
    )  # fmt: skip
    _write(
        folder / "injected.csv",
        ("document", "rule", "cause", "agency_id", "fiscal_year", "detail"),
        (
            (name, f.rule, f.cause, agency_id(f.agency), f.fiscal_year, f.detail)
            for name, _, report in documents
            for f in report.faults
        ),
    )


def agency_id(agency: Agency) -> str:
    """The id that the contract gives a body: kind, name and place."""
    if agency.kind == "pao":
        return f"pao-{agency.name}"
    return "-".join(
        part for part in (agency.kind, agency.name, agency.district, agency.province) if part
    )


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
