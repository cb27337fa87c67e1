"""Hold read measures against the truth, row by row and field by field.

``python -m benchmarks.measures [--seed S] [--count N] [--container C] [--show N]``
writes generated documents, reads them, and prints the accuracy by container and field.
A row is right if its number, title and fiscal year are; a row that the truth does not
have counts against the rows. White space counts only in the column ``spaces``.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import click

Row = Mapping[str, str]
FIELDS = (
    "section", "title", "steps", "responsible", "period", "start_date", "end_date", "follow_up",
    "result", "outcome", "remark", "indicator", "activities",
)  # fmt: skip
CONTAINERS = ("text", "markdown", "fragments", "html", "pdf", "pdf-fpdf", "pdf-typst")
"""Measured without another wish."""
_IF_KNOWN = ("agency_id",)
"""Compared where the truth says it: generated measures alone are of no resolved body."""
_LISTS = ("steps", "follow_up", "result", "outcome", "activities")


@dataclass(slots=True)
class MeasureTally:
    """Counts of rows and fields; the truth's and the dataset's."""

    rows: int = 0
    """Rows of the truth."""
    found: int = 0
    """… that the dataset has."""
    extra: int = 0
    """Rows of the dataset that the truth does not have."""
    fields: Counter[str] = field(default_factory=Counter)
    """Fields of the truth's rows, filled or wrongly filled, by name."""
    right: Counter[str] = field(default_factory=Counter)
    spaces: Counter[str] = field(default_factory=Counter)
    """… and right in their white space as well."""

    def __iadd__(self, other: MeasureTally) -> MeasureTally:
        self.rows += other.rows
        self.found += other.found
        self.extra += other.extra
        self.fields += other.fields
        self.right += other.right
        self.spaces += other.spaces
        return self

    @property
    def row_accuracy(self) -> float:
        """Rows found among all rows, those too many included."""
        total = self.rows + self.extra
        return self.found / total if total else 1.0

    @property
    def field_accuracy(self) -> float:
        total = self.fields.total()
        return self.right.total() / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One field, or a whole row, that is not as the truth has it."""

    document: str
    number: str
    name: str
    wanted: str
    got: str


def compare_measures(
    truth: Iterable[Row], dataset: Iterable[Row]
) -> tuple[dict[str, MeasureTally], list[Mistake]]:
    """The tally of each document, and every mistake."""
    wanted, got = _by_document(truth), _by_document(dataset)
    tallies: dict[str, MeasureTally] = {}
    mistakes: list[Mistake] = []
    for document in sorted(wanted.keys() | got.keys()):
        tally = MeasureTally(rows=len(wanted[document]))
        left = list(got[document])
        for row in wanted[document]:
            match = next((one for one in left if _key(one) == _key(row)), None)
            if match is None:
                tally.fields.update(_filled(row, {}))
                mistakes.append(Mistake(document, row["number"], "row", _shown(row), ""))
                continue
            left.remove(match)
            tally.found += 1
            mistakes += _fields(document, row, match, tally)
        tally.extra = len(left)
        mistakes += [Mistake(document, one["number"], "row", "", _shown(one)) for one in left]
        tallies[document] = tally
    return tallies, mistakes


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["document"]].append(row)
    return grouped


def _key(row: Row) -> tuple[str, ...]:
    return row["fiscal_year"], row["number"], _tight(row["title"])


def _shown(row: Row) -> str:
    return f"{row['fiscal_year']} {row['title']}"


def _tight(text: str) -> str:
    return "".join(text.split())


def _filled(row: Row, got: Row) -> list[str]:
    names = [name for name in FIELDS if row.get(name) or got.get(name)]
    return [*names, *(name for name in _IF_KNOWN if row.get(name))]


def _fields(document: str, row: Row, got: Row, tally: MeasureTally) -> Iterator[Mistake]:
    for name in _filled(row, got):
        tally.fields[name] += 1
        wanted, read = _value(name, row.get(name, "")), _value(name, got.get(name, ""))
        if [_tight(one) for one in wanted] == [_tight(one) for one in read]:
            tally.right[name] += 1
            tally.spaces[name] += wanted == read
        else:
            yield Mistake(document, row["number"], name, row.get(name, ""), got.get(name, ""))


def _value(name: str, text: str) -> list[str]:
    if name not in _LISTS or not text:
        return [text]
    try:
        items = json.loads(text)
    except ValueError:
        return [text]
    return [str(item) for item in items] if isinstance(items, list) else [text]


def generate(folder: Path, seed: int, count: int, names: Sequence[str]) -> list[dict[str, str]]:
    """Write documents of measures in the containers of ``names``, and give their truth.

    Score tables, budgets and staff lists stand among the measures.
    """
    from corpus.containers import CONTAINERS
    from corpus.measures import planned, reported
    from corpus.measures_distractors import distract

    truth: list[dict[str, str]] = []
    for number in range(count):
        chance = Random(f"measures-{seed}-{number}")
        report = (planned if chance.random() < 0.5 else reported)(chance)
        report.blocks = distract(chance, report.blocks, int(report.measures[0]["fiscal_year"]))
        container = CONTAINERS[names[number % len(names)]]
        name = f"{number:05d}{container.suffix}"
        container.write(report, folder / name, chance)
        truth += [{"document": name, **row} for row in report.measures]
    return truth


def read_measures(folder: Path) -> list[dict[str, str]]:
    """The rows of ``measures.csv`` for the documents of a folder, read in this process."""
    from parsers import parse
    from pipeline.read import read
    from pipeline.run.records import Record
    from pipeline.tables.rows import measure_rows

    records = {
        path.name: Record("", "", 0, "ok", facts=read(parse(path)))
        for path in sorted(folder.iterdir())
    }
    return list(measure_rows(records))


@click.command()
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--count", type=int, default=60, show_default=True)
@click.option("--container", "only", multiple=True, help="Containers.")
@click.option("--show", type=int, default=0, help="How many mistakes to print.")
@click.option("--keep", type=click.Path(path_type=Path), default=None, help="Keep the documents.")
def main(seed: int, count: int, only: tuple[str, ...], show: int, keep: Path | None) -> None:
    """Generate documents of measures, read them, and print what came out right."""
    containers = only or CONTAINERS
    with tempfile.TemporaryDirectory(prefix="sucharit-bench-") as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        truth = generate(folder, seed, count, containers)
        dataset = read_measures(folder)
    tallies, mistakes = compare_measures(truth, dataset)
    print(table(tallies, containers))
    for one in mistakes[:show]:
        print(f"{one.document} {one.number} {one.name}\n  want {one.wanted}\n  got  {one.got}")


def table(tallies: Mapping[str, MeasureTally], containers: Sequence[str]) -> str:
    """Accuracy by container and by field, as Markdown."""
    groups: dict[str, MeasureTally] = defaultdict(MeasureTally)
    for document, tally in tallies.items():
        number = int(Path(document).stem)
        for group in ("all", containers[number % len(containers)]):
            groups[group] += tally
    lines = ["| container | rows | found | extra | row accuracy | field accuracy |",
             "|---|--:|--:|--:|--:|--:|"]  # fmt: skip
    lines += [
        f"| {name} | {one.rows} | {one.found} | {one.extra} | {one.row_accuracy:.2%} |"
        f" {one.field_accuracy:.2%} |"
        for name, one in groups.items()
    ]
    every = groups["all"]
    lines += ["", "| field | filled | right | with spaces |", "|---|--:|--:|--:|"]
    lines += [
        f"| {name} | {every.fields[name]} | {every.right[name]} | {every.spaces[name]} |"
        for name in FIELDS
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
