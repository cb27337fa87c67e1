"""How often each column of a table is right, in rows that the dataset has.

Missing and surplus rows are counted elsewhere (`benchmarks.compare`); here every column that the
truth knows is held against the dataset's, so that a column which nobody looks at cannot be wrong
unseen. A cell that is empty on both sides counts for nothing; one that is empty on one side is
wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]

SCORES = (
    "score", "printed", "out_of", "target", "rating", "name", "item_type", "scheme", "agency",
    "agency_type", "district", "province",
)  # fmt: skip
"""Columns of scores that the truth knows; ``score`` and ``printed`` to the last digit."""
AGENCY_YEARS = (
    "agency", "agency_type", "district", "province", "fiscal_year_ce", "scheme",
    *(f"i{n}" for n in range(1, 11)), "iit", "eit", "oit", "total", "rating", "recomputed_iit",
    "recomputed_eit", "recomputed_oit", "recomputed_total", "difference", "recomputed_rating",
    "verdict", "assurance",
)  # fmt: skip
FLAGS = ("severity", "item_type", "code", "printed", "expected")
_UNKNOWN_IF_EMPTY = ("name", *FLAGS)
"""Columns of which an empty cell of the truth says nothing."""
_EXACT = (("scores", "score"), ("scores", "printed"))
_POINT = re.compile(r"(?<=\d) ?\. ?(?=\d)")
_NUMBERED = re.compile(r"^(?:ตัวชี้วัดที่)?[0-9๐-๙]+[.)]?|^[-–]")


@dataclass(frozen=True, slots=True)
class Column:
    """Counts of one column; they add up."""

    cells: int = 0
    right: int = 0

    def __add__(self, other: Column) -> Column:
        return Column(self.cells + other.cells, self.right + other.right)

    @property
    def accuracy(self) -> float:
        return self.right / self.cells if self.cells else 1.0


Columns = dict[tuple[str, str], Column]
"""By table and column."""


def compare_columns(
    truth: Tables, dataset: Tables, of: Callable[[str], bool] = lambda _: True
) -> Columns:
    """Every column of scores, agency-years and flags, over the documents that ``of`` names."""
    found: Columns = defaultdict(Column)
    for table, names, pairs in (
        ("scores", SCORES, _score_pairs(truth, dataset)),
        ("agency_years", AGENCY_YEARS, _year_pairs(truth, dataset)),
        ("flags", FLAGS, _flag_pairs(truth, dataset)),
    ):
        for document, wanted, got in pairs:
            if not of(document):
                continue
            for name in names:
                found[table, name] += _cell(table, name, wanted, got)
    return dict(found)


def wrong_cells(truth: Tables, dataset: Tables) -> list[str]:
    """Every cell of scores and flags that is not as it should be, a line each."""
    lines = []
    for table, names, pairs in (
        ("scores", SCORES, _score_pairs(truth, dataset)),
        ("agency_years", AGENCY_YEARS, _year_pairs(truth, dataset)),
        ("flags", FLAGS, _flag_pairs(truth, dataset)),
    ):
        for document, wanted, got in pairs:
            for name in names:
                tally = _cell(table, name, wanted, got)
                if tally.right < tally.cells:
                    which = wanted.get("rule") or wanted.get("code") or wanted["fiscal_year"]
                    lines.append(
                        f"{document} {table}.{name} of {which}: «{wanted.get(name, '')}»"
                        f" was read «{got.get(name, '')}»"
                    )
    return lines


def _cell(table: str, name: str, truth: Row, dataset: Row) -> Column:
    wanted, got = truth.get(name, ""), dataset.get(name, "")
    if not wanted and (not got or name in _UNKNOWN_IF_EMPTY):
        return Column()
    if (table, name) in _EXACT:
        return Column(1, _folded(wanted) == _folded(got))
    return Column(1, _alike(name, wanted) == _alike(name, got))


def _folded(text: str) -> str:
    """With white space folded; none beside the point of a number, where damage may put it."""
    return _POINT.sub(".", " ".join(text.split()))


def _alike(name: str, text: str) -> str:
    """The cell without what does not matter: trailing zeros, spaces in Thai, a row's number."""
    if name == "agency":
        return "".join(text.split())
    if name == "name":
        return _NUMBERED.sub("", "".join(text.split()))
    if name in ("printed", "expected"):
        return " | ".join(_number(part.strip()) for part in text.split("|"))
    return _number(text)


def _number(text: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        value = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{value.normalize():f}"


Pairs = Iterator[tuple[str, Row, Row]]
"""Document, row of the truth, row of the dataset."""


def _score_pairs(truth: Tables, dataset: Tables) -> Pairs:
    names = ("document", "agency_id", "fiscal_year", "code")
    read: dict[tuple[str, ...], Row] = {}
    for row in dataset["scores"]:
        read.setdefault((*(row[n] for n in names), _number(row["score"]), _full(row)), row)
    for row in truth["scores"]:
        key = (*(row[n] for n in names), _number(row["score"]), _full(row))
        if key in read:
            yield row["document"], row, read[key]


def _full(row: Row) -> str:
    return _number(row.get("out_of") or "100")


def _year_pairs(truth: Tables, dataset: Tables) -> Pairs:
    read = {(r["agency_id"], r["fiscal_year"]): r for r in dataset.get("agency_years", ())}
    for row in truth.get("agency_years", ()):
        got = read.get((row["agency_id"], row["fiscal_year"]))
        if got and got["documents"] == row["documents"]:
            yield row["documents"], row, got


def _flag_pairs(truth: Tables, dataset: Tables) -> Pairs:
    """Each flag that must be raised with the raised one that is most like it."""
    raised: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in dataset.get("flags", ()):
        raised[row["rule"], row["document"]].append(row)
    for row in truth.get("flags", ()):
        near = [
            one
            for one in raised[row["rule"], row["document"]]
            if _meets(row, one, "agency_id") and _meets(row, one, "fiscal_year")
        ]
        if near:
            yield row["document"], row, max(near, key=lambda one: _agreeing(row, one))


def _meets(one: Row, other: Row, name: str) -> bool:
    a, b = one.get(name, ""), other.get(name, "")
    return not a or not b or a == b


def _agreeing(wanted: Row, got: Row) -> int:
    return sum(_cell("flags", name, wanted, got).right for name in FLAGS)
