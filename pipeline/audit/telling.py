"""Candidate causes in words, English and Thai."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from pipeline.audit.case import Case
from pipeline.audit.hypotheses import Slip
from pipeline.audit.phrases import exact, item
from pipeline.audit.phrases import item_th as bare_item_th
from pipeline.audit.recompute import Check
from pipeline.numbers import plain
from pipeline.scheme import Scheme

SLIPS = {
    "digit": ("one digit is wrong", "ผิดหนึ่งหลัก"),
    "thai-digit": (
        "one Thai digit was taken for another of like shape",
        "อ่านเลขไทยผิดเป็นเลขที่คล้ายกัน",
    ),
    "transposition": ("two neighbouring digits are exchanged", "สลับเลขสองหลักที่ติดกัน"),
    "dropped": ("a digit is left out", "ตกไปหนึ่งหลัก"),
    "doubled": ("a digit is doubled", "พิมพ์ซ้ำหนึ่งหลัก"),
    "point": ("the decimal point is lost or misplaced", "จุดทศนิยมหายหรือผิดตำแหน่ง"),
}


def item_th(code: str, scheme: Scheme | None) -> str:
    """An item's name inside a Thai sentence: Latin letters stand between spaces."""
    name = bare_item_th(code, scheme)
    if name.isascii():
        return f" {name} "
    return f"{name} " if name.endswith(")") else name


def told(case: Case, check: Check, slip: Slip, predicted: Fraction) -> tuple[str, str]:
    """What would be true of a printed total under a slip."""
    total, gives = plain(check.printed), exact(predicted)
    says = f"the formula gives {gives}, as the printed total {total} says"
    says_th = f"สูตรจะให้ {gives} ตรงกับคะแนนรวม {total} ที่พิมพ์ไว้"
    if slip.cause in SLIPS:
        return _of_number(case, slip, (gives, says, says_th))
    if slip.cause == "swap":
        (one, value), (two, _) = slip.changes
        was, would = plain(case.values[one].score.value), plain(value)
        return (
            f"If the scores of {item(one, case.scheme)} and {item(two, case.scheme)} stand under "
            f"each other's label ({was} ↔ {would}), {says}.",
            f"หากคะแนนของ{item_th(one, case.scheme)} และ{item_th(two, case.scheme)} สลับกัน "
            f"({was} ↔ {would}) {says_th}",
        )
    return _of_way(slip, total, gives)


def _of_number(case: Case, slip: Slip, says: tuple[str, str, str]) -> tuple[str, str]:
    gives, agrees, agrees_th = says
    what, what_th = SLIPS[slip.cause]
    ((code, value),) = slip.changes
    was, would = plain(case.values[code].score.value), plain(value)
    if code == "total":
        return (
            f"If {what} in the total ({was} for {would}), it agrees with the formula's {gives}.",
            f"หากคะแนนรวม{what_th} (พิมพ์ {was} แทน {would}) จะตรงกับสูตรซึ่งให้ {gives}",
        )
    return (
        f"If {what} in {item(code, case.scheme)} ({was} for {would}), {agrees}.",
        f"หาก{item_th(code, case.scheme)}{what_th} (พิมพ์ {was} แทน {would}) {agrees_th}",
    )


