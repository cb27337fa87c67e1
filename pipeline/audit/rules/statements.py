"""Rules on what the text says about scores: extremes, order, percentages, changes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pipeline.audit.case import Case, Dataset, Said, agree
from pipeline.audit.phrases import item, item_th, signed, where, where_th
from pipeline.audit.rule import Report, rule
from pipeline.facts import Claim, RankedList
from pipeline.interval import Interval, half_up, printed
from pipeline.numbers import plain


def _claims(case: Case, *kinds: str) -> Iterator[Said[Claim]]:
    if case.foreign:
        return
    for said in case.claims:
        if said.what.kind in kinds:
            yield said


def _report(
    case: Case, said: Said[Claim] | Said[RankedList], message: str, message_th: str, **told: Any
) -> Report:
    """A report on a statement, at its place; ``told`` are further parts of it."""
    return Report(
        case.subject,
        message,
        message_th,
        document=said.document,
        sha256=said.sha256,
        place=said.what.place,
        **told,
    )


@rule(
    "extreme-mismatch",
    "warning",
    "A stated highest or lowest indicator score with the printed scores.",
    "ตัวชี้วัดที่ระบุว่าได้คะแนนสูงสุดหรือต่ำสุด กับคะแนนที่พิมพ์ไว้",
    "«the highest is indicator 1 with 91.76» while indicator 3 has 97.17\n→ the highest is 97.17",
)
def extreme_mismatch(case: Case) -> Iterator[Report]:
    scores = {
        one.code: value
        for one in (case.scheme.indicators if case.scheme else ())
        if (value := case.value(one.code)) is not None
    }
    for said in _claims(case, "highest", "lowest"):
        claim = said.what
        wrong = _contradiction(case, claim, scores)
        if wrong is None:
            continue
        code, doubtful = wrong
        word, word_th = ("highest", "สูงสุด") if claim.kind == "highest" else ("lowest", "ต่ำสุด")
        name, name_th = item(code, case.scheme), item_th(code, case.scheme)
        right = plain(scores[code])
        yield _report(
            case,
            said,
            f"«{claim.printed}» ({where(claim.place)}) states the {word} score of fiscal year "
            f"{case.fiscal_year}, but {name} is printed as {right}. Correct the sentence or "
            f"check the scores.",
            f"«{claim.printed}» ({where_th(claim.place)}) ระบุคะแนน{word_th}ของปีงบประมาณ "
            f"{case.fiscal_year} แต่{name_th}พิมพ์ไว้ {right} โปรดแก้ไขข้อความหรือตรวจคะแนน",
            code=claim.kind,
            printed=plain(claim.value) if claim.value is not None else "",
            expected=right,
            severity="info" if doubtful else None,
        )


def _contradiction(case: Case, claim: Claim, scores: dict[str, Decimal]) -> tuple[str, bool] | None:
    """The code whose printed score contradicts the claim, and whether it may not.

    The sentence may speak of the indicators of one instrument alone: where the named indicator is
    the highest (lowest) of its own, a score of another instrument leaves it open.
    """
    code = claim.item.code if claim.item else ""
    if code in scores and claim.value is not None and not agree(scores[code], claim.value):
        return code, False
    stated = claim.value if claim.value is not None else scores.get(code)
    if stated is None or not scores:
        return None
    best = _beyond(claim, scores, stated)
    if best is None:
        return None
    components = case.scheme.components if case.scheme else ()
    own = {one for each in components if code in each.codes for one in each.codes}
    beside = _beyond(claim, {c: v for c, v in scores.items() if c in own}, stated)
    return best, bool(code) and beside is None


def _beyond(claim: Claim, scores: dict[str, Decimal], stated: Decimal) -> str | None:
    """The indicator with the highest (lowest) score, if that is beyond the stated one."""
    if not scores:
        return None
    pick = max if claim.kind == "highest" else min
    best = pick(scores, key=lambda one: scores[one])
    beyond = scores[best] > stated if claim.kind == "highest" else scores[best] < stated
    return best if beyond and not agree(scores[best], stated) else None


@rule(
    "order-mismatch",
    "warning",
    "A list that says it is ranked by score with its own scores.",
    "รายการที่ระบุว่าเรียงลำดับตามคะแนน กับคะแนนในรายการนั้น",
    "rank 3: 85.27, rank 4: 86.50\n→ rank 4 is higher than rank 3",
)
def order_mismatch(case: Case) -> Iterator[Report]:
    for said in case.rankings:
        ranking = said.what
        pairs = zip(ranking.values, ranking.values[1:], strict=False)
        breaks = [
            place
            for place, (upper, lower) in enumerate(pairs, start=1)
            if (upper < lower if ranking.descending else upper > lower)
        ]
        if not breaks or case.foreign:
            continue
        first = breaks[0]
        upper, lower = ranking.values[first - 1], ranking.values[first]
        one, two = ranking.codes[first - 1], ranking.codes[first]
        yield _report(
            case,
            said,
            f"The ranked list on {where(ranking.place)} is out of order in {len(breaks)} "
            f"place(s), first at rank {first}: {item(one, case.scheme)} {plain(upper)} stands "
            f"before {item(two, case.scheme)} {plain(lower)}. Check these two scores.",
            f"รายการเรียงลำดับ{where_th(ranking.place)} ผิดลำดับ {len(breaks)} แห่ง "
            f"แห่งแรกที่อันดับ {first}: {item_th(one, case.scheme)} {plain(upper)} "
            f"อยู่ก่อน{item_th(two, case.scheme)} {plain(lower)} โปรดตรวจคะแนนทั้งสอง",
            code=two,
            item_type="indicator",
            printed=f"{plain(upper)} | {plain(lower)}",
        )


@rule(
    "percent-conflict",
    "warning",
    "A stated percentage of a score with the score itself.",
    "ร้อยละที่ระบุของคะแนน กับคะแนนนั้น",
    "«56.72, คิดเป็นร้อยละ 61.50 (35.40 คะแนน)»\n→ a score of 100 is its own percentage: 56.72",
)
def percent_conflict(case: Case) -> Iterator[Report]:
    for said in _claims(case, "percent"):
        claim = said.what
        code = claim.item.code if claim.item else ""
        score = case.value(code)
        if score is None or claim.value is None or agree(score, claim.value):
            continue
        if claim.value in _shares_of_target(case, code):
            continue
        beside = f" ({plain(claim.other)} points)" if claim.other is not None else ""
        beside_th = f" ({plain(claim.other)} คะแนน)" if claim.other is not None else ""
        yield _report(
            case,
            said,
            f"«{claim.printed}» ({where(claim.place)}) gives {plain(claim.value)} per cent"
            f"{beside} for {item(code, case.scheme)}, whose score is {plain(score)} of 100. "
            f"Correct the percentage or say what it is a percentage of.",
            f"«{claim.printed}» ({where_th(claim.place)}) ระบุร้อยละ {plain(claim.value)}"
            f"{beside_th} ของ{item_th(code, case.scheme)} ซึ่งได้ {plain(score)} จาก 100 "
            f"โปรดแก้ไขร้อยละ หรือระบุว่าเป็นร้อยละของสิ่งใด",
            code=code,
            item_type=claim.item.item_type if claim.item else "",
            printed=plain(claim.value),
            expected=plain(score),
            difference=signed(Fraction(claim.value) - Fraction(score)),
        )


def _shares_of_target(case: Case, code: str) -> set[Decimal]:
    """The score as a percentage of its target, which is a fair thing to state as well."""
    entry = case.values[code]
    own = case.scheme.target.value if case.scheme and case.scheme.target else None
    known = [target for target in (entry.score.target, own) if target]
    exact = [100 * Fraction(entry.score.value) / Fraction(target) for target in known]
    return {half_up(share, places) for share in exact for places in (1, 2)}


@rule(
    "change-mismatch",
    "warning",
    "A stated change to the year before with the scores of both years.",
    "ผลต่างจากปีก่อนที่ระบุ กับคะแนนของทั้งสองปี",
    "«เพิ่มขึ้น 0.74» from 56.72 to 57.43\n→ the difference is +0.71",
)
def change_mismatch(dataset: Dataset) -> Iterator[Report]:
    for case in dataset.cases:
        before = dataset.case_of(case.subject.agency_id, case.fiscal_year - 1)
        for said in _claims(case, "change"):
            if before is not None and not before.foreign:
                yield from _changed(case, before, said)


def _changed(case: Case, before: Case, said: Said[Claim]) -> Iterator[Report]:
    claim = said.what
    code = claim.item.code if claim.item else _stated_item(case, before, claim.other)
    new, old = case.value(code), before.value(code)
    if new is None or old is None or claim.value is None:
        return
    kind = case.values[code].score.item.item_type
    real = printed(new) + printed(old).scale(Fraction(-1))
    if real.meets(printed(claim.value)) or agree(abs(claim.value), old):
        return
    if old and _share(new, old).meets(printed(claim.value)):
        return
    difference = Fraction(new) - Fraction(old)
    yield _report(
        case,
        said,
        f"«{claim.printed}» ({where(claim.place)}): {item(code, case.scheme)} went from "
        f"{plain(old)} to {plain(new)}, which is {signed(difference)}. Correct the sentence or "
        f"check both scores.",
        f"«{claim.printed}» ({where_th(claim.place)}): {item_th(code, case.scheme)} เปลี่ยนจาก "
        f"{plain(old)} เป็น {plain(new)} ต่างกัน {signed(difference)} "
        f"โปรดแก้ไขข้อความหรือตรวจคะแนนทั้งสองปี",
        code=code,
        item_type=kind,
        printed=plain(claim.value),
        expected=signed(difference),
        difference=signed(Fraction(claim.value) - difference),
    )


def _share(new: Decimal, old: Decimal) -> Interval:
    """The change in per cent of the year before, a fair thing to state as well."""
    low, high = printed(old).low, printed(old).high
    change = printed(new) + printed(old).scale(Fraction(-1))
    ends = [100 * end / base for end in (change.low, change.high) for base in (low, high) if base]
    return Interval(min(ends), max(ends))


def _stated_item(case: Case, before: Case, stated: Decimal | None) -> str:
    """The one item that had a stated score in one of two years; empty where several had."""
    if stated is None:
        return ""
    codes = [
        code
        for code in case.values
        for old, new in [(before.value(code), case.value(code))]
        if old is not None and new is not None and stated in (old, new)
    ]
    return codes[0] if len(codes) == 1 else ""
