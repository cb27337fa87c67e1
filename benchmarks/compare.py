"""Hold a dataset against the truth it was generated from.

The truth says what is printed in each document, faults of its author included: a
misprinted total that is read as printed is right, and its flag is expected. A
*silent error* is an exported value that the truth does not have and that is not
``disputed``: the worst thing the program can do. As disputing everything would hide them all,
right values that are disputed without a reason are counted, too.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from benchmarks.measures import compare_measures

Row = Mapping[str, str]
Key = tuple[str, ...]
Tables = Mapping[str, Sequence[Row]]


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
    """… that the truth does not have, or that repeat a row."""
    silent: int = 0
    """… that the truth does not have and that are not disputed."""
    sound: int = 0
    """Right score rows of the dataset, of bodies without any fault in that document."""
    doubted: int = 0
    """… that are disputed all the same."""
    agencies: int = 0
    """Pairs of a document and a body it prints scores of."""
    agencies_found: int = 0
    years: int = 0
    """Agency-years of the truth whose body the dataset has in that document."""
    years_found: int = 0
    measures: int = 0
    measures_found: int = 0
    measures_extra: int = 0
    """Rows of the dataset that the truth does not have."""
    fields: int = 0
    """Fields of measures, of found rows and of missing ones."""
    fields_right: int = 0
    verdicts: int = 0
    """Agency-years of the truth; one that the dataset does not have is not right."""
    verdicts_right: int = 0
    cells: int = 0
    """Cells of agency-years, filled in the truth or in the dataset."""
    cells_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            *(getattr(self, field.name) + getattr(other, field.name) for field in fields(self))
        )

    @property
    def measure_accuracy(self) -> float:
        """Rows of measures found among all rows, those too many included."""
        total = self.measures + self.measures_extra
        return self.measures_found / total if total else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.scores if self.scores else 1.0

    @property
    def precision(self) -> float:
        return 1 - self.wrong / self.exported if self.exported else 1.0

    @property
    def doubts(self) -> float:
        """Share of the sound values that are disputed."""
        return self.doubted / self.sound if self.sound else 0.0

    @property
    def cell_accuracy(self) -> float:
        return self.cells_right / self.cells if self.cells else 1.0

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
    """Flags of severity error or warning on documents where the truth allows none."""


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; none where it does not exist."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named_alike(rows: Iterable[Row]) -> list[dict[str, str]]:
    """The rows with ids of bodies that are not known made from their names, as the truth's are.

    The dataset makes such ids from the document as well, so that two strangers are never one.
    """
    return [
        {**row, "agency_id": "unknown-" + "".join(row["agency"].split())}
        if row.get("agency_id", "").startswith("unknown-")
        else dict(row)
        for row in rows
    ]


def compare(truth: Tables, dataset: Tables) -> dict[str, Tally]:
    """The tally of each document of the truth.

    Both hold the tables ``documents`` and ``scores``; with ``agency_years``, verdicts and all
    other cells are compared, too.
    """
    tallies = {row["document"]: Tally(documents=1) for row in truth["documents"]}
    parts = (_scores, _bodies, _agency_years, _measures)
    for part in (compare_part(truth, dataset) for compare_part in parts):
        for name, tally in part.items():
            tallies[name] = tallies.get(name, Tally()) + tally
    return tallies


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["document"]].append(row)
    return grouped


def _scores(truth: Tables, dataset: Tables) -> dict[str, Tally]:
    expected, got = _by_document(truth["scores"]), _by_document(dataset["scores"])
    faulty: dict[str, set[str]] = defaultdict(set)
    for row in (*truth.get("flags", ()), *truth.get("allowed", ())):
        faulty[row["document"]].add(row.get("agency_id", ""))
    result = {}
    for name in expected.keys() | got.keys():
        bodies = {row["agency_id"] for row in expected[name]}
        many = len(bodies) > 1
        wanted = {_score_key(row, bodies) for row in expected[name]}
        exported = [(_score_key(row, bodies), row["assurance"]) for row in got[name]]
        right = [
            (row["agency_id"], assurance)
            for row, (key, assurance) in zip(got[name], exported, strict=True)
            if key in wanted
        ]
        wrong = [assurance for key, assurance in exported if key not in wanted]
        found = wanted & {key for key, _ in exported}
        sound = [
            assurance
            for body, assurance in right
            if not faulty[name] & {body, ""} and (many or not faulty[name])
        ]
        result[name] = Tally(
            scores=len(wanted),
            found=len(found),
            exported=len(exported),
            wrong=len(wrong) + len(right) - len(found),
            silent=sum(1 for assurance in wrong if assurance != "disputed"),
            sound=len(sound),
            doubted=sound.count("disputed"),
        )
    return result


def _score_key(row: Row, bodies: Collection[str]) -> Key:
    """What makes two score rows the same.

    The body counts where a document has several, and where the row names another than the only
    one; that it is left open is told by the count of bodies alone.
    """
    out_of, body = row.get("out_of") or "100", row["agency_id"]
    if len(bodies) == 1 and _leaves_open(body, *bodies):
        body = ""
    return (
        row["fiscal_year"],
        row["item_type"],
        row["code"],
        f"{Decimal(row['score']).normalize():f}",
        f"{Decimal(out_of).normalize():f}",
        body,
    )


def _leaves_open(said: str, body: str) -> bool:
    """Whether an id names no other body: it is this one, says less of it, or is of none."""
    if not said or said.startswith("unknown-"):
        return True
    return set(said.split("-")) <= set(body.split("-"))


def mistakes(truth: Tables, dataset: Tables) -> list[str]:
    """Every value that is missing (−) or wrong (+, with its assurance), a line each."""
    expected, got = _by_document(truth["scores"]), _by_document(dataset["scores"])
    lines = []
    for name in sorted(expected.keys() | got.keys()):
        bodies = {row["agency_id"] for row in expected[name]}
        wanted = {_score_key(row, bodies): row for row in expected[name]}
        found = {_score_key(row, bodies): row for row in got[name]}
        lines += [f"{name} − {' '.join(key)}" for key in wanted if key not in found]
        lines += [
            f"{name} + {' '.join(key)} ({row['assurance']}, printed {row.get('printed', '')})"
            for key, row in found.items()
            if key not in wanted
        ]
    return lines


def _bodies(truth: Tables, dataset: Tables) -> dict[str, Tally]:
    """Bodies and years, by document, told by the scores that belong to them."""
    expected, got = _by_document(truth["scores"]), _by_document(dataset["scores"])
    result = {}
    for name, rows in expected.items():
        pairs = {(row["agency_id"], row["fiscal_year"]) for row in rows}
        read = {(row["agency_id"], row["fiscal_year"]) for row in got[name]}
        bodies, seen = {body for body, _ in pairs}, {body for body, _ in read}
        known = {pair for pair in pairs if pair[0] in seen}
        result[name] = Tally(
            agencies=len(bodies),
            agencies_found=len(bodies & seen),
            years=len(known),
            years_found=len(known & read),
        )
    return result


CELLS = (
    "agency_type", "district", "province", "fiscal_year_ce", "scheme",
    *(f"i{n}" for n in range(1, 11)), "iit", "eit", "oit", "total", "rating",
    "recomputed_iit", "recomputed_eit", "recomputed_oit", "recomputed_total", "difference",
)  # fmt: skip
"""Columns of agency-years that the truth knows, beside the verdict."""


def _agency_years(truth: Tables, dataset: Tables) -> dict[str, Tally]:
    """Verdicts and cells of agency-years; one that was not read, or not from that document
    alone, has none right, and one too many has nothing but wrong cells."""
    read = {(r["agency_id"], r["fiscal_year"]): r for r in dataset.get("agency_years", ())}
    tallies: dict[str, Tally] = {}
    for row in _surplus(truth, dataset):
        name = row["documents"].split(";")[0]
        filled = sum(1 for cell in CELLS if row.get(cell))
        tallies[name] = tallies.get(name, Tally()) + Tally(cells=filled)
    for row in truth.get("agency_years", ()):
        name = row["documents"]
        found = read.get((row["agency_id"], row["fiscal_year"]), {})
        if found.get("documents") != name:
            found = {}
        pairs = [(_plain(row.get(cell, "")), _plain(found.get(cell, ""))) for cell in CELLS]
        tallies[name] = tallies.get(name, Tally()) + Tally(
            verdicts=bool(row["verdict"]),
            verdicts_right=bool(row["verdict"]) and found.get("verdict") == row["verdict"],
            cells=sum(1 for pair in pairs if any(pair)),
            cells_right=sum(1 for wanted, got in pairs if wanted and wanted == got),
        )
    return tallies


def _surplus(truth: Tables, dataset: Tables) -> list[Row]:
    """Agency-years of the dataset that the truth does not have, or not once more."""
    left = Counter((r["agency_id"], r["fiscal_year"]) for r in truth.get("agency_years", ()))
    surplus = []
    for row in dataset.get("agency_years", ()):
        key = (row["agency_id"], row["fiscal_year"])
        left[key] -= 1
        if left[key] < 0:
            surplus.append(row)
    return surplus


def _plain(text: str) -> str:
    """A number without trailing zeros; other text as it is."""
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def _measures(truth: Tables, dataset: Tables) -> dict[str, Tally]:
    tallies, _ = compare_measures(truth.get("measures", ()), dataset.get("measures", ()))
    return {
        name: Tally(
            measures=tally.rows,
            measures_found=tally.found,
            measures_extra=tally.extra,
            fields=tally.fields.total(),
            fields_right=tally.right.total(),
        )
        for name, tally in tallies.items()
    }


def compare_flags(
    expected: Iterable[Row], got: Iterable[Row], allowed: Iterable[Row] = ()
) -> dict[str, FlagTally]:
    """Flags by rule: raised where the rule fired for that body of that document, and for that
    fiscal year and item where the truth names them. ``allowed`` names rules that may fire without
    having to, of whatever item; a body or a year left blank, on either side, stands for any."""
    expected, got = list(expected), list(got)
    wanted = {_place(row) for row in expected}
    raised = [_place(row) for row in got]
    free = wanted | {_place(row) for row in allowed}
    alarms = {
        place[:-1]
        for row, place in zip(got, raised, strict=True)
        if row["severity"] != "info" and not any(_meets(place, one) for one in free)
    }
    hit = {place for place in wanted if any(_names(one, place) for one in raised)}
    rules = {place[0] for place in (*wanted, *raised)}
    return {
        rule: FlagTally(
            *(sum(place[0] == rule for place in some) for some in (wanted, hit, alarms))
        )
        for rule in sorted(rules)
    }


def _place(row: Row) -> Key:
    names = ("rule", "document", "agency_id", "fiscal_year", "code")
    return tuple(row.get(name, "") for name in names)


def _meets(one: Key, other: Key) -> bool:
    """Whether two flags may be of the same thing, whatever the item."""
    return one[:2] == other[:2] and all(
        not a or not b or a == b for a, b in zip(one[2:4], other[2:4], strict=True)
    )


def _names(flag: Key, wanted: Key) -> bool:
    """Whether a flag says all that it must: a place that it leaves blank helps nobody."""
    return all(not b or a == b for a, b in zip(flag, wanted, strict=True))


class Explained(NamedTuple):
    """First explanations of mismatches whose cause the printed numbers can tell."""

    right: int
    """The first explanation is the injected cause."""
    placed: int
    """… and names the very numbers that were changed."""
    asked: int
    """Mismatches that were flagged."""


def explained(injected: Iterable[Row], flags: Iterable[Row]) -> Explained:
    """How often the first explanation of a flagged mismatch is the injected cause."""
    causes = {
        (row["document"], row.get("agency_id", ""), row["fiscal_year"]): row
        for row in injected
        if row.get("cause") in TOLD
    }
    right = placed = asked = 0
    for row in flags:
        cause = causes.get((row["document"], row.get("agency_id", ""), row["fiscal_year"]))
        if row["rule"] != "total-mismatch" or not cause:
            continue
        asked += 1
        candidates = json.loads(row["explanation"] or "{}").get("candidates", [])
        if (
            not candidates
            or _KINDS.get(candidates[0]["cause"], candidates[0]["cause"]) != (cause["cause"])
        ):
            continue
        right += 1
        named = {code for code, *_ in candidates[0].get("changes", ())}
        placed += not named or named == set(cause.get("changed", "").split(";"))
    return Explained(right, placed, asked)


TOLD = (
    "swap", "exchange", "digit", "transposition", "dropped", "doubled", "other-year", "sorted",
)  # fmt: skip
"""Injected causes that the numbers of one agency-year can tell."""
_KINDS = {"thai-digit": "digit"}
"""Causes that are a special case of an injected one."""
