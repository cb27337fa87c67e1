"""The shapes in which reports print scores, each a function that writes one report.

Every layout draws its words, digits and order from its own generator, says what is
printed, and adds distractors: numbers that are no scores of the body.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from corpus.faults import Published, publish
from corpus.report import Report
from corpus.scores import INSTRUMENTS, WEIGHTS, draw_scores, rounded
from corpus.words import DISTRACTORS, NAMES, SENTENCES, Digits, draw_digits
from corpus.world import Agency, draw_agency, draw_neighbours

Layout = Callable[[Random], Report]


def _opening(report: Report, chance: Random, year: int, show: Digits) -> None:
    """Cover lines: what the report is, of which year, whose, and where."""
    agency = report.agency
    report.heading(chance.choice(SENTENCES["cover"]).format(year=show(year)))
    report.heading(agency.official)
    report.heading(agency.place)
    text = chance.choice(SENTENCES["opening"])
    report.say(text.format(agency=agency.official, year=show(year)))


def _distract(report: Report, chance: Random, show: Digits) -> None:
    for text in chance.sample(DISTRACTORS, chance.randint(1, 3)):
        number = rounded(Decimal(str(chance.uniform(1, 99))))
        report.say(text.format(number=show(number), count=show(chance.randint(2, 400))))


def _start(layout: str, chance: Random) -> tuple[Report, Digits, int]:
    report = Report(layout, draw_agency(chance))
    return report, draw_digits(chance), chance.randint(2562, 2568)


def _print_total(report: Report, chance: Random, scores: Published, show: Digits) -> None:
    text = chance.choice(SENTENCES["total"])
    rating = chance.choice(SENTENCES["rating"]).format(rating=scores.rating)
    report.say(
        text.format(
            agency=report.agency.official,
            year=show(scores.fiscal_year),
            total=show(scores.total),
            rating=rating,
        )
    )
    report.score(report.agency, scores.fiscal_year, "total", "total", scores.total)


def _true_indicators(report: Report, scores: Published) -> None:
    for number, value in enumerate(scores.indicators, 1):
        report.score(report.agency, scores.fiscal_year, "indicator", str(number), value)


def official(chance: Random) -> Report:
    """Ten rows in official order, total at the foot."""
    report, show, year = _start("official", chance)
    scores = publish(report, chance, draw_scores(chance, year))
    _opening(report, chance, year, show)
    _distract(report, chance, show)
    rows = [["ตัวชี้วัด", chance.choice(["คะแนน", "ผลคะแนน", "คะแนน (ร้อยละ)", "ผลการประเมิน"])]]
    style = chance.choice(["{n}. {name}", "{name}", "ตัวชี้วัดที่ {n} {name}"])
    for number, value in enumerate(scores.indicators, 1):
        rows.append([style.format(n=show(number), name=NAMES[number - 1]), show(value)])
    rows.append([chance.choice(["คะแนนรวม", "ผลคะแนนรวม", "คะแนนเฉลี่ยรวม"]), show(scores.total)])
    report.table(rows)
    _true_indicators(report, scores)
    report.score(report.agency, year, "total", "total", scores.total)
    _distract(report, chance, show)
    return report


def ranked(chance: Random) -> Report:
    """Rows in order of score with the rank as number."""
    report, show, year = _start("ranked", chance)
    scores = publish(report, chance, draw_scores(chance, year))
    _opening(report, chance, year, show)
    order = sorted(range(10), key=lambda i: -scores.indicators[i])
    rows = [["อันดับ", "ตัวชี้วัด", "คะแนน"]]
    for rank, index in enumerate(order, 1):
        rows.append([show(rank), NAMES[index], show(scores.indicators[index])])
    report.table(rows)
    _true_indicators(report, scores)
    _print_total(report, chance, scores, show)
    _distract(report, chance, show)
    return report


def memo(chance: Random) -> Report:
    """Lines "ตัวชี้วัดที่ n … ได้คะแนน …" with the total in a sentence."""
    report, show, year = _start("memo", chance)
    scores = publish(report, chance, draw_scores(chance, year))
    _opening(report, chance, year, show)
    line = chance.choice(SENTENCES["memo"])
    for number, value in enumerate(scores.indicators, 1):
        report.say(line.format(n=show(number), name=NAMES[number - 1], value=show(value)))
    _true_indicators(report, scores)
    _print_total(report, chance, scores, show)
    _distract(report, chance, show)
    return report


def in_label(chance: Random) -> Report:
    """Scores inside label cells, beside a column of remarks."""
    report, show, year = _start("in-label", chance)
    scores = publish(report, chance, draw_scores(chance, year))
    _opening(report, chance, year, show)
    _print_total(report, chance, scores, show)
    rows = [["ตัวชี้วัดของการประเมิน", "ประเด็นที่ต้องปรับปรุง"]]
    for code, numbers in INSTRUMENTS.items():
        rows.append([f"แบบวัด {code}", ""])
        for number in numbers:
            value = show(scores.indicators[number - 1])
            remark = chance.choice(SENTENCES["remark"])
            rows.append([f"{show(number)}. {NAMES[number - 1]} {value}คะแนน", remark])
    report.table(rows)
    _true_indicators(report, scores)
    return report


def years(chance: Random) -> Report:
    """Two or three years side by side under a header of two rows, with targets and marks."""
    report, show, _ = _start("years", chance)
    last = chance.randint(2564, 2568)
    count = chance.choice([2, 3])
    sheets = [
        publish(report, chance, draw_scores(chance, y)) for y in range(last - count + 1, last + 1)
    ]
    _opening(report, chance, last, show)
    top = ["ตัวชี้วัด", "คะแนนรายปีงบประมาณ", *[""] * (count - 1), "เป้าหมาย", "ผลเทียบเป้าหมาย", ""]
    below = ["", *(show(sheet.fiscal_year) for sheet in sheets), "", "ผ่าน", "ไม่ผ่าน"]
    rows = [top, below]
    passed = 0
    for index, name in enumerate(NAMES):
        values = [sheet.indicators[index] for sheet in sheets]
        good = values[-1] >= 85
        passed += good
        marks = ["✓", ""] if good else ["-", "✓"]
        rows.append([f"{show(index + 1)}. {name}", *map(show, values), show("85.00"), *marks])
    totals = [show(sheet.total) for sheet in sheets]
    rows.append(["คะแนนรวม", *totals, show("85.00"), show(passed), show(10 - passed)])
    report.table(rows, header=2)
    for sheet in sheets:
        _true_indicators(report, sheet)
        report.score(report.agency, sheet.fiscal_year, "total", "total", sheet.total)
    _distract(report, chance, show)
    return report


def weighted(chance: Random) -> Report:
    """Instruments with weights and weighted points."""
    report, show, year = _start("weighted", chance)
    sheet = draw_scores(chance, year)
    _opening(report, chance, year, show)
    rows = [["เครื่องมือ", "น้ำหนัก (ร้อยละ)", "คะแนนที่ได้", "คะแนนถ่วงน้ำหนัก"]]
    for code, value in sheet.instruments.items():
        points = rounded(value * WEIGHTS[code] / 100)
        rows.append([f"แบบวัด {code}", show(WEIGHTS[code]), show(value), show(points)])
        report.score(report.agency, year, "instrument", code, value)
        report.score(report.agency, year, "instrument", code, points, WEIGHTS[code])
    rows.append(["คะแนนรวม", show(100), "", show(sheet.total)])
    report.score(report.agency, year, "total", "total", sheet.total)
    report.table(rows)
    _distract(report, chance, show)
    return report


def many_bodies(chance: Random) -> Report:
    """Bodies of one district in rows, instruments in columns, and a mean that is none."""
    count = chance.randint(4, 8)
    neighbours = draw_neighbours(chance, count)
    show = draw_digits(chance)
    year = chance.randint(2562, 2568)
    first = neighbours[0]
    report = Report(
        "many-bodies", Agency("other", "ที่ทำการปกครองอำเภอ", "", first.district, "", first.province)
    )
    report.heading(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {show(year)}")
    report.heading(f"องค์กรปกครองส่วนท้องถิ่นในอำเภอ{first.district} จังหวัด{first.province}")
    rows = [["ที่", "หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"]]
    columns: list[list[Decimal]] = [[], [], [], []]
    for number, agency in enumerate(neighbours, 1):
        sheet = draw_scores(chance, year)
        values = [*sheet.instruments.values(), sheet.total]
        name = chance.choice(
            [agency.official, f"{agency.short}{agency.name}", f"{agency.short} {agency.name}"]
        )
        rows.append([show(number), name, *map(show, values), sheet.rating])
        for column, value in zip(columns, values, strict=True):
            column.append(value)
        for code, value in sheet.instruments.items():
            report.score(agency, year, "instrument", code, value)
        report.score(agency, year, "total", "total", sheet.total)
    means = [rounded(sum(column, Decimal(0)) / len(column)) for column in columns]
    rows.append(["", "เฉลี่ย", *map(show, means), ""])
    report.table(rows)
    return report


def turned(chance: Random) -> Report:
    """Indicators as columns, years as rows."""
    report, show, _ = _start("turned", chance)
    last = chance.randint(2563, 2568)
    _opening(report, chance, last, show)
    rows = [["ปีงบประมาณ", *NAMES, "คะแนนรวม", "ระดับ"]]
    for year in (last - 1, last):
        scores = publish(report, chance, draw_scores(chance, year))
        rows.append([show(year), *map(show, scores.indicators), show(scores.total), scores.rating])
        _true_indicators(report, scores)
        report.score(report.agency, year, "total", "total", scores.total)
    report.table(rows)
    return report


def narrative(chance: Random) -> Report:
    """Everything in sentences: total, instruments, strongest and weakest indicator."""
    report, show, year = _start("narrative", chance)
    scores = publish(report, chance, draw_scores(chance, year), faulty=False)
    _opening(report, chance, year, show)
    _print_total(report, chance, scores, show)
    sheet = scores.sheet
    text = chance.choice(SENTENCES["instruments"])
    report.say(
        text.format(**{code.lower(): show(value) for code, value in sheet.instruments.items()})
    )
    for code, value in sheet.instruments.items():
        report.score(report.agency, year, "instrument", code, value)
    best = max(range(10), key=lambda i: scores.indicators[i])
    worst = min(range(10), key=lambda i: scores.indicators[i])
    text = chance.choice(SENTENCES["extremes"])
    report.say(
        text.format(
            best=NAMES[best],
            high=show(scores.indicators[best]),
            worst=NAMES[worst],
            low=show(scores.indicators[worst]),
        )
    )
    for index in (best, worst):
        report.score(report.agency, year, "indicator", str(index + 1), scores.indicators[index])
    _distract(report, chance, show)
    return report


LAYOUTS: dict[str, Layout] = {
    "official": official,
    "ranked": ranked,
    "memo": memo,
    "in-label": in_label,
    "years": years,
    "weighted": weighted,
    "many-bodies": many_bodies,
    "turned": turned,
    "narrative": narrative,
}
