"""The total in running text: "ผลการประเมินในภาพรวม อบต.… มีค่าคะแนนเท่ากับ ร้อยละ 88.18".

A number is the total behind a name of it, or behind words of having in a sentence about the
assessment that names no item. The names of the body and of the assessment itself may stand
between; a year before that has no number, and shares of something else, make it none.
"""

from __future__ import annotations

import re

from pipeline.labels import find_labels, match
from pipeline.numbers import find_numbers
from pipeline.scores.found import read_rating
from pipeline.scores.glue import COMPARED, cue_with_glue, is_glue, last_cue
from pipeline.scores.prose.masking import Candidate
from pipeline.scores.prose.ratings import rating_after, rating_before
from pipeline.scores.prose.reading import (
    TOTAL,
    WINDOW,
    Reading,
    last_mention,
    line_start,
    mentions_item,
)
from pipeline.scores.prose.whose import SCORED
from pipeline.wording import cues
from pipeline.years import find_years

_ABOUT_ONE = re.compile(r"\s*(?:[-•*]\s*)?(?:ตัว\s*ชี[้\ufffd]?\s*วัด|ด้าน|ข้อ)")
_SCORED = re.compile(r"\d\.\d")
_LIST_MARK = re.compile(r"^\s*[-•*–]\s*")
_BARE = re.compile(r"\s*\d{1,3}\.\d{1,2}\s*(?:คะแนน|%)?\s*")
_LABEL = re.compile(r"คะแนน|เฉลี่ย|ร้อยละ|จำนวน|รวม|เป้า|เกณฑ์|ระดับ|ผู้|:\s*$")
"""What a line above a number says that may be its label."""
_UNIT_BEFORE = re.compile(r"คะแนน[\s:=]*$")
_UNIT_BELOW = re.compile(r"[ \t]*\n[ \t]*คะแนน(?![ก-๛])")
_SURE = 99.5
"""Similarity of a name that is spelt as it should be."""
_MOST_OF_ALL = 8
"""Indicators of a list from which a sum below it is of the assessment."""
_INSTRUMENTS = frozenset({"IIT", "EIT", "OIT"})
_HAVING = re.compile(r"(?:ที่|ซึ่ง|\()\s*(?:ได้|มี)")
_REACH = 12
"""Letters before words for an earlier year that may say that it is only compared with."""
_BEGINS_ANEW = re.compile(r"\s*(?:[-•*]|\(?\d{1,2}[.)](?!\d)|ตัว\s*ชี[้\ufffd]?\s*วัด|[IEO]IT\b)")
FULL_LINE = 0.6
"""Share of the longest line of a passage from which a line's sentence goes on in the next one."""


def names_total(reading: Reading, candidate: Candidate, window: str, start: int) -> bool:
    """True behind a name of the total, such as "คะแนนรวม"; after an item only where the total
    is named later than the item."""
    plain = _plain(reading, candidate, window)
    if not cue_with_glue(plain, "strong_total") or is_of_another(reading, candidate, window):
        return False
    if is_above_label(reading, candidate):
        return False
    if mentions_item(reading, start, candidate.number.start):
        return _explicit_after_item(reading, start, plain)
    return True


def _explicit_after_item(reading: Reading, start: int, window: str) -> bool:
    """True where the total is named after the last item of the window."""
    hits = list(cues("prose", "strong_total").finditer(window))
    mention = last_mention(reading, start, start + len(window))
    return mention is not None and start + hits[-1].start() > mention.end


def implies_total(reading: Reading, candidate: Candidate, window: str, start: int) -> bool:
    """True for a bare "ได้คะแนน …" in a sentence about the assessment that names no item, or
    at the start of a line under a heading about it."""
    told = candidate.unit or candidate.percent or _says_unit(reading, candidate, window)
    if reading.context.topic or not told:
        return False
    line = line_start(reading, candidate)
    if mentions_item(reading, min(start, line), candidate.number.start):
        return False
    if _ABOUT_ONE.match(reading.mask[line : candidate.number.start]):
        return False
    start_near = max(0, candidate.number.start - WINDOW)
    near = reading.mask[start_near : candidate.number.start]
    if not cues("prose", "subject").search(near):
        opens = is_glue(reading.mask[line : candidate.number.start])
        if not (opens and cues("prose", "subject").search(reading.context.caption)):
            return False
    if is_of_another(reading, candidate, window):
        return False
    plain = _plain(reading, candidate, window)
    if cue_with_glue(plain, "weak_total") or rating_before(window):
        return True
    return _is_of_year(reading, candidate, line)


