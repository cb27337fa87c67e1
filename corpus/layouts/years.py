"""Reports that print several years side by side, or below each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from corpus.faults import Published, publish, slips, with_last_years_total
from corpus.layouts.parts import (
    distract,
    opening,
    row_names,
    start,
    true_indicators,
    true_total,
)
from corpus.report import Fault, Report
from corpus.scores import LAST_YEAR, draw_scores, rounded
from corpus.voice import Voice
from corpus.words import NAMES, SENTENCES

_GOAL = Decimal("85.00")


def years(chance: Random) -> Report:
    """Two or three years side by side under a header of two rows, with targets and marks."""
    report, _ = start("years", chance)
    show = report.voice
    last, count = chance.randint(2564, LAST_YEAR), chance.choice([2, 3])
    sheets = [
        publish(report, chance, draw_scores(chance, y)) for y in range(last - count + 1, last + 1)
    ]
    if count == 3 and not report.faults and slips(chance, 0.3):
        sheets = _sort_columns(report, sheets)
    sheets = with_last_years_total(report, chance, sheets)
    opening(report, chance, last, last - count + 1)
    marked = chance.random() < 0.6
    top = ["ตัวชี้วัด", "คะแนนรายปีงบประมาณ", *[""] * (count - 1), "เป้าหมาย"]
    below = ["", *(show(sheet.fiscal_year) for sheet in sheets), ""]
    spans = [(0, 0, 2, 1), (0, 1, 1, count), (0, count + 1, 2, 1)]
    beside = "" if marked else chance.choice(("", "change", "mean"))
    if beside:
        top.append({"change": "เพิ่มขึ้น/ลดลง", "mean": "ค่าเฉลี่ยทั้งประเทศ"}[beside])
        below.append("")
        spans.append((0, count + 2, 2, 1))
    if marked:
        top += ["ผลเทียบเป้าหมาย", ""]
        below += ["ผ่าน", "ไม่ผ่าน"]
        spans.append((0, count + 2, 1, 2))
    goal, tick = _goal(report, chance, last), chance.choice("/√")
    rows, passed, names = [top, below], 0, row_names(chance)
    wrong_mark = chance.randrange(10) if marked and slips(chance) else -1
    for index, name in enumerate(names):
        values = [sheet.indicators[index] for sheet in sheets]
        good = values[-1] >= _GOAL
        if index == wrong_mark:
            good = not good
            report.faults.append(
                Fault("target-verdict-mismatch", "mark", report.agency, last,
                      f"{values[-1]} marked {'passed' if good else 'failed'}",
                      code=str(index + 1), severity="warning",
                      printed="pass" if good else "fail", expected="fail" if good else "pass")
            )  # fmt: skip
        passed += good
        marks = ([tick, ""] if good else ["-", tick]) if marked else []
        aside = [_aside(beside, chance, show, values)] if beside else []
        label = f"{show(index + 1)}. {name}"
        rows.append([label, *map(show, values), show(goal), *aside, *marks])
    tally = [show(passed), show(10 - passed)] if marked else []
    totals = [sheet.total for sheet in sheets]
    aside = [_aside(beside, chance, show, totals)] if beside else []
    rows.append(["คะแนนรวม", *map(show, totals), show(goal), *aside, *tally])
    report.table(rows, header=2, spans=spans)
    for sheet in sheets:
        aim = report.voice.plain(goal) if sheet is sheets[-1] else ""
        true_indicators(report, sheet, names=names, target=aim)
        true_total(report, sheet, name="คะแนนรวม", target=aim)
    if chance.random() < 0.5 and not report.faults:
        say_change(report, chance, sheets[-2], sheets[-1])
    distract(report, chance)
    return report


def _aside(beside: str, chance: Random, show: Voice, values: Sequence[Decimal]) -> str:
    """A number beside the years that is no score: the change to last year, or a mean of others."""
    if beside == "mean":
        return show(rounded(Decimal(str(chance.uniform(70, 92)))))
    change = values[-1] - values[-2]
    return ("+" if change >= 0 else "-") + show(abs(change))


def _goal(report: Report, chance: Random, year: int) -> Decimal:
    """The target of the column; now and then its digits are exchanged."""
    if not slips(chance, 0.15):
        return _GOAL
    goal = Decimal("58.00")
    report.say(SENTENCES["goal"][1].format(goal=report.voice(_GOAL)))
    report.faults.append(
        Fault("threshold-conflict", "target", report.agency, year, f"{_GOAL} → {goal}",
              code="threshold", severity="warning", printed=str(goal), expected=str(_GOAL))
    )  # fmt: skip
    return goal


def _sort_columns(report: Report, sheets: list[Published]) -> list[Published]:
    """Each year sorted by itself under one set of names."""
    sorted_sheets = [
        Published(s.sheet, tuple(sorted(s.indicators, reverse=True)), s.instruments, s.total,
                  s.rating)
        for s in sheets
    ]  # fmt: skip
    weights = [Decimal(w) for w in ("0.06",) * 5 + ("0.10",) * 3 + ("0.20",) * 2]
    visible = 0
    for old, new in zip(sheets, sorted_sheets, strict=True):
        given = sum((v * w for v, w in zip(new.indicators, weights, strict=True)), Decimal(0))
        if abs(given - old.total) >= Decimal("0.03"):
            visible += 1
            report.faults.append(
                Fault("total-mismatch", "sorted", report.agency, old.fiscal_year,
                      "the column is sorted by itself")
            )  # fmt: skip
    if visible < 2:
        report.faults.clear()
        return sheets
    report.faults.append(
        Fault("sorted-columns", "sorted-columns", report.agency, 0, "all columns", code="")
    )
    return sorted_sheets


def say_change(report: Report, chance: Random, old: Published, new: Published) -> None:
    """The change of the total in a sentence, now and then another than the totals give."""
    show = report.voice
    change = new.total - old.total
    stated = abs(change)
    if slips(chance, 0.4):
        stated += Decimal("0.27")
        report.faults.append(
            Fault("change-mismatch", "change", report.agency, new.fiscal_year,
                  f"{abs(change)} → {stated}", severity="warning", item_type="total",
                  printed=str(stated if change >= 0 else -stated), expected=str(change))
        )  # fmt: skip
    report.say(
        chance.choice(SENTENCES["change"]).format(
            before=show(old.fiscal_year),
            year=show(new.fiscal_year),
            old=show(old.total),
            new=show(new.total),
            way="เพิ่มขึ้น" if change >= 0 else "ลดลง",
            change=show(stated),
        )
    )


def turned(chance: Random) -> Report:
    """Indicators as columns, years as rows."""
    report, _ = start("turned", chance)
    show = report.voice
    last = chance.randint(2563, LAST_YEAR)
    count = chance.choice([1, 2, 2, 3]) if last > 2563 else 2
    opening(report, chance, last, last - count + 1)
    rows = [["ปีงบประมาณ", *NAMES, "คะแนนรวม", "ระดับ"]]
    for year in range(last - count + 1, last + 1):
        prints = ("indicators", "total", "rating")
        scores = publish(report, chance, draw_scores(chance, year), prints)
        rows.append([show(year), *map(show, scores.indicators), show(scores.total), scores.rating])
        true_indicators(report, scores, names=NAMES)
        true_total(report, scores, rated=True, name="คะแนนรวม")
    report.landscape = True
    report.table(rows)
    return report
