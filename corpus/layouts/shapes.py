"""Less common shapes of tables: side by side, merged downwards, values first, items one by one."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpus.faults import publish, with_last_years_total
from corpus.layouts.parts import (
    distract,
    list_indicators,
    opening,
    row_names,
    say_total,
    start,
    true_indicators,
    true_instruments,
    true_total,
)
from corpus.layouts.years import say_change
from corpus.report import Report
from corpus.scores import INSTRUMENTS, LAST_YEAR, draw_scores, rounded
from corpus.words import NAMES, SENTENCES

# Names of the data that the open-data items of 2564 ask for, by sub-indicator; our own words.
_ITEMS: dict[str, tuple[str, int]] = {
    "9.1": ("ข้อมูลพื้นฐาน", 9),
    "9.2": ("การบริหารงาน", 8),
    "9.3": ("การบริหารเงินงบประมาณ", 7),
    "9.4": ("การบริหารและพัฒนาทรัพยากรบุคคล", 4),
    "9.5": ("การส่งเสริมความโปร่งใส", 5),
    "10.1": ("การดำเนินการเพื่อป้องกันการทุจริต", 8),
    "10.2": ("มาตรการภายในเพื่อป้องกันการทุจริต", 2),
}


def side_by_side(chance: Random) -> Report:
    """Two halves of one list beside each other."""
    report, year = start("side-by-side", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year))
    opening(report, chance, year)
    names = row_names(chance)
    rows = [["ที่", "ตัวชี้วัด", "คะแนน"] * 2]
    rows += [
        [
            text
            for at in (n, n + 5)
            for text in (show(at + 1), names[at], show(scores.indicators[at]))
        ]
        for n in range(5)
    ]
    report.table(rows)
    report.landscape = True
    true_indicators(report, scores, names=names)
    say_total(report, chance, scores)
    distract(report, chance)
    return report


def merged_down(chance: Random) -> Report:
    """The instrument and its score in cells that span its indicators."""
    report, year = start("merged-down", chance)
    show = report.voice
    prints = ("indicators", "instruments", "total")
    scores = publish(report, chance, draw_scores(chance, year), prints)
    opening(report, chance, year)
    names = row_names(chance)
    rows = [["เครื่องมือ", "คะแนนเครื่องมือ", "ตัวชี้วัด", "คะแนน"]]
    spans = []
    for code, numbers in INSTRUMENTS.items():
        spans += [(len(rows), column, len(numbers), 1) for column in (0, 1)]
        for number in numbers:
            first = number == numbers[0]
            lead = [code, show(scores.instruments[code])] if first else ["", ""]
            label = f"{show(number)}. {names[number - 1]}"
            rows.append([*lead, label, show(scores.indicators[number - 1])])
    rows.append(["คะแนนรวม", "", "", show(scores.total)])
    report.table(rows, spans=spans)
    true_indicators(report, scores, names=names)
    true_instruments(report, scores)
    true_total(report, scores, name="คะแนนรวม")
    distract(report, chance)
    return report


def values_first(chance: Random) -> Report:
    """The column of scores before the column of names."""
    report, year = start("values-first", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year))
    opening(report, chance, year)
    rows = [["คะแนนที่ได้", "ตัวชี้วัด", "ข้อสังเกต"]]
    names = row_names(chance)
    for name, value in zip(names, scores.indicators, strict=True):
        rows.append([show(value), name, chance.choice(SENTENCES["remark"])])
    rows.append([show(scores.total), "คะแนนรวม", ""])
    report.table(rows)
    true_indicators(report, scores, names=names)
    true_total(report, scores, name="คะแนนรวม")
    distract(report, chance)
    return report


def year_by_year(chance: Random) -> Report:
    """A table for each year under a heading of its own."""
    report, _ = start("year-by-year", chance)
    show = report.voice
    last = chance.randint(2563, LAST_YEAR)
    opening(report, chance, last, last - 1)
    sheets = [publish(report, chance, draw_scores(chance, year)) for year in (last - 1, last)]
    sheets = with_last_years_total(report, chance, sheets)
    for scores in sheets:
        report.heading(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {show(scores.fiscal_year)}")
        list_indicators(report, scores, total=True)
    if chance.random() < 0.6 and not report.faults:
        say_change(report, chance, *sheets)
    distract(report, chance)
    return report


def items(chance: Random) -> Report:
    """The open-data items of 2564 one by one, with sub-indicators and indicators."""
    report, _ = start("items", chance)
    year, show = 2564, report.voice
    opening(report, chance, year)
    means: dict[str, list[Decimal]] = {"9": [], "10": []}
    rows, number = [["รายการ", "คะแนน"]], 1
    for code, (name, size) in _ITEMS.items():
        got = [Decimal(100 if chance.random() < 0.8 else 0) for _ in range(size)]
        mean = sum(got, Decimal(0)) / size
        means[code.split(".")[0]].append(mean)
        rows.append([f"ตัวชี้วัดย่อยที่ {show(code)} {name}", show(rounded(mean))])
        report.score(report.agency, year, "sub_indicator", code, rounded(mean))
        for value in got:
            rows.append([f"O{number}", show(rounded(value))])
            report.score(report.agency, year, "question", f"O{number}", rounded(value))
            number += 1
    report.table(rows)
    summary = [["ตัวชี้วัด", "คะแนน"]]
    for code, parts in means.items():
        value = rounded(sum(parts, Decimal(0)) / len(parts))
        summary.append([f"ตัวชี้วัดที่ {show(code)} {NAMES[int(code) - 1]}", show(value)])
        report.score(report.agency, year, "indicator", code, value)
    report.table(summary)
    distract(report, chance)
    return report
