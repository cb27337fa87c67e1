"""Rules on single scores and on prints of one score: range, item steps, conflicts, copies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from pipeline.audit.case import Case, Dataset, Entry, agreed, by_code
from pipeline.audit.explain import range_explanations
from pipeline.audit.items import nearest_steps
from pipeline.audit.phrases import (
    item,
    item_th,
    number,
    sources,
    sources_th,
    where,
    where_th,
)
from pipeline.audit.recompute import checks, recompute
from pipeline.audit.rule import Report, rule
from pipeline.interval import printed_score
from pipeline.numbers import plain

CONFIDENCE_LIMIT = 0.8
"""A reading less sure than this is not relied on."""

_SEVERAL = 2
"""Scores from which values of at most 1 are told as fractions."""
DISTINCT = 3
"""A copied score vector must hold so many different broken numbers: rows of 100 and 0
are alike without being copies."""


@rule(
    "score-out-of-range",
    "error",
    "Every score with 0 and its full marks, and a whole row with fractions of 1.",
    "คะแนนทุกค่า กับ 0 และคะแนนเต็ม และคะแนนทั้งแถวที่เป็นเศษส่วนของ 1",
    "indicator 4 is 917.6\n→ a score lies between 0 and 100: the decimal point may be misplaced",
)
def score_out_of_range(case: Case) -> Iterator[Report]:
    for entry in case.entries:
        if entry.in_range:
            continue
        full = plain(entry.score.out_of or Decimal(100))
        place = entry.score.place
        alone = entry.code not in case.values and not entry.is_points and not case.foreign
        candidates = range_explanations(case, entry.code, entry.score.value) if alone else ()
        why = f" {candidates[0].message}" if candidates else ""
        why_th = f" {candidates[0].message_th}" if candidates else ""
        yield Report(
            case.subject,
            f"{item(entry.code, case.scheme)} is printed as {entry.score.printed} "
            f"({where(place)}); a score lies between 0 and {full}.{why} "
            f"Check the digits and the decimal point.",
            f"{item_th(entry.code, case.scheme)} พิมพ์ไว้ {entry.score.printed} "
            f"({where_th(place)}) แต่คะแนนต้องอยู่ระหว่าง 0 ถึง {full}{why_th} "
            f"โปรดตรวจตัวเลขและจุดทศนิยม",
            (entry,),
            printed=plain(entry.score.value),
            expected=f"0 to {full}",
            candidates=candidates,
        )
    yield from _fractions(case)


def _fractions(case: Case) -> Iterator[Report]:
    """A body whose scores in one document all lie between 0 and 1: fractions, a hundredth of
    what they should be."""
    scores = [] if case.foreign else [one for one in case.entries if not one.is_points]
    for document in dict.fromkeys(entry.document for entry in scores):
        rows = tuple(entry for entry in scores if entry.document == document)
        values = [entry.score.value for entry in rows]
        if len({entry.code for entry in rows}) < _SEVERAL or not all(0 <= v <= 1 for v in values):
            continue
        if all(value in (0, 1) for value in values):
            continue
        first = next(entry for entry in rows if entry.score.value not in (0, 1))
        place, shown = first.score.place, plain(first.score.value)
        would = plain((first.score.value * 100).normalize())
        yield Report(
            case.subject,
            f"All {len(rows)} scores of this row lie between 0 and 1, such as {shown} for "
            f"{item(first.code, case.scheme)} ({where(place)}): they are probably fractions, while "
            f"scores are of 100 ({would} for {shown}). Multiply them by 100, or check the row.",
            f"คะแนนทั้ง {len(rows)} ค่าของแถวนี้อยู่ระหว่าง 0 ถึง 1 เช่น "
            f"{item_th(first.code, case.scheme)} {shown} ({where_th(place)}) "
            f"น่าจะเป็นเศษส่วนของ 1 แต่คะแนนเต็ม 100 ({shown} คือ {would}) "
            f"โปรดคูณด้วย 100 หรือตรวจแถวนี้",
            rows,
            printed=shown,
            expected="0 to 100",
        )


@rule(
    "oit-step",
    "warning",
    "A score of indicator 9 or 10 with the values that whole items (0 or 100 each) can give.",
    "คะแนนตัวชี้วัดที่ 9 หรือ 10 กับค่าที่เป็นไปได้จากข้อคำถามซึ่งได้ 0 หรือ 100 คะแนน",
    "indicator 10 is 51.00 in 2564\n→ its items give multiples of 6.25: 50.00 or 56.25",
)
def oit_step(case: Case) -> Iterator[Report]:
    items = case.scheme.items if case.scheme and not case.foreign else None
    basis = items.basis(case.fiscal_year) if items else "unknown"
    if items is None or basis == "unknown":
        return
    for code in dict.fromkeys(group.indicator for group in items.groups):
        entry = case.values.get(code)
        near = nearest_steps(items, code, printed_score(entry.score.value)) if entry else None
        if entry is None or near is None:
            continue
        steps = [number(step) for step in near]
        place = entry.score.place
        yield Report(
            case.subject,
            f"{item(code, case.scheme)} is printed as {plain(entry.score.value)} "
            f"({where(place)}), but its items score 0 or 100 each and no count of them gives "
            f"that; the nearest possible: {' or '.join(steps)}. Check the digits, or whether "
            f"this is an average over several bodies.",
            f"{item_th(code, case.scheme)} พิมพ์ไว้ {plain(entry.score.value)} "
            f"({where_th(place)}) แต่ข้อคำถามแต่ละข้อได้ 0 หรือ 100 คะแนน จึงไม่มีทางได้ค่านี้ "
            f"ค่าที่ใกล้ที่สุดคือ {' หรือ '.join(steps)} "
            f"โปรดตรวจตัวเลข หรือดูว่าเป็นค่าเฉลี่ยของหลายหน่วยงานหรือไม่",
            case.rows((code,)),
            printed=plain(entry.score.value),
            expected=" or ".join(steps),
            severity=None if basis == "established" else "info",
        )


def _kinds(case: Case) -> Iterator[tuple[str, list[Entry]]]:
    """Rows of one code and one kind (scores of 100, or weighted points)."""
    for points in (False, True):
        yield from by_code(one for one in case.entries if one.is_points is points).items()


def _spread(entries: list[Entry]) -> str:
    values = [entry.score.value for entry in entries]
    return plain(max(values) - min(values))


@rule(
    "value-conflict",
    "error",
    "All prints of one body's score of one year and item in one document.",
    "คะแนนเดียวกัน (หน่วยงาน ปี และตัวชี้วัดเดียวกัน) ที่พิมพ์หลายแห่งในเอกสารเดียว",
    "indicator 3 is 87.17 in the table and 78.17 in the text\n→ one of them is wrong",
)
def value_conflict(case: Case) -> Iterator[Report]:
    for code, entries in _kinds(case):
        for document in dict.fromkeys(entry.document for entry in entries):
            own = [entry for entry in entries if entry.document == document]
            if agreed(own) is None:
                yield _conflict(case, code, own, "one document")


@rule(
    "cross-document-conflict",
    "error",
    "One body's score of one year and item between documents.",
    "คะแนนเดียวกัน (หน่วยงาน ปี และตัวชี้วัดเดียวกัน) ระหว่างเอกสาร",
    "the total of 2564 is 56.72 in one report and 57.43 in the next year's\n→ one of them is wrong",
)
def cross_document_conflict(case: Case) -> Iterator[Report]:
    for code, entries in _kinds(case):
        each = [
            agreed([entry for entry in entries if entry.document == document])
            for document in dict.fromkeys(entry.document for entry in entries)
        ]
        sure = [entry for entry in each if entry is not None]
        if len(sure) > 1 and agreed(sure) is None:
            yield _conflict(case, code, sure, "several documents")


def _conflict(case: Case, code: str, entries: list[Entry], between: str) -> Report:
    rows = tuple(entries)
    fits, fits_th = _which_fits(case, code, entries)
    within = between == "one document"
    one_body = within or case.resolved
    doubt = "" if one_body else " The name is ambiguous: these may be different bodies."
    doubt_th = "" if one_body else " ชื่อหน่วยงานกำกวม อาจเป็นคนละหน่วยงาน"
    return Report(
        case.subject,
        f"{item(code, case.scheme)} of fiscal year {case.fiscal_year} is printed differently in "
        f"{between}: {sources(rows)}.{fits} Find out which one is official; until then none "
        f"is used.{doubt}",
        f"{item_th(code, case.scheme)} ปีงบประมาณ {case.fiscal_year} พิมพ์ไม่ตรงกัน"
        f"{'ในเอกสารเดียวกัน' if within else 'ระหว่างเอกสาร'}: {sources_th(rows)}{fits_th} "
        f"โปรดตรวจว่าค่าใดเป็นทางการ ระหว่างนี้จะไม่ใช้ค่าใดเลย{doubt_th}",
        rows,
        printed=" | ".join(dict.fromkeys(plain(entry.score.value) for entry in entries)),
        difference=_spread(entries),
        severity=None if one_body else "info",
    )


def _which_fits(case: Case, code: str, entries: list[Entry]) -> tuple[str, str]:
    """Which of the conflicting scores, if exactly one, recomputes with all the others."""
    if not case.judged or any(entry.is_points for entry in entries):
        return "", ""
    agreed_values = {other: entry.score.value for other, entry in case.values.items()}
    fitting = []
    for value in dict.fromkeys(entry.score.value for entry in entries):
        values = {**agreed_values, code: value}
        made = checks(case.scheme, values, {}, recompute(case.scheme, values, {}))
        if any(one.kind == "total" and one.holds and one.decided for one in made):
            fitting.append(plain(value))
    if len(fitting) != 1:
        return "", ""
    return (
        f" With {fitting[0]}, and no other of them, the printed scores give the printed total.",
        f" มีเพียง {fitting[0]} เท่านั้นที่ทำให้คะแนนรวมตรงกับสูตร",
    )


@rule(
    "low-confidence",
    "warning",
    f"How sure the reader was of a score with the limit of {CONFIDENCE_LIMIT}.",
    f"ความมั่นใจในการอ่านคะแนน กับเกณฑ์ {CONFIDENCE_LIMIT}",
    "indicator 7 was recognised as 80.59 with confidence 0.55\n→ look at the page",
)
def low_confidence(case: Case) -> Iterator[Report]:
    for entry in case.entries:
        place = entry.score.place
        if place.confidence >= CONFIDENCE_LIMIT:
            continue
        sure = f"{place.confidence:.2f}"
        yield Report(
            case.subject,
            f"{item(entry.code, case.scheme)} was read as {entry.score.printed} with confidence "
            f"{sure} ({where(place)}). Compare it with the page.",
            f"อ่าน{item_th(entry.code, case.scheme)}ได้ {entry.score.printed} "
            f"ด้วยความมั่นใจ {sure} ({where_th(place)}) โปรดเทียบกับหน้าเอกสาร",
            (entry,),
            printed=plain(entry.score.value),
        )


@rule(
    "copied-scores",
    "info",
    "The whole row of scores of one body and year with those of all others.",
    "ชุดคะแนนทั้งหมดของหน่วยงานหนึ่งในปีหนึ่ง กับของหน่วยงานและปีอื่น",
    "two bodies print the same ten scores of two decimals\n→ one was probably copied",
)
def copied_scores(dataset: Dataset) -> Iterator[Report]:
    seen: dict[tuple[Decimal, ...], Case] = {}
    for case in dataset.cases:
        vector = _vector(case)
        if vector is None:
            continue
        first = seen.setdefault(vector, case)
        if first is case:
            continue
        other = f"{first.subject.agency} {first.fiscal_year}"
        codes = [one.code for one in case.scheme.indicators] if case.scheme else []
        shown = " ".join(plain(value) for value in vector)
        yield Report(
            case.subject,
            f"All scores of {case.subject.agency} {case.fiscal_year} are those of {other}: "
            f"{shown}. Check whether one row was copied from the other.",
            f"คะแนนทุกตัวชี้วัดของ{case.subject.agency} ปี {case.fiscal_year} "
            f"เหมือนกับของ{other}: {shown} โปรดตรวจว่าคัดลอกมาหรือไม่",
            case.rows(codes),
            printed=shown,
            item_type="indicator",
            code="",
        )


def _vector(case: Case) -> tuple[Decimal, ...] | None:
    """Every indicator's score in official order, if all are known and telling enough."""
    codes = [one.code for one in case.scheme.indicators] if case.scheme else []
    values = [case.value(code) for code in codes]
    known = tuple(value for value in values if value is not None)
    if not codes or len(known) < len(codes):
        return None
    broken = {value for value in known if Fraction(value).denominator > 1}
    return known if len(broken) >= DISTINCT else None
