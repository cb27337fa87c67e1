"""Scores in running text: "ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้คะแนน ๙๒.๓๙ คะแนน".

Each number is asked, in this order, whether it is a pass mark, a figure of somebody
else, a difference, the score of the item named before it, or the total. It becomes
a score only where nothing but words of having stand between item and number; what
fits none of these is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.facts import Claim, Item, Score, UncertainLabel
from pipeline.labels import PLAUSIBLE, Label, Mention, find_labels, match, split_number
from pipeline.scores.bodies import bodies_of
from pipeline.scores.columns import values_first
from pipeline.scores.found import FULL_SCALE, Context, Found, less_sure
from pipeline.scores.masking import Candidate, candidates, masked
from pipeline.scores.passage import Passage
from pipeline.scores.ratings import rating_after, rating_before
from pipeline.wording import cues
from pipeline.years import find_years

TOTAL = Item("total", "total")
WINDOW = 220
"""How many characters before a number may say what it is."""
COMPARED_REACH = 30
"""How many characters before a year may say that it is only compared with."""
CHAIN = 80
"""Characters between a score and the next one of the same item for another year."""
LOOSE = 14
"""Characters of other words that may stand between an item and a verb of having."""

_SEPARATORS = re.compile(r"[\s:=\-–—.,;/()\[\]\"'“”*•|]+")
_COMPARED = re.compile(r"จาก(?:เดิม)?|กว่า|เมื่อเทียบกับ|เทียบกับ")
_HAVING = re.compile(r"ได้|มีคะแนน|มีผล|เท่ากับ")
_ABOUT_ONE = re.compile(r"\s*(?:[-•*]\s*)?(?:ตัว\s*ชี้\s*วัด|ด้าน|ข้อ)")
_VERB = re.compile(r"(?:คะแนน|เท่ากับ|ร้อยละ|ได้|[:=])\s*\(?\s*$")
_YEAR_BEHIND = re.compile(
    r"\s*(?:\(|ใน|ของ)\s*(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
)
_NUMBER = re.compile(r"[\d๐-๙]+[.,][\d๐-๙]")
_MAX_SCORE = Decimal(10_000)
"""A printed number over this is no score, not even one that lost its decimal point."""


@dataclass(slots=True)
class _Reading:
    """One passage while it is read, number by number."""

    passage: Passage
    context: Context
    mask: str
    mentions: tuple[Mention, ...]
    years: dict[int, int | None] = field(default_factory=dict)
    """The year of each number, by its offset."""
    bodies: dict[int, str] = field(default_factory=dict)
    """The body that each number is said of, as printed; empty for the report's own."""
    scores: list[Score] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    uncertain: list[UncertainLabel] = field(default_factory=list)
    foreign_line: int = -1
    """Offset of the end of a line whose numbers are somebody else's."""
    last_item: Item | None = None
    last_name: str = ""


def read_passage(passage: Passage, context: Context) -> Found:
    """Every score and checkable statement of one passage."""
    mask = masked(passage.text)
    found = candidates(mask)
    if not found:
        return Found()
    reading = _Reading(passage, context, mask, find_labels(mask))
    reading.years = _years(reading, found)
    reading.bodies = bodies_of(passage.text, found)
    taken = _read_values_first(reading, found) or _read_sequences(reading, found)
    boundary = 0
    for index, candidate in enumerate(found):
        if index not in taken and not _in_row(reading, found, index):
            following = found[index + 1] if index + 1 < len(found) else None
            _read_number(reading, candidate, boundary, following)
        boundary = candidate.end
    return Found(tuple(reading.scores), tuple(reading.claims), tuple(reading.uncertain))


def _read_number(
    reading: _Reading, candidate: Candidate, boundary: int, following: Candidate | None
) -> None:
    start = max(boundary, candidate.number.start - WINDOW)
    window = reading.mask[start : candidate.number.start]
    if (
        _threshold(reading, candidate, window)
        or _foreign(reading, candidate, window)
        or _change(reading, candidate, window, start)
        or _is_signed(candidate)
    ):
        return
    if not _labelled(reading, candidate, window, start):
        _unlabelled(reading, candidate, window, start, following)


def _in_row(reading: _Reading, found: tuple[Candidate, ...], index: int) -> bool:
    """True for one of several numbers with nothing between: a row that lost its table, in
    which it is not said whose each number is."""
    here = found[index]
    before = found[index - 1].number.end if index else None
    after = found[index + 1].number.start if index + 1 < len(found) else None
    left = reading.mask[before : here.number.start] if before is not None else "x"
    right = reading.mask[here.number.end : after] if after is not None else "x"
    return any(not gap.strip() and "\n" not in gap for gap in (left, right))