def _of_way(slip: Slip, total: str, gives: str) -> tuple[str, str]:
    """Causes that are no slip in a single number."""
    what, what_th = slip.what, slip.what_th
    would = ", ".join(plain(value) for _, value in slip.changes)
    which = ", ".join(code for code, _ in slip.changes)
    ways = {
        "sorted": (
            f"The scores {what} from indicator to indicator in official order: if they were "
            f"sorted by themselves, they stand beside wrong names, and some order gives {total}.",
            f"คะแนน{what_th}เรียงตามลำดับตัวชี้วัดทางการทุกข้อ หากถูกเรียงแยกจากชื่อ คะแนนจะอยู่ผิดตัวชี้วัด "
            f"และมีลำดับที่ให้คะแนนรวม {total} ได้",
        ),
        "exchange": (
            f"If {what} were exchanged when the total was made, it comes to {gives}, as printed.",
            f"หากสลับ {what_th} ตอนรวมคะแนน จะได้ {gives} ตามที่พิมพ์ไว้",
        ),
        "other-scheme": (
            f"If the total was made as {what}, it comes to {gives}, as printed; that is not this "
            "year's formula.",
            f"หากรวมคะแนนด้วย{what_th} จะได้ {gives} ตามที่พิมพ์ไว้ ซึ่งไม่ใช่สูตรของปีนี้",
        ),
        "rounded": (
            f"If the total was made from {what}, it comes to {gives}, as printed.",
            f"หากรวมคะแนนจาก{what_th} จะได้ {gives} ตามที่พิมพ์ไว้",
        ),
        "zero": (
            f"{_nought(what)} left out of the mean, the total comes to {gives}, as printed.",
            f"หากเลข 0 ของตัวชี้วัดที่ {what_th} หมายถึงไม่มีคะแนนและไม่นำมาเฉลี่ย คะแนนรวมจะเป็น {gives} "
            "ตามที่พิมพ์ไว้",
        ),
        "weighted": (
            f"With {which} taken as points of {what}, the score is {would} and the total comes to "
            f"{gives}, as printed.",
            f"หาก {which} พิมพ์เป็นคะแนนถ่วงน้ำหนักเต็ม {what_th} "
            f"คะแนนคือ {would} และคะแนนรวมจะเป็น {gives} ตามที่พิมพ์ไว้",
        ),
        "other-year": (
            f"{total} is the total of this body in fiscal year {what}: it may have been copied "
            f"from there; the formula gives {would}.",
            f"{total} เป็นคะแนนรวมของหน่วยงานนี้ในปี {what_th} อาจคัดลอกมาผิดปี สูตรให้ {would}",
        ),
        "other-body": (
            f"{total} is the total of {what} in the same year: it may have been copied from there; "
            f"the formula gives {would}.",
            f"{total} เป็นคะแนนรวมของ{what_th}ในปีเดียวกัน อาจคัดลอกมาผิดหน่วยงาน สูตรให้ {would}",
        ),
    }
    return ways[slip.cause]


def _nought(codes: str) -> str:
    if "," in codes:
        return f"If the zeros of indicators {codes} stand for missing scores that were"
    return f"If the 0 of indicator {codes} stands for a missing score that was"


def told_of_instrument(case: Case, check: Check, slip: Slip) -> tuple[str, str]:
    """What would be true of a printed instrument under a slip."""
    if slip.cause == "zero":
        return (
            f"{_nought(slip.what)} left out of the mean, {check.code} comes to "
            f"{exact(slip.nominal or Fraction(0))}, as printed.",
            f"หากเลข 0 ของตัวชี้วัดที่ {slip.what_th} หมายถึงไม่มีคะแนนและไม่นำมาเฉลี่ย {check.code} "
            f"จะเป็น {exact(slip.nominal or Fraction(0))} ตามที่พิมพ์ไว้",
        )
    if slip.cause == "weighted":
        gives = exact(slip.nominal or Fraction(0))
        return (
            f"Taken as points of {slip.what}, {check.code} comes to {gives}, as printed.",
            f"หาก {check.code} พิมพ์เป็นคะแนนถ่วงน้ำหนักเต็ม {slip.what_th} จะเป็น {gives} ตามที่พิมพ์ไว้",
        )
    code, value = slip.changes[0]
    if slip.cause == "swap":
        other = slip.changes[1][0]
        return (
            f"If {code} and {other} stand under each other's label, both fit their indicators.",
            f"หาก {code} กับ {other} สลับที่กัน ทั้งสองค่าจะตรงกับตัวชี้วัดของตน",
        )
    what, what_th = SLIPS[slip.cause]
    was, would = plain(case.values[code].score.value), plain(value)
    name, name_th = item(code, case.scheme), item_th(code, case.scheme)
    if code == check.code:
        return (
            f"If {what} in {code} ({was} for {would}), it fits its indicators.",
            f"หาก {code} {what_th} (พิมพ์ {was} แทน {would}) จะตรงกับตัวชี้วัด",
        )
    return (
        f"If {what} in {name} ({was} for {would}), {check.code} is the mean of its scores.",
        f"หาก{name_th}{what_th} (พิมพ์ {was} แทน {would}) {check.code} จะเท่ากับค่าเฉลี่ยของคะแนน",
    )


def told_of_range(
    case: Case, code: str, cause: str, printed: Decimal, value: Decimal, mended: tuple[str, ...]
) -> tuple[str, str]:
    """What would be true of a score out of range under a slip."""
    what, what_th = SLIPS[cause]
    name, name_th = item(code, case.scheme), item_th(code, case.scheme)
    fits = " and the printed total follows" if "total" in mended else ""
    fits_th = " และคะแนนรวมที่พิมพ์ไว้ตรงกับสูตร" if "total" in mended else ""
    return (
        f"If {what}, {name} is {plain(value)} (printed {plain(printed)}){fits}.",
        f"หาก{name_th}{what_th} คะแนนคือ {plain(value)} (พิมพ์ {plain(printed)}){fits_th}",
    )