def _is_of_year(reading: Reading, candidate: Candidate, line: int) -> bool:
    """True for the score of a line that names a year and nothing else before it, under a heading of
    scores of the assessment: "ปีงบประมาณ พ.ศ. 2564 : 84.80 คะแนน"."""
    before = reading.passage.text[line : candidate.number.start]
    mask = reading.mask[line : candidate.number.start]
    years = {year.year for year in find_years(before) if year.role in ("score", "bare")}
    above = f"{reading.context.caption}\n{reading.mask[:line]}".split("\n")
    caption = next(
        (text for text in reversed(above) if text.strip() and not _SCORED.search(text)), ""
    )
    return (
        len(years) == 1
        and is_glue(_LIST_MARK.sub("", mask))
        and candidate.number.decimals == 2
        and "คะแนน" in caption
        and cues("prose", "subject").search(caption) is not None
        and cues("prose", "not_total").search(caption) is None
    )


def closes_list(reading: Reading, candidate: Candidate) -> bool:
    """True for the number of a line "รวม 87.95" right below a list of most indicators, each with
    its score on a line of its own."""
    start = line_start(reading, candidate)
    if _closes_line(reading, candidate, start):
        return True
    named = match(reading.passage.text[start : candidate.number.start].strip(" \t:=-–"))
    if named.item != TOTAL or named.score < _SURE or candidate.number.decimals != 2:
        return False
    behind = _lines_from(reading.mask, candidate.end, 1)[0]
    above = reading.mask.rfind("\n", 0, max(0, start - 1)) + 1
    listed = {
        (mention.label.item.code, reading.mask.count("\n", 0, mention.start))
        for mention in reading.mentions
        if mention.end <= start and mention.label.item is not None
        if mention.label.item.item_type == "indicator"
    }
    lines = {line for _, line in listed}
    codes = {code for code, _ in listed}
    right_above = reading.mask.count("\n", 0, above) in lines
    whole = len(lines) >= len(codes) >= _MOST_OF_ALL
    return right_above and whole and is_glue(cues("prose", "unit").sub(" ", behind))


def _closes_line(reading: Reading, candidate: Candidate, start: int) -> bool:
    """The same for one right behind the three instruments, each with its score, on one line."""
    before = reading.mask[start : candidate.number.start]
    numbers = [one.end for one in find_numbers(before) if one.decimals]
    if len(numbers) != len(_INSTRUMENTS) or candidate.number.decimals != 2:
        return False
    behind = cues("prose", "unit").sub(" ", before[numbers[-1] :], count=1)
    named = match(behind.strip(" \t:=-–,|/"))
    codes = {
        one.label.item.code
        for one in reading.mentions
        if start <= one.start < start + numbers[-1] and one.label.item is not None
    }
    return named.item == TOTAL and named.score >= _SURE and codes == _INSTRUMENTS


def card_rating(reading: Reading, candidate: Candidate) -> str | None:
    """The rating of a number on a line of its own over the name of the total, which may have a
    rating behind it or below; empty where no rating is printed, None for any other number.

    Without a rating the number may be what the line above names: that must be no label.
    """
    text = reading.mask
    start = line_start(reading, candidate)
    above = _line_above(text, start)
    own, label, below, last = _lines_from(text, start, 4)
    bare = text[start : candidate.number.start] + text[candidate.end : start + len(own)]
    if bare.strip() or candidate.number.decimals != 2 or _names_item(above):
        return None
    behind = _behind_total(label)
    if behind is None:
        return None
    year = reading.years.get(candidate.number.start)
    if rating := rating_after(behind, year) or read_rating(behind) or read_rating(below):
        return rating
    words = cues("rating", "label").sub("", behind)
    below_it = re.search(r"\d\.\d", below) and not _are_card(below, last)
    return None if not is_glue(words) or below_it or _LABEL.search(above) else ""


def _are_card(number: str, label: str) -> bool:
    """True for a line of one number over one that may be its label, and has no number."""
    is_label = bool(_LABEL.search(label)) and not re.search(r"\d\.\d", label)
    return is_label and _BARE.fullmatch(number) is not None


