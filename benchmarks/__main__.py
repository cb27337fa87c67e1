"""Measure the program on generated reports: ``python -m benchmarks [--seed S] [--count N]``.

Writes ``benchmarks/results.md``: one table by layout and container, flags by rule, and the
speed of the run. Without ``--seed`` the fixed set is measured, so that runs compare.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks.compare import Row, Tally, compare, compare_flags, explained, read_rows

HERE = Path(__file__).parent
FIXED_SEED, FIXED_COUNT = 1, 200


@click.command()
@click.option("--seed", type=int, default=FIXED_SEED, show_default=True, help="Of the reports.")
@click.option("--count", type=int, default=FIXED_COUNT, show_default=True, help="Reports.")
@click.option("--out", type=click.Path(path_type=Path), default=HERE / "results.md")
def main(seed: int, count: int, out: Path) -> None:
    """Generate, ingest, compare, and write the tables."""
    with tempfile.TemporaryDirectory(prefix="sucharit-bench-") as folder:
        text = measure(Path(folder), seed, count)
    out.write_text(text, encoding="utf-8")
    print(text)


def measure(folder: Path, seed: int, count: int) -> str:
    """The report of one measurement as Markdown."""
    generate = [sys.executable, "-m", "corpus", "--count", str(count), "--seed", str(seed)]
    subprocess.run([*generate, "--out", str(folder)], check=True)
    started = time.perf_counter()
    command = [sys.executable, "-m", "pipeline.cli", "ingest", str(folder / "reports")]
    subprocess.run([*command, "--out", str(folder / "out"), "--jobs", "1"], check=False,
                   capture_output=True)  # fmt: skip
    seconds = time.perf_counter() - started
    truth = {name: read_rows(folder / "truth" / f"{name}.csv") for name in
             ("documents", "scores", "measures", "injected")}  # fmt: skip
    dataset = {name: read_rows(folder / "out" / f"{name}.csv") for name in
               ("documents", "scores", "measures", "flags")}  # fmt: skip
    pages = sum(int(row["pages"] or 0) for row in dataset["documents"])
    right, asked = explained(truth["injected"], dataset["flags"])
    lines = [
        "# Measured on generated reports",
        "",
        f"{datetime.now(UTC):%Y-%m-%d} · seed {seed} · {count} reports · Python"
        f" {platform.python_version()} · {platform.machine()}",
        "",
        *_accuracy(truth["documents"], compare(truth, dataset)),
        "",
        "| rule | expected | raised | false alarms |",
        "|---|--:|--:|--:|",
        *(
            f"| {rule} | {tally.expected} | {tally.raised} | {tally.false_alarms} |"
            for rule, tally in compare_flags(truth["injected"], dataset["flags"]).items()
            if tally.expected or tally.false_alarms
        ),
        "",
        f"First explanation is the true cause: {right} of {asked}.",
        "",
        f"One worker: {pages / seconds:.1f} pages a second, start included.",
        "",
    ]
    return "\n".join(lines)


def _accuracy(documents: list[dict[str, str]], tallies: dict[str, Tally]) -> list[str]:
    groups: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for row in documents:
        tally = tallies[row["document"]]
        for key in _groups(row):
            groups[key] += tally
    lines = [
        "| layout | container | documents | recall | precision | silent / 10,000 | agency-years |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {layout} | {container} | {tally.documents} | {tally.recall:.2%} | {tally.precision:.2%}"
        f" | {tally.silent_per_10_000:.1f} | {tally.agencies_found} / {tally.agencies} |"
        for (layout, container), tally in sorted(groups.items())
    ]
    return lines


def _groups(row: Row) -> tuple[tuple[str, str], ...]:
    layout, container = row["layout"], row["container"]
    return (("all", "all"), ("all", container), (layout, "all"))


if __name__ == "__main__":
    main()
