"""Reports that print one year as a list: in official order, ranked, as memo lines, in labels."""

from __future__ import annotations

from random import Random

from corpus.faults import publish, slips
from corpus.layouts.parts import (
    distract,
    opening,
    row_names,
    say_total,
    start,
    true_indicators,
    true_total,
)
from corpus.report import Fault, Report
from corpus.scores import INSTRUMENTS, TEN_FROM, draw_scores
from corpus.words import INDICES, SENTENCES

_SCORE_HEADS = ("คะแนน", "ผลคะแนน", "คะแนน (ร้อยละ)", "ผลการประเมิน", "คะแนนที่ได้")
_TOTAL_HEADS = ("คะแนนรวม", "ผลคะแนนรวม", "คะแนนเฉลี่ยรวม", "คะแนนภาพรวม")


def official(chance: Random) -> Report:
    """Ten rows in official order, total at the foot."""
    report, year = start("official", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year))
    opening(report, chance, year)
    distract(report, chance)
    rows = [["ตัวชี้วัด", chance.choice(_SCORE_HEADS)]]
    style = chance.choice(["{n}. {name}", "{name}", "ตัวชี้วัดที่ {n} {name}"])
    names = row_names(chance)
    numbers = list(range(1, 11))
    if "{n}" in style and not report.faults and slips(chance, 0.1):
        numbers = _exchanged_numbers(report, chance, year)
    for number, name, value in zip(numbers, names, scores.indicators, strict=True):
        rows.append([style.format(n=show(number), name=name), show(value)])
    left_out = 0
    if not report.faults and slips(chance, 0.08):
        left_out = chance.randint(1, 10)
        del rows[left_out]
        report.faults.append(
            Fault("indicator-missing", "left out", report.agency, year, f"no indicator {left_out}",
                  code="", severity="warning")
        )  # fmt: skip
    rows.append([chance.choice(_TOTAL_HEADS), show(scores.total)])
    report.table(rows)
    true_indicators(report, scores, names=names, without=left_out)
    true_total(report, scores, name=rows[-1][0])
    distract(report, chance)
    return report


def _exchanged_numbers(report: Report, chance: Random, year: int) -> list[int]:
    """The numbers of the rows, two neighbours exchanged: the names beside them decide."""
    numbers = list(range(1, 11))
    at = chance.randrange(9)
    numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    report.faults.append(
        Fault("indicator-number-conflict", "number", report.agency, year,
              f"numbers {at + 1} and {at + 2} exchanged", code="", severity="")
    )  # fmt: skip
    return numbers


def indices(chance: Random) -> Report:
    """The five indices of 2561 and before, with their total."""
    report, _ = start("indices", chance)
    year, show = TEN_FROM - 1, report.voice
    scores = publish(report, chance, draw_scores(chance, year))
    opening(report, chance, year)
    rows = [["ดัชนี", chance.choice(_SCORE_HEADS)]]
    for number, (name, value) in enumerate(zip(INDICES, scores.indicators, strict=True), 1):
        rows.append([f"{show(number)}. {name}", show(value)])
    rows.append([chance.choice(_TOTAL_HEADS), show(scores.total)])
    report.table(rows)
    true_indicators(report, scores, names=INDICES)
    true_total(report, scores, name=rows[-1][0])
    distract(report, chance)
    return report


def ranked(chance: Random) -> Report:
    """Rows in order of score, the rank as their number; now and then two rows out of order."""
    report, year = start("ranked", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year))
    opening(report, chance, year)
    names = row_names(chance)
    order = sorted(range(10), key=lambda i: -scores.indicators[i])
    steps = [
        at for at in range(9) if scores.indicators[order[at]] > scores.indicators[order[at + 1]]
    ]
    as_label = chance.random() < 0.3
    if not as_label and slips(chance) and steps:
        at = chance.choice(steps)
        order[at], order[at + 1] = order[at + 1], order[at]
        report.faults.append(
            Fault("order-mismatch", "order", report.agency, year, f"ranks {at + 1} and {at + 2}",
                  code="", severity="warning")
        )  # fmt: skip
    if as_label:
        rows = [["ตัวชี้วัดเรียงตามคะแนนจากมากไปน้อย", "คะแนน"]]
        rows += [
            [f"ตัวชี้วัดที่ {show(rank)} {names[i]}", show(scores.indicators[i])]
            for rank, i in enumerate(order, 1)
        ]
        if order != list(range(10)):
            report.faults.append(
                Fault("indicator-number-conflict", "rank", report.agency, year, "rank as number",
                      code="", severity="warning", injected=False)
            )  # fmt: skip
    else:
        rows = [["อันดับ", "ตัวชี้วัด", "คะแนน"]]
        rows += [
            [show(rank), names[i], show(scores.indicators[i])] for rank, i in enumerate(order, 1)
        ]
    report.table(rows)
    true_indicators(report, scores, names=names)
    say_total(report, chance, scores)
    distract(report, chance)
    return report


def memo(chance: Random) -> Report:
    """Lines "ตัวชี้วัดที่ n … ได้คะแนน …" with the total in a sentence."""
    report, year = start("memo", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year), ("indicators", "total", "rating"))
    opening(report, chance, year)
    line, names = chance.choice(SENTENCES["memo"]), row_names(chance)
    for number, (name, value) in enumerate(zip(names, scores.indicators, strict=True), 1):
        report.say(line.format(n=show(number), name=name, value=show(value)))
    true_indicators(report, scores, names=names)
    say_total(report, chance, scores)
    distract(report, chance)
    return report


def in_label(chance: Random) -> Report:
    """Scores inside label cells, beside a column of remarks."""
    report, year = start("in-label", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year), ("indicators", "total", "rating"))
    opening(report, chance, year)
    say_total(report, chance, scores)
    names = row_names(chance)
    rows = [["ตัวชี้วัดของการประเมิน", "ประเด็นที่ต้องปรับปรุง"]]
    for code, numbers in INSTRUMENTS.items():
        rows.append([f"แบบวัด {code}", ""])
        for number in numbers:
            value = show(scores.indicators[number - 1])
            unit = chance.choice(["คะแนน", " คะแนน", ""])
            remark = chance.choice(SENTENCES["remark"])
            rows.append([f"{show(number)}. {names[number - 1]} {value}{unit}", remark])
    report.table(rows)
    true_indicators(report, scores, names=names)
    return report
