"""False alarms on sound agency-years, and how often a fault is flagged and rightly explained.

``python -m benchmarks.explanations [--count N] [--seed S]``: N sound agency-years of all years
and precisions, then one fault of each kind injected into some of them. Whether a fault can be
seen at all, and whether only one cause fits all that is printed, is worked out here from the
published rules; of the program only its list of conceivable slips is used for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from hashlib import sha256
from random import Random

import click

from parsers.model import Method
from pipeline.audit.auditor import audit
from pipeline.audit.model import Audited, Candidate, Finding, ReadDocument
from pipeline.facts import Body, DocumentFacts, Item, Place, Resolution, Score

GROUPS = {"IIT": ("1", "2", "3", "4", "5"), "EIT": ("6", "7", "8"), "OIT": ("9", "10")}
SHARES = {"IIT": Fraction(3, 10), "EIT": Fraction(3, 10), "OIT": Fraction(4, 10)}
INDICES = {f"index{n}": Fraction(w, 100) for n, w in enumerate((26, 18, 22, 16, 18), start=1)}
WEIGHTS = {c: SHARES[i] / len(codes) for i, codes in GROUPS.items() for c in codes}
CAUSES = (
    "swap", "sorted", "exchange", "digit", "thai-digit", "transposition", "dropped", "doubled",
    "point", "other-year", "other-scheme", "rounded", "zero", "weighted",
)  # fmt: skip
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SERIOUS = ("error", "warning")
EXPLAINED = ("total-mismatch", "instrument-mismatch")

Values = dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class Row:
    """One agency-year as printed."""

    year: int
    values: Values
    rating: str = ""
    thai: bool = False
    last_year: Decimal | None = None
    """Total of the year before, where the dataset holds it."""


def shown(value: Fraction, places: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def sound(chance: Random) -> Row:
    """A row that an office could publish: scores of a year, printed with some precision."""
    year = chance.choice(range(2561, 2569))
    places = chance.choice((2, 2, 2, 2, 1, 0))
    if year == 2561:
        exact = {code: Fraction(chance.randint(0, 100_000), 1000) for code in INDICES}
        total = sum((INDICES[code] * value for code, value in exact.items()), Fraction(0))
        return Row(
            year, {**{c: shown(v, places) for c, v in exact.items()}, "total": shown(total, 2)}
        )
    low = chance.choice((0, 50_000, 80_000))
    ten = {code: Fraction(chance.randint(low, 100_000), 1000) for code in WEIGHTS}
    if year in (2563, 2564):
        groups = [Fraction(chance.randint(0, size), size) for size in (9, 8, 7, 4, 5)]
        ten["9"] = 20 * sum(groups, Fraction(0))
        ten["10"] = 50 * (Fraction(chance.randint(0, 8), 8) + Fraction(chance.randint(0, 2), 2))
    means = {i: sum((ten[c] for c in g), Fraction(0)) / len(g) for i, g in GROUPS.items()}
    total = sum((SHARES[i] * mean for i, mean in means.items()), Fraction(0))
    values = {code: shown(value, places) for code, value in ten.items()}
    if chance.random() < 0.5:
        values |= {code: shown(mean, 2) for code, mean in means.items()}
        if year >= 2566 and chance.random() < 0.5:
            away = min(means["EIT"], 100 - means["EIT"], Fraction(chance.randint(0, 500), 100))
            values |= {"EIT1": shown(means["EIT"] - away, 2), "EIT2": shown(means["EIT"] + away, 2)}
    values["total"] = shown(total, chance.choice((2, 2, 2, places)))
    return Row(
        year,
        values,
        rating(year, values),
        last_year=shown(Fraction(chance.randint(4000, 9900), 100), 2),
    )


def rating(year: int, values: Values) -> str:
    """The level that the printed total has, where two decimals tell it."""
    total = values["total"]
    if total.as_tuple().exponent != -2 or "IIT" not in values:
        return ""
    if year < 2566:
        letters = ((95, "AA"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F"))
        return next(letter for limit, letter in letters if total >= limit)
    least = min(values[code] for code in GROUPS)
    if total < 85:
        return "ต้องปรับปรุง" if total >= 70 else "ต้องปรับปรุงโดยด่วน"
    return "ผ่านดีเยี่ยม" if min(total, least) >= 95 else "ผ่านดี" if least >= 85 else "ผ่าน"


def faulty(chance: Random, row: Row, cause: str) -> Row | None:
    """The row with one fault of this kind; None where it cannot have it."""
    made = _changed(chance, row, cause)
    if made is None or made == row.values or any(not 0 <= v <= 100 for v in made.values()):
        return None
    thai = cause == "thai-digit"
    return Row(row.year, made, "", thai, row.last_year)


def _changed(chance: Random, row: Row, cause: str) -> Values | None:
    values = dict(row.values)
    codes = [code for code in (*WEIGHTS, *INDICES) if code in values]
    if cause == "swap":
        one, two = chance.sample(codes, 2)
        values[one], values[two] = values[two], values[one]
        return values
    if cause in ("sorted", "exchange", "other-scheme", "rounded", "zero") and "1" not in values:
        return None
    if cause == "sorted":
        ordered = sorted((values[code] for code in WEIGHTS), reverse=True)
        return {**values, **dict(zip(WEIGHTS, ordered, strict=True))}
    if cause == "other-year":
        return {**values, "total": row.last_year} if row.last_year else None
    if cause == "weighted":
        return _weighted(values)
    if cause in ("exchange", "other-scheme", "rounded", "zero"):
        return _another_way(chance, values, cause)
    code = chance.choice([*codes, "total"])
    text = _slipped(chance, str(values[code]), cause)
    return {**values, code: Decimal(text)} if text else None


def _weighted(values: Values) -> Values | None:
    """Only instruments printed, one of them in points of its weight."""
    if "IIT" not in values or "EIT1" in values:
        return None
    three = {code: values[code] for code in (*GROUPS, "total")}
    three["OIT"] = shown(Fraction(values["OIT"]) * 40 / 100, 2)
    return three


def _another_way(chance: Random, values: Values, cause: str) -> Values:
    means = {
        i: sum((Fraction(values[c]) for c in g), Fraction(0)) / len(g) for i, g in GROUPS.items()
    }
    if cause == "exchange":
        other = chance.choice(("IIT", "EIT"))
        means["OIT"], means[other] = means[other], means["OIT"]
        if "OIT" in values:
            values["OIT"], values[other] = values[other], values["OIT"]
    elif cause == "zero":
        code = chance.choice(list(WEIGHTS))
        group = next(codes for codes in GROUPS.values() if code in codes)
        name = next(name for name, codes in GROUPS.items() if codes is group)
        rest = [Fraction(values[c]) for c in group if c != code]
        means[name] = sum(rest, Fraction(0)) / len(rest)
        values = {c: v for c, v in values.items() if c in WEIGHTS or c == "total"}
        values[code] = Decimal("0.00")
    elif cause == "rounded":
        cut = chance.random() < 0.5
        means = {
            code: Fraction(
                (Decimal(m.numerator) / m.denominator).quantize(
                    Decimal(1), ROUND_DOWN if cut else ROUND_HALF_UP
                )
            )
            for code, m in means.items()
        }
    if cause == "other-scheme":
        ten = sum((Fraction(values[code]) for code in WEIGHTS), Fraction(0)) / 10
        return {**values, "total": shown(ten, 2)}
    total = sum((SHARES[code] * mean for code, mean in means.items()), Fraction(0))
    return {**values, "total": shown(total, 2)}


def _slipped(chance: Random, text: str, cause: str) -> str:
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    at = chance.choice(places)
    if cause in ("digit", "thai-digit"):
        alike = {"4": "5", "5": "4", "3": "7", "7": "3", "8": "9", "9": "8"}
        others = alike.get(text[at], "") if cause == "thai-digit" else "0123456789"
        choices = [digit for digit in others if digit != text[at]]
        return text[:at] + chance.choice(choices) + text[at + 1 :] if choices else ""
    if cause == "transposition":
        pairs = [i for i in places if i + 1 in places and text[i] != text[i + 1]]
        if not pairs:
            return ""
        left = chance.choice(pairs)
        return text[:left] + text[left + 1] + text[left] + text[left + 2 :]
    if cause == "dropped":
        return (text[:at] + text[at + 1 :]).rstrip(".").removeprefix(".") or ""
    if cause == "doubled":
        return text[:at] + text[at] + text[at:]
    digits = text.replace(".", "")
    return f"{digits[0]}.{digits[1:]}" if cause == "point" and "." in text else ""


def interval(value: Decimal) -> tuple[Fraction, Fraction]:
    exponent = value.as_tuple().exponent
    half = Fraction(1, 2 * 10 ** max(0, -int(exponent)))
    return max(Fraction(0), Fraction(value) - half), min(Fraction(100), Fraction(value) + half)


def contradicts(row: Row, values: Mapping[str, Decimal]) -> bool:
    """Whether printed numbers cannot all be true, by the published rules alone."""
    parts = {}
    for name, codes in GROUPS.items():
        if all(code in values for code in codes):
            parts[name] = _mean([values[code] for code in codes])
            if name in values and not _meet(parts[name], interval(values[name])):
                return True
        elif name in values:
            parts[name] = interval(values[name])
    halves = [values[code] for code in ("EIT1", "EIT2") if code in values]
    if halves and "EIT" in values and not _meet(_mean(halves), interval(values["EIT"])):
        return True
    shares: Mapping[str, Fraction] = SHARES
    if row.year == 2561:
        shares, parts = INDICES, {code: interval(values[code]) for code in INDICES}
    if len(parts) < len(shares):
        return False
    low = sum((shares[code] * part[0] for code, part in parts.items()), Fraction(0))
    high = sum((shares[code] * part[1] for code, part in parts.items()), Fraction(0))
    return not _meet((low, high), interval(values["total"]))


def _mean(values: list[Decimal]) -> tuple[Fraction, Fraction]:
    ends = [interval(value) for value in values]
    low = sum((low for low, _ in ends), Fraction(0)) / len(ends)
    return low, sum((high for _, high in ends), Fraction(0)) / len(ends)


def _meet(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def read(row: Row, number: int) -> Iterator[ReadDocument]:
    """The row as a document of its own body; with the year before where it is needed."""
    body = Body("sao", f"ทดสอบ{number}", "เมือง", "ทดลอง", official_name=f"อบต.ทดสอบ{number}")
    values = [(row.year, code, value) for code, value in row.values.items()]
    if row.last_year is not None:
        values.append((row.year - 1, "total", row.last_year))
    scores = []
    for line, (year, code, value) in enumerate(values, start=1):
        printed = str(value).translate(THAI) if row.thai else str(value)
        place = Place(1, line, None, Method.TEXT, 1.0)
        level = row.rating if code == "total" and year == row.year else ""
        scores.append(Score(_item(code), code, value, printed, place, year, rating=level))
    facts = DocumentFacts(
        "scores",
        Resolution("resolved", body, body.name),
        fiscal_year=row.year,
        scores=tuple(scores),
    )
    name = f"{number:06}.txt"
    yield ReadDocument(name, sha256(name.encode()).hexdigest(), facts)


def _item(code: str) -> Item:
    if code == "total":
        return Item("total", code)
    if code.startswith("index"):
        return Item("index", code)
    return Item("indicator" if code.isdigit() else "instrument", code)


def audited(rows: list[Row]) -> Audited:
    return audit([one for number, row in enumerate(rows) for one in read(row, number)])


@dataclass(slots=True)
class Measured:
    """Counts by cause."""

    sound: int = 0
    alarms: int = 0
    """Sound rows with an error or a warning."""
    made: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    """Faults that the printed numbers show."""
    flagged: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    """Faults whose first explanation is the true cause."""
    clear: Counter[str] = field(default_factory=Counter)
    """Faults that no other cause explains as fully."""
    clear_first: Counter[str] = field(default_factory=Counter)


def measure(count: int, each: int, seed: int) -> Measured:
    """``count`` sound rows and ``each`` faults of every kind."""
    chance = Random(seed)
    rows = [sound(chance) for _ in range(count)]
    found = Measured(sound=count)
    alarms = {(one.document) for one in audited(rows).findings if one.severity in SERIOUS}
    found.alarms = len(alarms)
    for cause in CAUSES:
        made: list[Row] = []
        for _ in range(each * 40):
            if len(made) == each:
                break
            broken = faulty(chance, sound(chance), cause)
            if broken is not None and contradicts(broken, broken.values):
                made.append(broken)
        found.made[cause] = found.seen[cause] = len(made)
        _judge(found, cause, made)
    return found


def _judge(found: Measured, cause: str, rows: list[Row]) -> None:
    by_document: dict[str, list[Finding]] = {}
    for finding in audited(rows).findings:
        if finding.severity == "error" and finding.rule in EXPLAINED:
            by_document.setdefault(finding.document, []).append(finding)
    for number in range(len(rows)):
        findings = by_document.get(f"{number:06}.txt", [])
        found.flagged[cause] += bool(findings)
        findings.sort(key=lambda one: EXPLAINED.index(one.rule))
        candidates = findings[0].candidates if findings else ()
        first = bool(candidates) and _is(candidates[0].cause, cause)
        found.first[cause] += first
        if candidates and _alone(candidates):
            found.clear[cause] += 1
            found.clear_first[cause] += first


def _alone(candidates: tuple[Candidate, ...]) -> bool:
    """The first candidate mends more than every one of another cause."""
    first, *rest = candidates
    others = [one for one in rest if one.cause != first.cause]
    return all(len(one.reconciles) < len(first.reconciles) for one in others)


def _is(told: str, cause: str) -> bool:
    """Two instruments under each other's label are told as a swap where only they are printed."""
    return told == cause or (cause == "exchange" and told == "swap")


@click.command()
@click.option("--count", default=10_000, show_default=True, help="Sound agency-years.")
@click.option("--each", default=200, show_default=True, help="Faults of each kind.")
@click.option("--seed", default=1, show_default=True)
def main(count: int, each: int, seed: int) -> None:
    """Measure and print a table."""
    found = measure(count, each, seed)
    print(f"{found.sound} sound agency-years: {found.alarms} with an error or warning")
    print(
        "| fault | injected | flagged | first cause right | one cause fits best | of these right |"
    )
    print("|---|---|---|---|---|---|")
    for cause in CAUSES:
        print(
            f"| {cause} | {found.seen[cause]} | {found.flagged[cause]} | {found.first[cause]} "
            f"| {found.clear[cause]} | {found.clear_first[cause]} |"
        )
    clear, right = found.clear.total(), found.clear_first.total()
    print(
        f"all: {right} of {clear} ({100 * right / max(1, clear):.1f} %) where one cause fits best"
    )


if __name__ == "__main__":
    main()