def _labelled(reading: _Reading, candidate: Candidate, window: str, start: int) -> bool:
    """Give a number to the item named before it; True where something is named there."""
    bound = _bound_label(reading, start, candidate.number.start)
    if bound is None:
        return False
    if bound.label.item is not None:
        _add_labelled(reading, candidate, bound, window)
    elif _cue_with_glue(window[bound.end - start :], "strong_total"):
        _add(reading, candidate, TOTAL, "", 100.0)
    return True


def _unlabelled(
    reading: _Reading, candidate: Candidate, window: str, start: int, following: Candidate | None
) -> None:
    """A number without an item right before it: a further year, an extreme, the total."""
    if _chained(reading, candidate, window) or _extreme(reading, candidate, window, None):
        return
    if _names_total(reading, candidate, window, start):
        _add(reading, candidate, TOTAL, "", 100.0)
        return
    if _percent_of_total(reading, candidate, following):
        return
    if _damaged_label(reading, candidate, start):
        return
    if _implies_total(reading, candidate, window, start):
        _add(reading, candidate, TOTAL, "", 100.0)


def _is_signed(candidate: Candidate) -> bool:
    """A sign glued to its number makes it a difference; a dash and a space is punctuation."""
    number = candidate.number
    return number.signed and not number.printed[1:2].isspace()


def _value(candidate: Candidate) -> Decimal:
    return abs(candidate.number.value)


def _threshold(reading: _Reading, candidate: Candidate, window: str) -> bool:
    after = reading.mask[candidate.number.end : candidate.end + 24].lstrip(" )")
    stated = _ends_with(window, "threshold_before") or bool(
        cues("prose", "threshold_after").match(after)
    )
    if not stated:
        return False
    is_mark = re.search(r"เกณฑ์|ผ่าน", window[-40:]) and "เต็ม" not in window[-12:]
    if is_mark and candidate.unit and not candidate.percent and _value(candidate) < FULL_SCALE:
        _claim(reading, "threshold", candidate)
    return True


def _last_cue(window: str, kind: str) -> re.Match[str] | None:
    found = None
    for hit in cues("prose", kind).finditer(window):
        found = hit
    return found


def _ends_with(window: str, kind: str) -> bool:
    """True where a cue stands before the number with nothing but filling words between."""
    last = _last_cue(window, kind)
    if last is None:
        return False
    rest = re.sub(
        r"คะแนน|ร้อยละ|การประเมิน|ประเมิน|ผ่าน|กำหนด|ไว้|คือ|เท่ากับ|ที่|ของ|อยู่|ตัวชี้วัด|ค่า|[\s(:=]",
        "",
        window[last.end() :],
    )
    return not rest


def _foreign(reading: _Reading, candidate: Candidate, window: str) -> bool:
    """Numbers of the nation, of other bodies, of other assessments, to the end of the line."""
    last = _last_cue(window, "foreign")
    start = candidate.number.start
    if last is not None and not cues("prose", "own").search(window[last.end() :]):
        line_end = reading.mask.find("\n", start)
        reading.foreign_line = line_end if line_end >= 0 else len(reading.mask)
        return True
    if start < reading.foreign_line:
        if cues("prose", "own").search(window):
            reading.foreign_line = -1
            return False
        return True
    return False


def _change(reading: _Reading, candidate: Candidate, window: str, start: int) -> bool:
    """A difference to another year: "เพิ่มขึ้น 0.74 คะแนน", "ลดลงร้อยละ 2.10"."""
    for kind, sign in (("change_up", 1), ("change_down", -1)):
        hits = list(cues("prose", kind).finditer(window))
        if not hits:
            continue
        gap = window[hits[-1].end() :]
        if _COMPARED.search(gap) or hits[-1].group().endswith("จาก"):
            return _is_glue(_COMPARED.sub(" ", gap)) and not _HAVING.search(gap)
        if not _is_glue(gap):
            continue
        mention = _last_mention(reading, start, start + hits[-1].start())
        item = mention.label.item if mention else reading.last_item
        years = [score.fiscal_year for score in reading.scores if score.item == item]
        known = [year for year in years if year is not None]
        _claim(
            reading,
            "change",
            candidate,
            value=_value(candidate) * sign,
            item=item,
            year=max(known) if known else reading.context.year,
        )
        return True
    return False


