"""What the layouts share: covers, sentences with the total, distractors, names of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random

from corpus.faults import Published, misspelt, slips
from corpus.report import Fault, Report
from corpus.scores import LAST_YEAR, TEN_FROM, rounded
from corpus.voice import draw_voice
from corpus.words import DISTRACTORS, NAMES, SENTENCES, VARIANTS
from corpus.world import Agency, draw_agency


def start(layout: str, chance: Random, first: int = TEN_FROM) -> tuple[Report, int]:
    """A report of some body, and a fiscal year from ``first``."""
    report = Report(layout, draw_agency(chance), draw_voice(chance))
    return report, chance.randint(first, LAST_YEAR)


def opening(report: Report, chance: Random, year: int, first: int | None = None) -> None:
    """Cover lines: what the report is, of which year, whose, and where.

    Now and then the cover misspells the name or names another year: one that the report has
    no scores of, which it has from ``first`` on.
    """
    agency, show = report.agency, report.voice
    on_cover = year
    if slips(chance, 0.04):
        on_cover = year + (chance.choice((-1, 1)) if first in (None, year) else 1)
        if slips(chance):
            on_cover = int(f"{chance.choice((3, 5))}{str(year)[1:]}")
        report.faults.append(
            Fault("fiscal-year-conflict", "year", agency, year,
                  f"cover {on_cover}, text {year}", code="fiscal_year", severity="warning")
        )  # fmt: skip
    report.heading(chance.choice(SENTENCES["cover"]).format(year=show(on_cover)))
    report.heading(agency.official)
    if agency.place:
        report.heading(agency.place)
    text = chance.choice(SENTENCES["opening"])
    report.say(text.format(agency=agency.official, year=show(year)))
    wrong = misspelt(chance, agency.name)
    if agency.kind in ("sao", "subdistrict-municipality") and wrong and slips(chance, 0.05):
        _misspell(report, wrong)


def _misspell(report: Report, wrong: str) -> None:
    """One more mention of the body, with a slip of the pen in its name."""
    agency = report.agency
    report.say(f"{agency.type_word}{wrong} {agency.place} ขอขอบคุณผู้ตอบแบบวัดทุกท่าน")
    report.say(f"{agency.official} {agency.place} จะนำผลไปใช้วางแผนต่อไป")
    report.faults.append(
        Fault("agency-name-variant", "misspelt", agency, 0, f"{agency.name} → {wrong}",
              code="agency", severity="info")
    )  # fmt: skip


_OTHERS = {"number": (20, 99), "mean": (62, 97), "change": (0.1, 14)}
"""What numbers that are not the body's lie between: shares, means of scores, and changes."""


def distract(report: Report, chance: Random) -> None:
    """One to three sentences with numbers that are no scores of the body.

    A hospital that speaks of MOIT is assessed by it: that is a report of another kind.
    """
    show = report.voice
    apart = [t for t in DISTRACTORS if "MOIT" not in t or report.agency.kind != "hospital"]
    for text in chance.sample(apart, chance.randint(1, 3)):
        numbers = {
            name: show(rounded(Decimal(str(chance.uniform(*between)))))
            for name, between in _OTHERS.items()
        }
        report.say(text.format(count=show(chance.randint(2, 400)), **numbers))


def say_total(report: Report, chance: Random, scores: Published) -> None:
    """The total in a sentence, with its rating where the year has one."""
    rating = ""
    if scores.rating:
        rating = chance.choice(SENTENCES["rating"]).format(rating=scores.rating)
    text = chance.choice(SENTENCES["total"]).format(
        agency=report.agency.official,
        year=report.voice(scores.fiscal_year),
        total=report.voice(scores.total),
        rating=rating,
    )
    report.say(text.strip())
    true_total(report, scores, rated=bool(rating))


def true_total(
    report: Report,
    scores: Published,
    agency: Agency | None = None,
    *,
    rated: bool = False,
    name: str = "",
    target: str = "",
) -> None:
    rating = scores.rating if rated else ""
    report.score(
        agency or report.agency, scores.fiscal_year, "total", "total", scores.total,
        rating=rating, name=name, target=target,
    )  # fmt: skip


def true_indicators(
    report: Report,
    scores: Published,
    agency: Agency | None = None,
    *,
    names: Sequence[str] = (),
    target: str = "",
    without: int = 0,
) -> None:
    """Remember that every indicator, or index, is printed, under which label.

    ``without`` is the number of one that is left out; 0 is none.
    """
    five = scores.fiscal_year < TEN_FROM
    for number, value in enumerate(scores.indicators, 1):
        item_type, code = ("index", f"index{number}") if five else ("indicator", str(number))
        if number == without:
            continue
        name = names[number - 1] if names else ""
        report.score(
            agency or report.agency, scores.fiscal_year, item_type, code, value,
            name=name, target=target,
        )  # fmt: skip


def list_indicators(
    report: Report, scores: Published, names: Sequence[str] = NAMES, *, total: bool = False
) -> None:
    """A table of the indicators in their order, with their total where it is wanted."""
    show = report.voice
    rows = [["ที่", "ตัวชี้วัด", "คะแนน"]]
    for number, (name, value) in enumerate(zip(names, scores.indicators, strict=True), 1):
        rows.append([show(number), name, show(value)])
    if total:
        rows.append(["", "คะแนนรวม", show(scores.total)])
    report.table(rows)
    true_indicators(report, scores, names=names)
    if total:
        true_total(report, scores, name="คะแนนรวม")


def true_instruments(
    report: Report,
    scores: Published,
    agency: Agency | None = None,
    *,
    names: Mapping[str, str] | None = None,
) -> None:
    for code, value in scores.instruments.items():
        name = names[code] if names else ""
        report.score(
            agency or report.agency, scores.fiscal_year, "instrument", code, value, name=name
        )


def row_names(chance: Random) -> Sequence[str]:
    """The ten names as one author writes them."""
    if chance.random() < 0.6:
        return NAMES
    return [chance.choice((name, *VARIANTS.get(n, ()))) for n, name in enumerate(NAMES, 1)]
