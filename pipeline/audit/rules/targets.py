"""Rules on the pass mark: who is said to pass it, how many, and what it is said to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from pipeline.audit.case import Case, DocumentCase, Entry
from pipeline.audit.phrases import item, item_th, where, where_th
from pipeline.audit.rule import Report, rule
from pipeline.audit.rules.ratings import read_rating
from pipeline.audit.slips import transpositions
from pipeline.facts import Claim, Mark, Place, Score
from pipeline.numbers import plain
from pipeline.scheme import published, scheme_for

Answer = Literal["pass", "fail", "open"]


def passes(value: Decimal, target: Decimal) -> Answer:
    """Whether a printed score reaches a target; a coarse print at the target leaves it open."""
    score = published(value)
    if score.low >= target:
        return "pass"
    return "fail" if score.high < target else "open"


def targets(case: Case, entry: Entry) -> tuple[Decimal, ...]:
    """The target printed in the row and the scheme's own, without repeats."""
    own = case.scheme.target.value if case.scheme and case.scheme.target else None
    known = [target for target in (entry.score.target, own) if target is not None]
    return tuple(dict.fromkeys(known))


@rule(
    "target-verdict-mismatch",
    "warning",
    "A printed pass or fail with the score and its target.",
    "ผลผ่านหรือไม่ผ่านที่พิมพ์ไว้ กับคะแนนและค่าเป้าหมาย",
    "indicator 4: 83.50, target 85.00, marked as passed\n→ 83.50 is below the target",
)
def target_verdict_mismatch(case: Case) -> Iterator[Report]:
    if case.foreign:
        return
    for entry in case.entries:
        mark = entry.score.mark or _flag(case, entry)
        limits = targets(case, entry)
        answers = {passes(entry.score.value, limit) for limit in limits}
        if not mark or not limits or entry.is_points or answers & {mark, "open"}:
            continue
        said, said_th = ("passed", "ผ่าน") if mark == "pass" else ("failed", "ไม่ผ่าน")
        relation, relation_th = ("below", "ต่ำกว่า") if mark == "pass" else ("not below", "ไม่ต่ำกว่า")
        target, score = plain(limits[0]), plain(entry.score.value)
        yield Report(
            case.subject,
            f"{item(entry.code, case.scheme)} is marked as {said} "
            f"({where(entry.score.place)}), but its score {score} is {relation} the target "
            f"{target}. Correct the mark or check the score.",
            f"{item_th(entry.code, case.scheme)} ระบุว่า{said_th} ({where_th(entry.score.place)}) "
            f"แต่คะแนน {score} {relation_th}เป้าหมาย {target} โปรดแก้ไขผลหรือตรวจคะแนน",
            (entry,),
            printed=mark,
            expected="fail" if mark == "pass" else "pass",
        )


def _flag(case: Case, entry: Entry) -> Mark:
    """The pass flag printed beside a total's rating, where it is not the rating itself."""
    if entry.code != "total" or case.scheme is None:
        return ""
    rating = case.scheme.rating
    level, mark = read_rating(rating, entry.score.rating)
    return "" if level in rating.pass_words else mark


@rule(
    "pass-count-mismatch",
    "warning",
    "The stated number of passed or failed indicators with a count over the printed scores.",
    "จำนวนตัวชี้วัดที่ผ่านหรือไม่ผ่านตามที่ระบุ กับจำนวนที่นับจากคะแนน",
    "«4 passed, 6 failed» with three scores of 85 and more\n→ 3 passed, 7 failed",
)
def pass_count_mismatch(case: Case) -> Iterator[Report]:
    codes = [one.code for one in case.scheme.indicators] if case.scheme else []
    rows = [case.values[code] for code in codes if code in case.values]
    if not codes or len(rows) < len(codes) or case.foreign:
        return
    for said in case.claims:
        claim = said.what
        if claim.kind not in ("pass-count", "fail-count") or claim.value is None:
            continue
        kind: Answer = "pass" if claim.kind == "pass-count" else "fail"
        counts = set(_counts(case, rows, kind))
        if not counts or claim.value in counts:
            continue
        right = " or ".join(str(count) for count in sorted(counts))
        word, word_th = ("passed", "ผ่าน") if kind == "pass" else ("failed", "ไม่ผ่าน")
        yield Report(
            case.subject,
            f"{where(claim.place).capitalize()} says that {claim.value} indicators {word} in "
            f"fiscal year {case.fiscal_year}; by the printed scores it is {right}. "
            f"Correct the number or check the scores.",
            f"{where_th(claim.place)} ระบุว่าปีงบประมาณ {case.fiscal_year} มีตัวชี้วัดที่{word_th} "
            f"{claim.value} ตัวชี้วัด แต่นับจากคะแนนได้ {right} โปรดแก้ไขจำนวนหรือตรวจคะแนน",
            document=said.document,
            sha256=said.sha256,
            place=claim.place,
            code=claim.kind,
            printed=str(claim.value),
            expected=right,
        )


