"""Lists of several bodies: as rows or as columns, by instruments or by all indicators."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from corpus.faults import Published, publish, slips
from corpus.layouts.parts import true_indicators, true_instruments, true_total
from corpus.report import Fault, Report
from corpus.scores import INSTRUMENTS, LAST_YEAR, TEN_FROM, draw_scores, rounded
from corpus.voice import draw_voice
from corpus.words import NAMES
from corpus.world import Agency, draw_list


def _list_of(layout: str, chance: Random, count: int) -> tuple[Report, tuple[Agency, ...], int]:
    """A district's, a province's or a ministry's list: its owner is not among the scored bodies."""
    listed = draw_list(chance, count)
    year = chance.randint(TEN_FROM, LAST_YEAR)
    report = Report(layout, listed.owner, draw_voice(chance))
    report.heading(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {report.voice(year)}")
    report.heading(listed.title)
    return report, listed.bodies, year


def _of_many_districts(bodies: Sequence[Agency]) -> bool:
    return len({body.district for body in bodies}) > 1


def _with_district(body: Agency, shown: bool) -> str:
    """The short name, and the district where bodies of several stand together."""
    return f"{body.short}{body.name}" + (f" อ.{body.district}" if shown and body.district else "")


def _name(chance: Random, body: Agency) -> str:
    if body.short == body.type_word:
        return body.official
    return chance.choice((body.official, f"{body.short}{body.name}", f"{body.short} {body.name}"))


def _publish(report: Report, chance: Random, body: Agency, year: int, what: str) -> Published:
    prints = (what, "total", "rating")
    scores = publish(report, chance, draw_scores(chance, year), prints, body)
    if what == "indicators":
        true_indicators(report, scores, body, names=NAMES)
    else:
        true_instruments(report, scores, body, names={code: code for code in INSTRUMENTS})
    true_total(report, scores, body, rated=True, name="คะแนนรวม")
    return scores


def _copy(report: Report, first: Agency, body: Agency, scores: Published) -> None:
    """The row of the body above once more, under another name."""
    true_indicators(report, scores, body, names=NAMES)
    true_total(report, scores, body, rated=True, name="คะแนนรวม")
    report.faults.append(
        Fault("copied-scores", "copied", body, scores.fiscal_year, f"the scores of {first.id}",
              code="", severity="info")
    )  # fmt: skip


def _absent(chance: Random, bodies: Sequence[Agency]) -> Agency | None:
    """Now and then one that was not assessed: its row holds dashes, and it has no scores."""
    return chance.choice(bodies[1:]) if slips(chance, 0.15) else None


def _means(columns: Sequence[Sequence[Decimal]]) -> list[Decimal]:
    return [rounded(sum(column, Decimal(0)) / len(column)) for column in columns]


def many_bodies(chance: Random) -> Report:
    """Bodies in rows, instruments in columns, and a mean that is no body."""
    report, bodies, year = _list_of("many-bodies", chance, chance.randint(5, 20))
    show = report.voice
    several = _of_many_districts(bodies)
    rows = [["ที่", "หน่วยงาน", *(["อำเภอ"] if several else []),
             "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"]]  # fmt: skip
    values = []
    absent = _absent(chance, bodies)
    for number, body in enumerate(bodies, 1):
        lead = [show(number), _name(chance, body), *([body.district] if several else [])]
        if body == absent:
            rows.append([*lead, *"-----"])
            continue
        scores = _publish(report, chance, body, year, "instruments")
        values.append([*scores.instruments.values(), scores.total])
        rows.append([*lead, *map(show, values[-1]), scores.rating])
    label = chance.choice(("เฉลี่ย", "ค่าเฉลี่ย", "รวม/เฉลี่ย"))
    means = _means(list(zip(*values, strict=True)))
    rows.append(["", label, *([""] if several else []), *map(show, means), ""])
    report.landscape = several
    report.table(rows)
    return report


def wide(chance: Random) -> Report:
    """Bodies in rows and all ten indicators in columns, on wide pages."""
    report, bodies, year = _list_of("wide", chance, chance.randint(5, 17))
    show = report.voice
    heads = [f"{show(n)}. {name}" for n, name in enumerate(NAMES, 1)]
    several = _of_many_districts(bodies)
    copied = chance.randint(1, len(bodies) - 1) if slips(chance, 0.08) else 0
    absent = None if copied else _absent(chance, bodies)
    scores: Published | None = None
    rows = [["หน่วยงาน", *heads, "คะแนนรวม", "ระดับ"]]
    for at, body in enumerate(bodies):
        if body == absent:
            rows.append([_with_district(body, several), *"-" * (len(rows[0]) - 1)])
            continue
        if copied and at == copied and scores and not report.faults:
            _copy(report, bodies[at - 1], body, scores)
        else:
            scores = _publish(report, chance, body, year, "indicators")
        rows.append(
            [_with_district(body, several), *map(show, scores.indicators), show(scores.total),
             scores.rating]
        )  # fmt: skip
    report.landscape = True
    report.table(rows)
    return report


def bodies_across(chance: Random) -> Report:
    """Bodies as columns, indicators as rows from first to last or from last to first, totals and
    ratings at the foot."""
    report, bodies, year = _list_of("bodies-across", chance, chance.randint(5, 14))
    show = report.voice
    sheets = [_publish(report, chance, body, year, "indicators") for body in bodies]
    several = _of_many_districts(bodies)
    names = [_with_district(body, several) for body in bodies]
    rows = [["ตัวชี้วัด", *names]]
    order = list(enumerate(NAMES))
    if chance.random() < 0.3:
        order.reverse()
    for index, name in order:
        rows.append([f"{show(index + 1)}. {name}", *(show(s.indicators[index]) for s in sheets)])
    rows.append(["คะแนนรวม", *(show(sheet.total) for sheet in sheets)])
    rows.append(["ระดับ", *(sheet.rating for sheet in sheets)])
    report.landscape = len(bodies) > 4
    report.table(rows, turned=len(bodies) > 8)
    return report
