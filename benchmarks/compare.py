"""Hold a dataset against the truth it was generated from.

The truth says what is printed in each document, faults of its author included: a
misprinted total that is read as printed is right, and its flag is expected. A
*silent error* is an exported value that the truth does not have and that is not
``disputed``: the worst thing the program can do.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path

Row = Mapping[str, str]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one group of documents; tallies add up."""

    documents: int = 0
    scores: int = 0
    """Score rows of the truth."""
    found: int = 0
    """… that the dataset has."""
    exported: int = 0
    """Score rows of the dataset."""
    wrong: int = 0
    """… that the truth does not have."""
    silent: int = 0
    """… and that are not disputed."""
    agencies: int = 0
    """Agency-years of the truth."""
    agencies_found: int = 0
    measures: int = 0
    measures_found: int = 0
    measures_extra: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            *(getattr(self, field.name) + getattr(other, field.name) for field in fields(self))
        )

    @property
    def recall(self) -> float:
        return self.found / self.scores if self.scores else 1.0

    @property
    def precision(self) -> float:
        return 1 - self.wrong / self.exported if self.exported else 1.0

    @property
    def silent_per_10_000(self) -> float:
        return 10_000 * self.silent / self.exported if self.exported else 0.0


@dataclass(frozen=True, slots=True)
class FlagTally:
    """How often one rule fired where it should, and where it should not."""

    expected: int = 0
    raised: int = 0
    """Expected flags that were raised."""
    false_alarms: int = 0
    """Flags of severity error or warning on documents where the truth expects none."""


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; none where it does not exist."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compare(
    truth: Mapping[str, Sequence[Row]], dataset: Mapping[str, Sequence[Row]]
) -> dict[str, Tally]:
    """The tally of each document of the truth; tables are named ``scores``, ``agency_years``
    and ``measures``, documents by the truth's ``documents``."""
    documents = [row["document"] for row in truth["documents"]]
    tallies = {name: Tally(documents=1) for name in documents}
    for part in (_scores(truth, dataset), _agencies(truth, dataset), _measures(truth, dataset)):
        for name, tally in part.items():
            tallies[name] = tallies.get(name, Tally()) + tally
    return tallies


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["document"]].append(row)
    return grouped


def _scores(
    truth: Mapping[str, Sequence[Row]], dataset: Mapping[str, Sequence[Row]]
) -> dict[str, Tally]:
    expected, got = _by_document(truth["scores"]), _by_document(dataset["scores"])
    result = {}
    for name in expected.keys() | got.keys():
        many = len({row["agency_id"] for row in expected[name]}) > 1
        wanted = {_score_key(row, many) for row in expected[name]}
        exported = [(_score_key(row, many), row["assurance"]) for row in got[name]]
        wrong = [assurance for key, assurance in exported if key not in wanted]
        result[name] = Tally(
            scores=len(wanted),
            found=len(wanted & {key for key, _ in exported}),
            exported=len(exported),
            wrong=len(wrong),
            silent=sum(1 for assurance in wrong if assurance != "disputed"),
        )
    return result


def _score_key(row: Row, with_agency: bool) -> Key:
    """What makes two score rows the same; the agency counts where a document has several."""
    out_of = row.get("out_of") or "100"
    return (
        row["fiscal_year"],
        row["item_type"],
        row["code"],
        str(Decimal(row["score"]).normalize()),
        str(Decimal(out_of).normalize()),
        row["agency_id"] if with_agency else "",
    )


def _agencies(
    truth: Mapping[str, Sequence[Row]], dataset: Mapping[str, Sequence[Row]]
) -> dict[str, Tally]:
    """Agency-years by document, told by the scores that belong to them."""
    expected, got = _agency_years(truth["scores"]), _agency_years(dataset["scores"])
    return {
        name: Tally(agencies=len(pairs), agencies_found=len(pairs & got.get(name, set())))
        for name, pairs in expected.items()
    }


def _agency_years(rows: Iterable[Row]) -> dict[str, set[tuple[str, str]]]:
    grouped: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        grouped[row["document"]].add((row["agency_id"], row["fiscal_year"]))
    return grouped


def _measures(
    truth: Mapping[str, Sequence[Row]], dataset: Mapping[str, Sequence[Row]]
) -> dict[str, Tally]:
    expected, got = _by_document(truth["measures"]), _by_document(dataset["measures"])
    result = {}
    for name in expected.keys() | got.keys():
        wanted = Counter(_measure_key(row) for row in expected[name])
        exported = Counter(_measure_key(row) for row in got[name])
        result[name] = Tally(
            measures=wanted.total(),
            measures_found=(wanted & exported).total(),
            measures_extra=(exported - wanted).total(),
        )
    return result


def _measure_key(row: Row) -> Key:
    title = "".join(row["title"].split())
    return (row["fiscal_year"], row["number"], title, row["start_date"], row["end_date"])


def compare_flags(expected: Iterable[Row], got: Iterable[Row]) -> dict[str, FlagTally]:
    """Flags by rule: a flag is raised where the rule fired for that document, and for that
    fiscal year where the truth names one."""
    wanted = {(row["rule"], row["document"], row.get("fiscal_year", "")) for row in expected}
    fired = [(row["rule"], row["document"], row["fiscal_year"], row["severity"]) for row in got]
    places = {(rule, document) for rule, document, _, _ in fired}
    exact = {(rule, document, year) for rule, document, year, _ in fired}
    allowed = {(rule, document) for rule, document, _ in wanted}
    result: dict[str, FlagTally] = {}
    for rule in sorted({key[0] for key in wanted} | {key[0] for key in fired}):
        mine = {key for key in wanted if key[0] == rule}
        raised = sum(1 for key in mine if key in exact or (not key[2] and key[:2] in places))
        alarms = {
            (document, year)
            for name, document, year, severity in fired
            if name == rule and severity != "info" and (rule, document) not in allowed
        }
        result[rule] = FlagTally(len(mine), raised, len(alarms))
    return result


def explained(injected: Iterable[Row], flags: Iterable[Row]) -> tuple[int, int]:
    """(mismatches whose first explanation is the injected cause, mismatches with a cause)."""
    causes = {
        (row["document"], row["fiscal_year"]): row["cause"] for row in injected if row.get("cause")
    }
    right = asked = 0
    for row in flags:
        cause = causes.get((row["document"], row["fiscal_year"]))
        if row["rule"] != "total-mismatch" or not cause:
            continue
        candidates = json.loads(row["explanation"] or "{}").get("candidates", [])
        asked += 1
        right += bool(candidates) and candidates[0]["cause"] == cause
    return right, asked