def _is_glue(gap: str) -> bool:
    """True where a text holds nothing but words of having and punctuation."""
    return not _beside_glue(gap)


def _beside_glue(gap: str) -> str:
    """What is left of a text without words of having and punctuation."""
    return _SEPARATORS.sub("", cues("prose", "glue").sub(" ", gap))


def _last_mention(reading: _Reading, start: int, end: int) -> Mention | None:
    inside = [m for m in reading.mentions if start < m.end <= end]
    return inside[-1] if inside else None


def _bound_label(reading: _Reading, start: int, end: int) -> Mention | None:
    """The label that a number belongs to: the last one before it, if only words of having
    stand between, and it is not one of several named together."""
    mention = _last_mention(reading, start, end)
    if mention is None:
        return None
    gap = reading.mask[mention.end : end]
    rest = _beside_glue(gap)
    if rest and not (len(rest) <= LOOSE and _VERB.search(gap) and "\n" not in gap):
        return None
    if gap.count("\n") > 1 or (re.match(r"[ก-ฮ]", gap) and rest and gap[:1] != "ข"):
        return None
    return _single(reading, mention, start)


def _single(reading: _Reading, mention: Mention, start: int) -> Mention | None:
    """``mention``, or the item it belongs to where an acronym stands behind a name; None
    where other items stand in one enumeration with it."""
    before = [m for m in reading.mentions if start <= m.start < mention.start]
    if not before or before[-1].label is mention.label:
        return mention
    previous = before[-1]
    if not _joins(reading.mask[previous.end : mention.start]):
        return mention
    kinds = [m.label.item.item_type if m.label.item else "" for m in (previous, mention)]
    if kinds == ["instrument", "indicator"]:
        return mention
    if kinds == ["indicator", "instrument"]:
        return previous
    return None


def _joins(gap: str) -> bool:
    """True where two labels are members of one enumeration."""
    return "\n" not in gap and not _SEPARATORS.sub("", cues("prose", "between_labels").sub("", gap))


def _read_values_first(reading: _Reading, found: tuple[Candidate, ...]) -> set[int]:
    """Read runs of values that stand before their labels; the numbers taken, by index."""
    labelled = values_first(reading.mask, found, reading.mentions)
    for index, mention in labelled.items():
        assert mention.label.item is not None
        _add(reading, found[index], mention.label.item, _name(reading, mention), mention.score)
    return set(labelled)


def _read_sequences(reading: _Reading, found: tuple[Candidate, ...]) -> set[int]:
    """Read "A, B และ C ได้คะแนน x, y และ z ตามลำดับ"; the numbers it takes, by index.

    Numbers behind an enumeration that does not come out even are taken and left unread.
    """
    taken: set[int] = set()
    for first, candidate in enumerate(found):
        if first in taken:
            continue
        boundary = found[first - 1].end if first else 0
        group = _enumeration(reading, boundary, candidate.number.start)
        if len(group) < 2:
            continue
        last = first
        while last + 1 < len(found) and _is_list_gap(
            reading.mask[found[last].end : found[last + 1].number.start]
        ):
            last += 1
        taken.update(range(first, last + 1))
        tail = reading.mask[found[last].end : found[last].end + 30]
        if last - first + 1 == len(group) and cues("prose", "in_order").search(tail):
            for mention, member in zip(group, found[first : last + 1], strict=True):
                assert mention.label.item is not None
                _add(reading, member, mention.label.item, _name(reading, mention), mention.score)
    return taken


def _is_list_gap(gap: str) -> bool:
    return not re.sub(r"และ|คะแนน|ร้อยละ|[\s,/%]", "", gap)


def _enumeration(reading: _Reading, start: int, end: int) -> list[Mention]:
    """The items named together right before a number; a name and its acronym are one."""
    inside = [m for m in reading.mentions if start < m.end <= end]
    if not inside or not _is_glue(reading.mask[inside[-1].end : end]):
        return []
    group = [inside[-1]]
    for mention in reversed(inside[:-1]):
        if not _joins(reading.mask[mention.end : group[0].start]):
            break
        if mention.label is group[0].label:
            group[0] = mention
        else:
            group.insert(0, mention)
    types = {m.label.item.item_type if m.label.item else "" for m in group}
    return group if len(types) == 1 and "" not in types else []


