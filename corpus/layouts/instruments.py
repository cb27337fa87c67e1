"""Reports that print the three instruments: weighted points, cards, indicators below them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpus.faults import publish, slips
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
from corpus.report import Fault, Report
from corpus.scores import INSTRUMENTS, PARTS_FROM, WEIGHTS, draw_scores, rounded
from corpus.words import INSTRUMENT_NAMES


def weighted(chance: Random) -> Report:
    """Instruments with weights and weighted points, in half of the reports above their
    indicators."""
    report, year = start("weighted", chance)
    show = report.voice
    whole = chance.random() < 0.5
    prints = ("instruments", "total", *(("indicators",) if whole else ()))
    scores = publish(report, chance, draw_scores(chance, year), prints)
    opening(report, chance, year)
    names, labels = row_names(chance), {}
    rows = [["เครื่องมือ", "น้ำหนัก (ร้อยละ)", "คะแนนที่ได้", "คะแนนถ่วงน้ำหนัก"]]
    slip = chance.choice(list(WEIGHTS)) if not report.faults and slips(chance) else ""
    for code, value in scores.instruments.items():
        points = rounded(value * WEIGHTS[code] / 100)
        if code == slip:
            points = _wrong_points(report, year, code, points)
        labels[code] = chance.choice(INSTRUMENT_NAMES[code][:2])
        rows.append([labels[code], show(WEIGHTS[code]), show(value), show(points)])
        report.score(report.agency, year, "instrument", code, points, WEIGHTS[code])
        rows += [
            [f"{show(n)}. {names[n - 1]}", "", show(scores.indicators[n - 1]), ""]
            for n in (INSTRUMENTS[code] if whole else ())
        ]
    true_instruments(report, scores, names=labels)
    if whole:
        true_indicators(report, scores, names=names)
    rows.append([chance.choice(("คะแนนรวม", "รวม")), show(100), "", show(scores.total)])
    true_total(report, scores)
    report.table(rows)
    distract(report, chance)
    return report


def _wrong_points(report: Report, year: int, code: str, points: Decimal) -> Decimal:
    wrong = points - 1 if points > WEIGHTS[code] - 1 else points + 1
    report.faults.append(
        Fault(
            "weighted-mismatch",
            "points",
            report.agency,
            year,
            f"{points} → {wrong}",
            code=code,
            printed=report.voice.plain(wrong),
            expected=str(points),
        )
    )
    return wrong


def by_instrument(chance: Random) -> Report:
    """Indicators below their instrument's row, which prints the instrument's score."""
    report, year = start("by-instrument", chance)
    show = report.voice
    prints = ("indicators", "instruments", "total")
    scores = publish(report, chance, draw_scores(chance, year), prints)
    opening(report, chance, year)
    distract(report, chance)
    names = row_names(chance)
    long_names = chance.choice([0, 1, 2])
    parts = year >= PARTS_FROM and chance.random() < 0.4
    rows = [["เครื่องมือ / ตัวชี้วัด", chance.choice(("คะแนน", "คะแนนที่ได้", "ผลคะแนน"))]]
    for code, numbers in INSTRUMENTS.items():
        rows.append([INSTRUMENT_NAMES[code][long_names], show(scores.instruments[code])])
        for number in numbers:
            label = f"{show(number)}. {names[number - 1]}"
            rows.append([label, show(scores.indicators[number - 1])])
        if code == "EIT" and parts:
            for part, value in scores.sheet.parts.items():
                rows.append([f"EIT ส่วนที่ {show(part[-1])}", show(value)])
                report.score(report.agency, year, "instrument", part, value)
    rows.append([chance.choice(("คะแนนรวม", "ผลคะแนนรวม ITA")), show(scores.total)])
    report.table(rows)
    true_instruments(
        report, scores, names={code: each[long_names] for code, each in INSTRUMENT_NAMES.items()}
    )
    true_indicators(report, scores, names=names)
    true_total(report, scores, name=rows[-1][0])
    return report


def cards(chance: Random) -> Report:
    """A small table of the instruments, then the ten indicators; now and then they disagree."""
    report, year = start("cards", chance)
    show = report.voice
    sheet = draw_scores(chance, year)
    scores = publish(report, chance, sheet, ("indicators", "instruments", "total", "rating"))
    instruments = dict(scores.instruments)
    if not report.faults and slips(chance):
        code = chance.choice(list(instruments))
        other = draw_scores(chance, year).instruments[code]
        if abs(other - instruments[code]) >= Decimal("0.03"):
            report.faults.append(
                Fault("instrument-mismatch", "card", report.agency, year,
                      f"{instruments[code]} → {other}", code=code)
            )  # fmt: skip
            instruments[code] = other
    opening(report, chance, year)
    say_total(report, chance, scores)
    report.table([list(INSTRUMENTS), [show(instruments[code]) for code in INSTRUMENTS]])
    list_indicators(report, scores, row_names(chance))
    for code, value in instruments.items():
        report.score(report.agency, year, "instrument", code, value, name=code)
    distract(report, chance)
    return report
