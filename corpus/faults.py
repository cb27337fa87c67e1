"""Mistakes as authors make them, each recorded with its true cause.

A fault is only made where the printed numbers then contradict each other beyond
rounding, so that it can be seen in principle. Faults of the numbers are made here, where
scores are published; faults of a layout's own words (ranks, targets, marks, years, names) are
made by the layout, which asks `slips` whether to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from random import Random

from corpus.report import Fault, Report
from corpus.scores import (
    INDEX_WEIGHTS,
    INSTRUMENTS,
    TEN_FROM,
    WEIGHTS,
    ScoreSheet,
    draw_scores,
    rating_of,
    ratings_of,
    rounded,
)
from corpus.voice import Voice
from corpus.world import Agency

CONSEQUENCES = (
    "rating-mismatch", "oit-step", "instrument-mismatch", "weighted-mismatch", "order-mismatch",
    "extreme-mismatch", "pass-count-mismatch", "target-verdict-mismatch", "change-mismatch",
    "percent-conflict",
)  # fmt: skip
"""What a faulty number may rightly be accused of besides: it stands in other sums, too."""

SHARE = 0.3
"""Share of agency-years with a fault of the numbers."""
_VISIBLE = Decimal("0.03")
"""Points by which a faulty total must miss, so that no rounding hides it."""
ITEMS_YEAR = 2564
"""The year whose open-data items are established; indicator 10 moves in steps of `_STEP`."""
_STEP = Decimal("6.25")
_TEN = tuple(Decimal(w) for w in ("0.06",) * 5 + ("0.10",) * 3 + ("0.20",) * 2)


@dataclass(frozen=True, slots=True)
class Published:
    """What the author prints of a score sheet."""

    sheet: ScoreSheet
    indicators: tuple[Decimal, ...]
    instruments: dict[str, Decimal]
    total: Decimal
    rating: str

    @property
    def fiscal_year(self) -> int:
        return self.sheet.fiscal_year


def publish(
    report: Report,
    chance: Random,
    sheet: ScoreSheet,
    prints: Collection[str] = ("indicators", "total"),
    agency: Agency | None = None,
) -> Published:
    """The sheet as printed; now and then with one fault, which the report remembers.

    ``prints`` says what the layout prints of ``indicators``, ``instruments``, ``total`` and
    ``rating``: only what contradicts something printed is a fault.
    """
    sound = Published(sheet, sheet.indicators, dict(sheet.instruments), sheet.total, sheet.rating)
    if chance.random() >= SHARE:
        return sound
    possible = [(cause, make) for cause, needs, make in _FAULTS if set(needs) <= set(prints)]
    if not possible:
        return sound
    cause, make = chance.choice(possible)
    faulty = make(chance, sound)
    if faulty is None:
        return sound
    if cause == "exchange":
        return _exchanged_throughout(report, prints, agency or report.agency, sound, faulty)
    rule = "rating-mismatch" if cause == "rating" else "total-mismatch"
    if rule == "total-mismatch" and not _shows(faulty, prints, report.voice):
        return sound
    report.faults.append(_fault(rule, cause, agency or report.agency, sound, faulty))
    _step(report, prints, agency or report.agency, sound, faulty)
    return faulty


def _exchanged_throughout(
    report: Report, prints: Collection[str], agency: Agency, sound: Published, faulty: Published
) -> Published:
    """EIT and OIT under each other's name, and the total made from them so: only the indicators
    contradict it. Where they are not printed nothing does, which is recorded without a rule."""
    if "instruments" not in prints:
        return sound
    made = _fault("", "exchange", agency, sound, faulty)
    if "indicators" not in prints:
        report.faults.append(replace(made, code=""))
        return faulty
    if not _shows(faulty, prints, report.voice):
        return sound
    report.faults.append(replace(made, rule="total-mismatch"))
    for code in ("EIT", "OIT"):
        report.faults.append(replace(made, rule="instrument-mismatch", code=code))
    return faulty


def _step(
    report: Report, prints: Collection[str], agency: Agency, sound: Published, faulty: Published
) -> None:
    """A misprinted score of indicator 10 that no count of its items gives, where that is known."""
    if sound.fiscal_year != ITEMS_YEAR or "indicators" not in prints:
        return
    was, now = sound.indicators[-1], Decimal(report.voice.plain(faulty.indicators[-1]))
    near = (now / _STEP).quantize(Decimal(1)) * _STEP
    if was != now and abs(near - now) > _half(now, report.voice) + Decimal("0.01"):
        report.faults.append(
            Fault("oit-step", "digit", agency, sound.fiscal_year, f"10 {was} → {now}", code="10",
                  severity="warning", item_type="indicator", printed=str(now))
        )  # fmt: skip


def with_last_years_total(
    report: Report, chance: Random, sheets: Sequence[Published]
) -> list[Published]:
    """The sheets of consecutive years; now and then the last repeats the total before it."""
    if report.faults or not slips(chance):
        return list(sheets)
    faulty = replace(sheets[-1], total=sheets[-2].total)
    if not _shows(faulty, ("indicators", "total"), report.voice):
        return list(sheets)
    report.faults.append(_fault("total-mismatch", "other-year", report.agency, sheets[-1], faulty))
    return [*sheets[:-1], faulty]


def slips(chance: Random, share: float = 0.25) -> bool:
    """Whether the author slips here."""
    return chance.random() < share


def misprint(chance: Random, value: Decimal, cause: str) -> Decimal:
    """The value with one digit wrong, left out or doubled, or two neighbouring ones exchanged;
    the same where no such slip leaves a number without a leading zero."""
    possible = [text for text in _slips(str(value), cause) if not _ZERO_FIRST.match(text)]
    return Decimal(chance.choice(possible)) if possible else value


_ZERO_FIRST = re.compile(r"0\d")
"""As 09.13, which would be printed 9.13: another slip than the one that was made."""


def _slips(text: str, cause: str) -> list[str]:
    places = [index for index, char in enumerate(text) if char.isdigit()]
    if cause == "dropped":
        return [text[:at] + text[at + 1 :] for at in places[:2]]
    if cause == "doubled":
        return [text[: at + 1] + text[at:] for at in places[-2:]]
    if cause == "digit":
        return [
            text[:at] + digit + text[at + 1 :]
            for at in places[1:]
            for digit in "0123456789"
            if digit != text[at]
        ]
    return [
        text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        for at, after in pairwise(places)
        if after == at + 1
    ]


def misspelt(chance: Random, name: str) -> str | None:
    """The name with one tone mark lost or one letter misread, if it has such a letter."""
    alike = {"ด": "ค", "ค": "ด", "ช": "ซ", "ซ": "ช", "ม": "น", "ห": "ท", "ใ": "ไ", "ไ": "ใ"}
    places = [at for at, letter in enumerate(name) if letter in "่้" or letter in alike]
    if not places:
        return None
    at = chance.choice(places)
    return name[:at] + alike.get(name[at], "") + name[at + 1 :]


def _shows(faulty: Published, prints: Collection[str], voice: Voice) -> bool:
    """Whether the printed total misses what the printed scores give, by more than any rounding."""
    if not 0 <= faulty.total <= 100:
        return False
    if "indicators" in prints:
        five = faulty.fiscal_year < TEN_FROM
        weights = tuple(Decimal(w) / 100 for w in INDEX_WEIGHTS) if five else _TEN
        pairs = list(zip(faulty.indicators, weights, strict=True))
    else:
        shares = (Decimal(w) / 100 for w in WEIGHTS.values())
        pairs = list(zip(faulty.instruments.values(), shares, strict=True))
    given = sum((value * weight for value, weight in pairs), Decimal(0))
    slack = sum((_half(value, voice) * weight for value, weight in pairs), Decimal(0))
    slack += _half(faulty.total, voice)
    return abs(given - faulty.total) >= max(_VISIBLE, slack + Decimal("0.01"))


def _half(value: Decimal, voice: Voice) -> Decimal:
    """Half of the last digit that is printed."""
    places = len(voice.plain(value).partition(".")[2])
    return Decimal("0.5").scaleb(-places)


def _fault(rule: str, cause: str, agency: Agency, sound: Published, faulty: Published) -> Fault:
    """The fault with everything that it changes."""
    prefix = "index" if sound.fiscal_year < TEN_FROM else ""
    indicators = enumerate(zip(sound.indicators, faulty.indicators, strict=True), 1)
    changes = [
        (code, old, new)
        for code, old, new in (
            ("total", sound.total, faulty.total),
            ("rating", sound.rating, faulty.rating),
            *((f"{prefix}{n}", old, new) for n, (old, new) in indicators),
            *((c, old, faulty.instruments[c]) for c, old in sound.instruments.items()),
        )
        if old != new
    ]
    detail = ", ".join(f"{code} {old} → {new}" for code, old, new in changes)
    changed = tuple(code for code, _, _ in changes if code != "rating")
    return Fault(rule, cause, agency, sound.fiscal_year, detail, changed=changed)


def _swap(chance: Random, sound: Published) -> Published | None:
    values = list(sound.indicators)
    groups = [list(ns) for ns in INSTRUMENTS.values()] if len(values) == 10 else [[1], [2], [4]]
    first, second = chance.sample(groups, 2)
    a, b = chance.choice(first) - 1, chance.choice(second) - 1
    values[a], values[b] = values[b], values[a]
    return replace(sound, indicators=tuple(values))


def _total_misprint(cause: str) -> Callable[[Random, Published], Published | None]:
    def make(chance: Random, sound: Published) -> Published | None:
        return replace(sound, total=misprint(chance, sound.total, cause))

    return make


def _indicator_misprint(cause: str) -> Callable[[Random, Published], Published | None]:
    def make(chance: Random, sound: Published) -> Published | None:
        values = list(sound.indicators)
        at = chance.randrange(len(values))
        values[at] = misprint(chance, values[at], cause)
        return replace(sound, indicators=tuple(values)) if values[at] <= 100 else None

    return make


def _instrument_misprint(chance: Random, sound: Published) -> Published | None:
    if not sound.instruments:
        return None
    code = chance.choice(list(sound.instruments))
    wrong = misprint(chance, sound.instruments[code], "digit")
    instruments = {**sound.instruments, code: wrong}
    return replace(sound, instruments=instruments) if wrong <= 100 else None


def _exchanged_instruments(_: Random, sound: Published) -> Published | None:
    if not sound.instruments:
        return None
    values = dict(sound.instruments)
    values["EIT"], values["OIT"] = values["OIT"], values["EIT"]
    return replace(sound, instruments=values)


def _followed_exchange(chance: Random, sound: Published) -> Published | None:
    """EIT and OIT exchanged before the total and the rating were made."""
    made = _exchanged_instruments(chance, sound)
    if made is None or abs(made.instruments["EIT"] - made.instruments["OIT"]) < 1:
        return None
    parts = ((value, WEIGHTS[code]) for code, value in made.instruments.items())
    total = rounded(sum((value * weight for value, weight in parts), Decimal(0)) / 100)
    return replace(made, total=total, rating=rating_of(sound.fiscal_year, total, made.instruments))


def _wrong_rating(chance: Random, sound: Published) -> Published | None:
    if not sound.rating:
        return None
    allowed = {sound.rating}
    if sound.fiscal_year > 2565:
        # From a total alone several levels are possible; only clear mistakes are made.
        allowed |= {"ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม"} if sound.total >= 85 else set()
    wrong = [rating for rating in ratings_of(sound.fiscal_year) if rating not in allowed]
    return replace(sound, rating=chance.choice(wrong)) if wrong else None


def _wrong_total(chance: Random, sound: Published) -> Published | None:
    """A total from somewhere else altogether."""
    other = draw_scores(chance, sound.fiscal_year)
    rating = rating_of(sound.fiscal_year, other.total, sound.instruments)
    return replace(sound, total=other.total, rating=rating)


_FAULTS: tuple[
    tuple[str, tuple[str, ...], Callable[[Random, Published], Published | None]], ...
] = (
    ("swap", ("indicators", "total"), _swap),
    ("digit", ("total",), _total_misprint("digit")),
    ("transposition", ("total",), _total_misprint("transposition")),
    ("digit", ("indicators", "total"), _indicator_misprint("digit")),
    ("transposition", ("indicators", "total"), _indicator_misprint("transposition")),
    ("digit", ("instruments", "total"), _instrument_misprint),
    ("wrong-total", ("total",), _wrong_total),
    ("swap", ("instruments", "total"), _exchanged_instruments),
    ("exchange", ("instruments", "total"), _followed_exchange),
    ("dropped", ("total",), _total_misprint("dropped")),
    ("dropped", ("indicators", "total"), _indicator_misprint("dropped")),
    ("doubled", ("total",), _total_misprint("doubled")),
    ("rating", ("total", "rating"), _wrong_rating),
)
"""Cause as the auditor names it, what must be printed for it to show, and its maker."""