def _add_labelled(reading: _Reading, candidate: Candidate, mention: Mention, window: str) -> None:
    item = mention.label.item
    assert item is not None
    _extreme(reading, candidate, window, item)
    _add(reading, candidate, item, _name(reading, mention), mention.score,
         mention.number, mention.stated)  # fmt: skip


def _name(reading: _Reading, mention: Mention) -> str:
    return " ".join(reading.passage.text[mention.start : mention.end].split())


def _chained(reading: _Reading, candidate: Candidate, window: str) -> bool:
    """A further year of the item before: "… ปี 2563 ได้ 80.10 คะแนน ปี 2564 ได้ 85.20 คะแนน"."""
    text = reading.passage.text[candidate.number.start - len(window) : candidate.number.start]
    years = [year for year in find_years(text) if year.role in ("bare", "score")]
    words = _COMPARED.sub(" ", window)
    for kind in ("change_up", "change_down"):
        words = cues("prose", kind).sub(" ", words)
    if reading.last_item is None or len(years) != 1 or not _is_glue(words):
        return False
    if "\n" in window or cues("prose", "strong_total").search(window):
        return False
    if len(window) > CHAIN:
        return False
    _add(reading, candidate, reading.last_item, reading.last_name, 100.0)
    return True


def _extreme(reading: _Reading, candidate: Candidate, window: str, item: Item | None) -> bool:
    """A stated highest or lowest score."""
    for kind in ("highest", "lowest"):
        hits = list(cues("prose", kind).finditer(window))
        if not hits:
            continue
        gap = window[hits[-1].end() :]
        mentioned = item is not None and len(gap) < 80
        if mentioned or _is_glue(gap):
            _claim(reading, kind, candidate, item=item)
            return True
    return False


def _names_total(reading: _Reading, candidate: Candidate, window: str, start: int) -> bool:
    """True behind a name of the total, such as "คะแนนรวม"; after an item only where the total
    is named later than the item."""
    if not _cue_with_glue(window, "strong_total"):
        return False
    if _mentions_item(reading, start, candidate.number.start):
        return _explicit_after_item(reading, start, window)
    return True


def _implies_total(reading: _Reading, candidate: Candidate, window: str, start: int) -> bool:
    """True for a bare "ได้คะแนน …" in a sentence about the assessment that names no item, or
    at the start of a line under a heading about it."""
    if reading.context.topic or not (candidate.unit or candidate.percent):
        return False
    line = _line_start(reading, candidate)
    if _mentions_item(reading, min(start, line), candidate.number.start):
        return False
    if _ABOUT_ONE.match(reading.mask[line : candidate.number.start]):
        return False
    start_near = max(0, candidate.number.start - WINDOW)
    near = reading.mask[start_near : candidate.number.start]
    if not cues("prose", "subject").search(near):
        opens = _is_glue(reading.mask[line : candidate.number.start])
        if not (opens and cues("prose", "subject").search(reading.context.caption)):
            return False
    return _cue_with_glue(window, "weak_total") or bool(rating_before(window))


def _line_start(reading: _Reading, candidate: Candidate) -> int:
    return reading.mask.rfind("\n", 0, candidate.number.start) + 1


def _explicit_after_item(reading: _Reading, start: int, window: str) -> bool:
    """True where the total is named after the last item of the window."""
    hits = list(cues("prose", "strong_total").finditer(window))
    mention = _last_mention(reading, start, start + len(window))
    return mention is not None and start + hits[-1].start() > mention.end


def _mentions_item(reading: _Reading, start: int, end: int) -> bool:
    return any(
        m.start >= start and m.end <= end and m.label.item is not None for m in reading.mentions
    )


def _cue_with_glue(window: str, kind: str) -> bool:
    return any(_is_glue(window[hit.end() :]) for hit in cues("prose", kind).finditer(window))


def _percent_of_total(reading: _Reading, candidate: Candidate, following: Candidate | None) -> bool:
    """ "คิดเป็นร้อยละ 61.50 (35.40 คะแนน)" said of the total before it."""
    if not candidate.percent or following is None or not following.unit:
        return False
    between = reading.mask[candidate.end : following.number.start]
    if between.strip() != "(" or reading.last_item != TOTAL:
        return False
    _claim(reading, "percent", candidate, other=_value(following), item=TOTAL)
    return True


