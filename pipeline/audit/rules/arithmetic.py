"""Rules that recompute: the total, the instruments, weighted points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pipeline.audit.case import Case, Entry
from pipeline.audit.explain import SHOWN, explanations, instrument_explanations, verdict_on
from pipeline.audit.gaps import gaps, told
from pipeline.audit.model import Candidate
from pipeline.audit.phrases import item, item_th, number, signed, where, where_th
from pipeline.audit.recompute import Check
from pipeline.audit.rule import Report, rule
from pipeline.interval import half_up, printed_score, weighted_sum
from pipeline.numbers import plain


def _failing(case: Case, *kinds: str) -> Iterator[Check]:
    for check in case.checks:
        if check.kind in kinds and check.decided and not check.holds:
            yield check


def _report(
    case: Case,
    check: Check,
    message: str,
    message_th: str,
    rows: tuple[Entry, ...],
    *,
    candidates: tuple[Candidate, ...] = (),
) -> Report:
    """A failed check; only an established formula makes it more than information."""
    if not case.judged:
        year = case.fiscal_year
        message += f" The formula of {year} is inferred, not established: this proves nothing."
        message_th += f" สูตรของปี {year} เป็นข้อสันนิษฐาน จึงยังไม่ถือว่าผิด"
    return Report(
        case.subject,
        message,
        message_th,
        rows,
        printed=plain(check.printed),
        expected=number(check.result.nominal),
        difference=signed(_difference(check)),
        severity=None if case.judged else "info",
        candidates=candidates,
    )


def _difference(check: Check) -> Fraction:
    """Printed less recomputed, the latter at two decimals as it is published."""
    return Fraction(check.printed) - Fraction(half_up(check.result.nominal))


@rule(
    "total-mismatch",
    "error",
    "The printed total with the weighted sum of the printed scores, as exact intervals.",
    "คะแนนรวมที่พิมพ์ไว้ กับผลรวมถ่วงน้ำหนักของคะแนนที่พิมพ์ไว้ โดยคิดช่วงค่าจากการปัดเศษ",
    "total 53.05, but the ten indicators give 52.91\n"
    "→ with the scores of indicators 2 and 7 exchanged they give 53.049",
)
def total_mismatch(case: Case) -> Iterator[Report]:
    for check in _failing(case, "total"):
        candidates = explanations(case, check)
        why, why_th = verdict_on(candidates)
        located, located_th, suspects = _located(case, check)
        rows = case.rows(("total",)) + case.rows(suspects)
        total, gives = plain(check.printed), number(check.result.nominal)
        off = signed(_difference(check))
        place = rows[0].score.place
        message = (
            f"The printed total of fiscal year {case.fiscal_year} is {total} ({where(place)}); "
            f"the printed scores give {gives} (difference {off}).{located} {why} "
            f"Compare these scores with the official announcement."
        )
        message_th = (
            f"คะแนนรวมปีงบประมาณ {case.fiscal_year} พิมพ์ไว้ {total} ({where_th(place)}) "
            f"แต่คะแนนที่พิมพ์ไว้คำนวณได้ {gives} (ต่างกัน {off}){located_th} {why_th} "
            f"โปรดตรวจเทียบกับประกาศผลของสำนักงาน ป.ป.ช."
        )
        yield _report(case, check, message, message_th, rows, candidates=candidates[:SHOWN])
    yield from _out_of_reach(case, total=True)


def _out_of_reach(case: Case, *, total: bool) -> Iterator[Report]:
    """Printed numbers that no scores in place of the missing ones could give."""
    for gap in gaps(case):
        if gap.possible or (gap.code == "total") != total:
            continue
        rows = case.rows((gap.code,))
        reach, shown = gap.reach, Fraction(gap.printed)
        off = shown - (reach.high if shown > reach.high else reach.low)
        missing = ", ".join(item(code, case.scheme) for code in gap.missing)
        missing_th = ", ".join(item_th(code, case.scheme) for code in gap.missing)
        en, th = told(case, gap)
        place = rows[0].score.place
        yield Report(
            case.subject,
            f"Fiscal year {case.fiscal_year} ({where(place)}): {missing} is not printed. {en}"
            " Compare these scores with the official announcement.",
            f"ปีงบประมาณ {case.fiscal_year} ({where_th(place)}) ไม่ได้พิมพ์{missing_th} {th} "
            "โปรดตรวจเทียบกับประกาศผลของสำนักงาน ป.ป.ช.",
            rows,
            printed=plain(gap.printed),
            expected=f"{number(reach.low)}–{number(reach.high)}",
            difference=signed(off),
        )


def _located(case: Case, check: Check) -> tuple[str, str, tuple[str, ...]]:
    """Which scores are in doubt: fewer if the printed instruments give the printed total."""
    everything = "", "", check.result.inputs
    components = case.scheme.components if case.scheme else ()
    shares = [
        (one.share, printed_score(value))
        for one in components
        if (value := case.value(one.code)) is not None
    ]
    if check.result.source != "indicators" or len(shares) < len(components):
        return everything
    if not weighted_sum(shares).meets(check.allowed):
        return everything
    wrong = {one.code for one in _failing(case, "instrument")}
    suspects = tuple(code for one in components if one.code in wrong for code in one.codes)
    if not suspects:
        return everything
    names = ", ".join(sorted(wrong))
    return (
        f" The printed instruments do give this total: an indicator of {names} is in doubt.",
        f" คะแนนรายเครื่องมือที่พิมพ์ไว้ให้คะแนนรวมนี้ถูกต้อง จึงน่าสงสัยตัวชี้วัดของ {names}",
        suspects,
    )


@rule(
    "instrument-mismatch",
    "error",
    "A printed instrument score (IIT, EIT, OIT) with the mean of its indicators, or of its parts.",
    "คะแนนเครื่องมือ (IIT, EIT, OIT) ที่พิมพ์ไว้ กับค่าเฉลี่ยของตัวชี้วัดหรือของส่วนย่อย",
    "EIT 86.27, its indicators 74.13, 80.59, 74.11\n→ their mean is 76.28",
)
def instrument_mismatch(case: Case) -> Iterator[Report]:
    for check in _failing(case, "instrument"):
        rows = case.rows((check.code,)) + case.rows(check.result.inputs)
        from_parts = check.result.source == "parts"
        of, of_th = ("parts", "ส่วนย่อย") if from_parts else ("indicators", "ตัวชี้วัด")
        inputs = check.result.inputs
        listed = " + ".join(plain(case.values[code].score.value) for code in inputs)
        gives, place = number(check.result.nominal), rows[0].score.place
        candidates = instrument_explanations(case, check)
        why = f" {candidates[0].message}" if candidates else ""
        why_th = f" {candidates[0].message_th}" if candidates else ""
        message = (
            f"{check.code} is printed as {plain(check.printed)} ({where(place)}); the mean of its "
            f"{of}, ({listed}) / {len(inputs)}, is {gives}.{why} Check {check.code} and these "
            f"scores."
        )
        message_th = (
            f"{check.code} พิมพ์ไว้ {plain(check.printed)} ({where_th(place)}) แต่ค่าเฉลี่ยของ"
            f"{of_th} ({listed}) / {len(inputs)} คือ {gives}{why_th} "
            f"โปรดตรวจ {check.code} และคะแนนเหล่านี้"
        )
        yield _report(case, check, message, message_th, rows, candidates=candidates[:SHOWN])
    yield from _out_of_reach(case, total=False)


@rule(
    "weighted-mismatch",
    "error",
    "Weighted points (of 30, 30, 40) with the score they come from; their sum with the total.",
    "คะแนนถ่วงน้ำหนัก (เต็ม 30, 30, 40) กับคะแนนของเครื่องมือ และผลรวมกับคะแนนรวม",
    "IIT 93.47, weighted 38.04 of 30\n→ 93.47 of 100 is 28.04 of 30",
)
def weighted_mismatch(case: Case) -> Iterator[Report]:
    for check in _failing(case, "points"):
        yield _wrong_points(case, check)
    for check in _failing(case, "points-total"):
        yield _wrong_sum(case, check)


def _wrong_points(case: Case, check: Check) -> Report:
    rows = tuple(one for one in case.entries if one.is_points and one.code == check.code)
    full = plain(rows[0].score.out_of or check.printed)
    points, gives, place = plain(check.printed), number(check.result.nominal), rows[0].score.place
    message = (
        f"{check.code} is printed with {points} points of {full} ({where(place)}); its score "
        f"gives {gives} points. Check the points and the score."
    )
    message_th = (
        f"{check.code} พิมพ์คะแนนถ่วงน้ำหนักไว้ {points} จากเต็ม {full} ({where_th(place)}) "
        f"แต่คะแนนของเครื่องมือให้ {gives} โปรดตรวจทั้งสองค่า"
    )
    return _report(case, check, message, message_th, rows + case.rows(check.result.inputs))


def _wrong_sum(case: Case, check: Check) -> Report:
    codes = check.result.inputs
    rows = tuple(one for one in case.entries if one.is_points and one.code in codes)
    listed = " + ".join(plain(case.points[code].score.value) for code in codes)
    total, gives = plain(check.printed), number(check.result.nominal)
    message = (
        f"The total is printed as {total}; the weighted points {listed} add up to {gives}. "
        f"Check the points and the total."
    )
    message_th = (
        f"คะแนนรวมพิมพ์ไว้ {total} แต่คะแนนถ่วงน้ำหนัก {listed} รวมกันได้ {gives} "
        f"โปรดตรวจคะแนนถ่วงน้ำหนักและคะแนนรวม"
    )
    return _report(case, check, message, message_th, case.rows(("total",)) + rows)