def is_above_label(reading: Reading, candidate: Candidate) -> bool:
    """True for a number on a line of its own over a label, below a card of a number over the name
    of the total: the total is that one's."""
    text = reading.mask
    start = line_start(reading, candidate)
    own, below, *_ = (*text[start:].split("\n")[:2], "", "")
    over, first, named = ("", "", "", *text[:start].rstrip("\n").split("\n"))[-3:]
    return (
        _are_card(own, below)
        and _are_card(first, named)
        and not _LABEL.search(over)
        and _behind_total(named) is not None
    )


def _behind_total(label: str) -> str | None:
    """What stands behind the name of the total at the start of a line; None for any other line."""
    for hit in cues("prose", "strong_total").finditer(label):
        behind = cues("table", "assessment").sub(" ", label[hit.end() :]).strip()
        if is_glue(cues("table", "assessment").sub(" ", label[: hit.start()])) and (
            not re.search("[ก-๛]", behind[:1])
            or is_glue(behind)
            or cues("rating", "label").match(behind)
        ):
            return behind
    return None


def _line_above(text: str, start: int) -> str:
    """The last line with anything on it before a place that begins a line."""
    while start and text[start - 1] == "\n":
        start -= 1
    return text[text.rfind("\n", 0, start) + 1 : start]


def _lines_from(text: str, start: int, count: int) -> tuple[str, ...]:
    """The line that begins at a place and those below it; empty where there are none."""
    lines = []
    for _ in range(count):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lines.append(text[start:end])
        start = end + 1
    return tuple(lines)


def _names_item(line: str) -> bool:
    """True for a line that may be the label of the number below it."""
    return match(line).item is not None or any(find_labels(line))


def _says_unit(reading: Reading, candidate: Candidate, window: str) -> bool:
    """True for a score with two decimals right behind the word for points ("ด้วยคะแนน 88.18"), or
    with that word at the start of the next line."""
    wrapped = _UNIT_BELOW.match(reading.mask, candidate.end)
    return candidate.number.decimals == 2 and bool(_UNIT_BEFORE.search(window) or wrapped)


def _plain(reading: Reading, candidate: Candidate, window: str) -> str:
    """The window without the name of the assessment, and without names of bodies in the number's
    own sentence, which may stand anywhere in it."""
    plain = without_assessment(window)
    start = candidate.number.start - len(window)
    own = candidate.number.start - len(sentence(reading, candidate, window))
    if cues("prose", "own_kind").search(plain, own - start) is None:
        return plain
    letters = list(plain)
    for one in reading.bodies_named():
        if one.kind in SCORED and own <= one.start and one.end <= candidate.number.start:
            letters[one.start - start : one.end - start] = " " * (one.end - one.start)
    said = "".join(letters[own - start :])
    return "".join(letters[: own - start]) + cues("prose", "own_kind").sub(_blank, said)


def without_assessment(text: str) -> str:
    """A text with the name of the assessment blanked out, letter for letter."""
    return cues("prose", "assessment_name").sub(_blank, text)


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit[0])


def sentence(reading: Reading, candidate: Candidate, window: str) -> str:
    """What of a window stands before its number in one sentence: on its line, and on the line above
    where that one is full and the number's own does not begin anew."""
    cut = window.rfind("\n") + 1
    line = window[cut:]
    if not cut or _BEGINS_ANEW.match(line):
        return line
    end = candidate.number.start - len(line) - 1
    above = reading.mask[reading.mask.rfind("\n", 0, end) + 1 : end]
    if len(above) < FULL_LINE * reading.longest:
        return line
    return window[max(0, cut - 1 - len(above)) :]


def is_of_another(reading: Reading, candidate: Candidate, window: str) -> bool:
    """True for a result of an earlier year that is given no number, and for the share of something
    else than an assessment."""
    said = sentence(reading, candidate, window)
    last = last_cue(said, "other_share")
    if last is not None and not cues("prose", "subject").search(said[last.end() :]):
        return True
    earlier = last_cue(said, "earlier")
    if earlier is None:
        return False
    number = candidate.number.start
    behind = reading.passage.text[number - len(said) + earlier.end() : number]
    if any(find_years(behind)):
        return False
    compared = COMPARED.search(said[max(0, earlier.start() - _REACH) : earlier.start()])
    return compared is None or bool(_HAVING.match(said[earlier.end() :].lstrip()))