def _damaged_label(reading: _Reading, candidate: Candidate, start: int) -> bool:
    """An item whose name the exact search missed: the start of the number's own line.

    True where the line names something near an item, whether it is clear which or not.
    """
    line = max(start, _line_start(reading, candidate))
    text = reading.passage.text[line : candidate.number.start]
    if not 6 <= len(text.strip()) <= 70 or not (candidate.unit or candidate.number.decimals == 2):
        return False
    name = _without_glue_behind(text)
    found = match(name)
    if found.score < PLAUSIBLE or found.text == "":
        return False
    if found.item is not None and found.item.item_type in ("indicator", "instrument"):
        _add(reading, candidate, found.item, " ".join(name.split()), found.score,
             found.number, found.stated)  # fmt: skip
        return True
    if found.uncertain and found.item is None and split_number(text)[0]:
        reading.uncertain.append(
            UncertainLabel(
                name=" ".join(name.split()),
                printed=candidate.number.printed,
                place=reading.passage.place_at(candidate.number.start),
                candidates=tuple(
                    (_code(label), round(score, 1)) for label, score in found.candidates
                ),
                fiscal_year=reading.years[candidate.number.start],
            )
        )
        return True
    return found.item is None or found.item.item_type != "total"


def _code(label: Label) -> str:
    return label.item.code if label.item else ""


def _without_glue_behind(text: str) -> str:
    """A line's text without the words of having at its end."""
    while True:
        stripped = (_SEPARATORS.sub("", text[-1:]) and text) or text[:-1]
        for hit in cues("prose", "glue").finditer(stripped):
            if hit.end() == len(stripped) and hit.start() > 0:
                stripped = stripped[: hit.start()]
        if stripped == text:
            return text
        text = stripped


def _add(
    reading: _Reading,
    candidate: Candidate,
    item: Item,
    name: str,
    similarity: float,
    number: str = "",
    stated: bool = False,
) -> None:
    value = _value(candidate)
    if value > _MAX_SCORE:
        return
    reading.last_item, reading.last_name = item, name
    year = reading.years[candidate.number.start]
    window = reading.mask[max(0, candidate.number.start - 60) : candidate.number.start]
    rating = ""
    if item == TOTAL:
        rating = rating_after(reading.mask[candidate.end :], year) or rating_before(window)
    printed = reading.passage.text[candidate.number.start : candidate.number.end]
    reading.scores.append(
        Score(
            item=item,
            name=name or "คะแนนรวม",
            value=value,
            printed=printed.lstrip("-–+ "),
            place=less_sure(reading.passage.place_at(candidate.number.start), similarity),
            fiscal_year=year,
            out_of=None if candidate.out_of == FULL_SCALE else candidate.out_of,
            rating=rating,
            body=reading.bodies[candidate.number.start],
            printed_number=int(number) if number.isdigit() else None,
            number_is_stated=stated,
        )
    )


def _years(reading: _Reading, found: tuple[Candidate, ...]) -> dict[int, int | None]:
    """The year of each number, by its offset: one named since the number before, or right
    behind it; else the year that the passage last spoke of. A year that is only compared
    with ("เพิ่มขึ้นจากปี 2564 ที่ได้ …") holds for its own number."""
    text = reading.passage.text
    result: dict[int, int | None] = {}
    current, boundary = reading.context.year, 0
    for candidate in found:
        start = candidate.number.start
        own = _year_behind(text, candidate)
        gap = text[boundary:start]
        mentions = [year for year in find_years(gap) if year.role in ("score", "bare")]
        if mentions and own is None:
            own = mentions[-1].year
            if not _COMPARED.search(gap[max(0, mentions[-1].start - COMPARED_REACH) :]):
                current = own
        result[start] = own if own is not None else current
        boundary = candidate.end
    return result


def _year_behind(text: str, candidate: Candidate) -> int | None:
    behind = text[candidate.end : candidate.end + 40].split("\n")[0]
    for year in find_years(behind):
        if _YEAR_BEHIND.fullmatch(behind[: year.start]) and not _NUMBER.search(behind[year.end :]):
            return year.year
    return None


def _claim(
    reading: _Reading,
    kind: str,
    candidate: Candidate,
    *,
    value: Decimal | None = None,
    other: Decimal | None = None,
    item: Item | None = None,
    year: int | None = None,
) -> None:
    claim = Claim(
        kind=kind,  # type: ignore[arg-type]
        printed=reading.passage.text[candidate.number.start : candidate.end].strip(),
        place=reading.passage.place_at(candidate.number.start),
        value=_value(candidate) if value is None else value,
        other=other,
        item=item,
        fiscal_year=year or reading.years[candidate.number.start],
        body=reading.bodies[candidate.number.start],
    )
    reading.claims.append(claim)
