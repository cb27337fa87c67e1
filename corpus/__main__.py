"""Write generated reports and their truth: ``python -m corpus --count N --seed S --out DIR``.

The same seed gives the same bytes. Beside the reports stands ``truth/``: every table in the
columns of the dataset, what was injected, and the document list with layout and container.
"""

from __future__ import annotations

import os
from itertools import count as from_
from pathlib import Path
from random import Random

import click

from corpus.containers import CONTAINERS, Container
from corpus.layouts import LAYOUTS
from corpus.report import Report
from corpus.truth import write_truth

_SCANNED_PAGES = ("long",)
"""Layouts too long to be drawn as scans."""


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
    if container and not CONTAINERS[container].available:
        message = f"{container} needs a program that is not installed (see sucharit doctor)."
        raise click.UsageError(message)
    _prepare(out)
    entries = []
    taken: set[tuple[str, int]] = set()
    for number in range(count):
        report, chance = _draw(f"{seed}-{number}", only, taken)
        chosen = _container(chance, report, container)
        name = f"{number:05d}{chosen.suffix}"
        chosen.write(report, out / "reports" / name, chance)
        entries.append((name, report.layout, chosen.name, report))
    write_truth(out / "truth", entries)


def _prepare(out: Path) -> None:
    """Make the folders; reports of another run would stand beside a truth that is not theirs."""
    try:
        (out / "reports").mkdir(parents=True, exist_ok=True)
        (out / "truth").mkdir(exist_ok=True)
        filled = any((out / "reports").iterdir())
    except OSError as error:
        message = f"cannot write to {out}: {error.strerror}"
        raise click.BadParameter(message, param_hint="--out") from error
    if filled:
        message = f"{out / 'reports'} is not empty; choose a new folder"
        raise click.BadParameter(message, param_hint="--out")
    if not os.access(out / "reports", os.W_OK):
        raise click.BadParameter(f"cannot write to {out}", param_hint="--out")


def _draw(seed: str, only: str | None, taken: set[tuple[str, int]]) -> tuple[Report, Random]:
    """A report, and its generator, of bodies and years that no other report is of."""
    for attempt in from_(1):
        chance = Random(f"{seed}-{attempt}")
        report = LAYOUTS[only or chance.choice(sorted(LAYOUTS))](chance)
        printed = {(score.agency.id, score.fiscal_year) for score in report.scores}
        if not printed & taken:
            break
    taken |= printed
    return report, chance


def _container(chance: Random, report: Report, asked: str | None) -> Container:
    if asked:
        return CONTAINERS[asked]
    possible = [
        container
        for container in CONTAINERS.values()
        if container.share
        and not (container.name.startswith("scan") and report.layout in _SCANNED_PAGES)
    ]
    return chance.choices(possible, [container.share for container in possible])[0]


if __name__ == "__main__":
    main()