def _counts(case: Case, rows: Iterable[Entry], kind: Answer) -> Iterator[int]:
    """Every count that the scores leave possible, by printed targets and by the scheme's."""
    limits = [targets(case, row) for row in rows]
    for choice in (0, -1):
        if not all(limits):
            return
        answers = [
            passes(row.score.value, limit[choice]) for row, limit in zip(rows, limits, strict=True)
        ]
        sure = answers.count(kind)
        yield from range(sure, sure + answers.count("open") + 1)


@rule(
    "threshold-conflict",
    "warning",
    "The pass mark that a document states with the scheme's, and with itself.",
    "เกณฑ์ผ่านที่เอกสารระบุ กับเกณฑ์ของการประเมิน และกับที่อื่นในเอกสาร",
    "«ผ่านเกณฑ์ (58 คะแนนขึ้นไป)» where the pass mark is 85\n→ the digits are exchanged",
)
def threshold_conflict(document: DocumentCase) -> Iterator[Report]:
    facts = document.read.facts
    stated: dict[Decimal, Claim] = {}
    for claim in facts.claims:
        if claim.kind == "threshold" and claim.value is not None:
            stated.setdefault(claim.value.normalize(), claim)
    scheme = scheme_for(facts.fiscal_year) if facts.fiscal_year else None
    right = scheme.target.value if scheme and scheme.target else None
    if facts.look_alike or (right is None and len(stated) < 2):
        return
    for value, claim in stated.items():
        if right is not None and value == right:
            continue
        others = [other for other in stated if other != value]
        yield _threshold(document, claim.place, claim.value or Decimal(0), right, others)
    for value, score in _exchanged_targets(facts.scores, right).items():
        if value not in stated:
            yield _threshold(document, score.place, value, right, list(stated))


def _exchanged_targets(scores: Iterable[Score], right: Decimal | None) -> dict[Decimal, Score]:
    """Targets beside scores whose digits are those of the pass mark, exchanged; other targets are
    goals that bodies set themselves."""
    found: dict[Decimal, Score] = {}
    for score in scores:
        if score.target is None or right is None or score.target == right:
            continue
        target = score.target.normalize()
        if right.normalize() in set(transpositions(target)):
            found.setdefault(target, score)
    return found


def _threshold(
    document: DocumentCase,
    place: Place,
    value: Decimal,
    right: Decimal | None,
    others: list[Decimal],
) -> Report:
    expected = plain(right if right is not None else others[0])
    swapped = right is not None and right in set(transpositions(value))
    hint = " The two digits are exchanged." if swapped else ""
    hint_th = " ตัวเลขสองหลักสลับกัน" if swapped else ""
    also = ", ".join(format(other, "f") for other in others)
    elsewhere = f" The document itself says {also} elsewhere." if others else ""
    elsewhere_th = f" ในเอกสารเดียวกันระบุ {also} ไว้อีกแห่ง" if others else ""
    return Report(
        document.subject,
        f"The pass mark is stated as {plain(value)} ({where(place)}); it is {expected}."
        f"{hint}{elsewhere} Correct the text.",
        f"ระบุเกณฑ์ผ่านไว้ {plain(value)} ({where_th(place)}) เกณฑ์คือ {expected}"
        f"{hint_th}{elsewhere_th} โปรดแก้ไขข้อความ",
        document=document.read.document,
        sha256=document.read.sha256,
        place=place,
        code="threshold",
        printed=plain(value),
        expected=expected,
    )
