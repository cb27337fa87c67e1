"""Whose score a number of running text is, where a sentence compares several bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.scores.prose.masking import Candidate

if TYPE_CHECKING:
    from pipeline.agency.naming.named import Mention

_HAS = re.compile(r"\s*(?:มี|ได้)")
"""A province is a body of its own where it has a score; else it is only a place."""
_ITEM_LINE = re.compile(
    r"\s*(?:[-•*]|\(?[\d๐-๙]{1,2}[.)](?![\d๐-๙])|ตัว\s*ชี[้\ufffd]?\s*วัด|[IEO]IT\b)"
)
"""What begins a line of a list."""
_TOTAL_LINE = re.compile(r"\s*(?:ผล\s*)?(?:การ\s*ประเมิน|คะแนน)")
"""What begins a line that says a total."""
_SAYS_MORE = re.compile(r"มี|ได้|คะแนน|ผล")
"""Words behind a body by which its sentence goes on to a score."""
_OPENS_LIST = re.compile(r"(?:ดังนี้|[:：])\s*$")
_ABOUT_YEAR = re.compile(r"ประจำ|ปี|งบประมาณ|พ\.ศ\.|[\d๐-๙.()\s]")
SCORED = frozenset({"pao", "city", "town", "subdistrict-municipality", "sao", "special"})
"""Kinds that reports compare with each other; offices named in passing are none of them."""


def bodies_of(text: str, found: Sequence[Candidate]) -> dict[int, str]:
    """The body named before each number, as printed, by the number's offset.

    Empty where none has been named that the number can be of; whether it is the report's
    own body is told later, when all spellings of its name are known.
    """
    from pipeline.agency import mentions

    every = mentions(text)
    named = [
        mention
        for mention in every
        if (mention.kind in SCORED and (mention.known or mention.location))
        or (mention.kind == "province" and _HAS.match(text, mention.end))
    ]
    numbers = [candidate.number.start for candidate in found]
    among = _among_others(text, every)
    result: dict[int, str] = {}
    for start in numbers:
        of = (one for one in reversed(named) if one.end <= start)
        reached = (
            text[one.start : one.end]
            for one in of
            if _reaches(text, one, start, numbers, heads=one.start not in among)
        )
        body = " ".join(next(reached, "").split())
        result[start] = _unknown_on_line(text, every, named, start) or body if body else body
    return result


def _unknown_on_line(
    text: str, every: Sequence[Mention], named: Sequence[Mention], start: int
) -> str:
    """The body that no list knows and that alone is named before a number on its line, so that the
    number is of none before; empty for none."""
    line = text.rfind("\n", 0, start) + 1
    own = [one for one in every if line <= one.start and one.end <= start and one.kind in SCORED]
    if len(own) != 1 or own[0] in named or not own[0].clean:
        return ""
    return " ".join(text[own[0].start : own[0].end].split())


def of_examples(text: str, found: Sequence[Candidate]) -> frozenset[int]:
    """The offsets of the numbers that are said of bodies named as examples, up to the end of the
    line that names them, or of the sentence where it goes on in the next line."""
    from pipeline.agency import is_model, mentions

    if not _EXAMPLE.search(text):
        return frozenset()
    every = [one for one in mentions(text) if one.type.names != "none"]
    return frozenset(
        candidate.number.start
        for index, one in enumerate(every)
        if is_model(one)
        for candidate in found
        if one.end <= candidate.number.start
        and _reaches_example(text, one, every[index + 1 :], candidate.number.start)
    )


_EXAMPLE = re.compile("ตัวอย่าง|เช่น|อาทิ|ต้นแบบ|แบบอย่าง")


def _reaches_example(text: str, model: Mention, behind: Sequence[Mention], start: int) -> bool:
    line_end = text.find("\n", model.end)
    if line_end < 0 or start < line_end:
        return not _OWN_AGAIN.search(text, model.end, start)
    next_end = text.find("\n", line_end + 1)
    if 0 <= next_end < start or _begins_anew(text, line_end + 1):
        return False
    goes_on = re.search(r"(?:ได้|มี|คะแนน|ผล|เท่ากับ)[^\d๐-๙]*$", text[model.end : line_end])
    return bool(goes_on) and not any(line_end < one.start < start for one in behind)


_OWN_AGAIN = re.compile(r"(?:ส่วน|สำหรับ|ขณะที่|แต่)")
"""Words by which a sentence leaves the example."""


def _among_others(text: str, every: Sequence[Mention]) -> frozenset[int]:
    """Where bodies begin that share a line with another one: such a line is no heading."""
    lines: dict[int, list[Mention]] = defaultdict(list)
    for one in every:
        if one.kind in SCORED:
            lines[text.count("\n", 0, one.start)].append(one)
    return frozenset(
        one.start
        for named in lines.values()
        if len({one.printed for one in named}) > 1
        for one in named
    )


def _reaches(
    text: str, mention: Mention, start: int, numbers: Sequence[int], *, heads: bool
) -> bool:
    """Whether a number can be said of a body: in its sentence, or in the list that it heads.

    A body that is an example, or has had its score, has none in lines that begin anew; nor has
    one that does not head them, for others are named beside it.
    """
    from pipeline.agency import is_example, is_past

    line_end = text.find("\n", mention.end)
    if line_end < 0 or start < line_end:
        return True
    anew = [line for line in _line_starts(text, line_end, start) if _begins_anew(text, line)]
    if not anew:
        return True
    if is_example(mention) or is_past(mention):
        return False
    if not heads and not _OPENS_LIST.search(text[mention.end : anew[0]]):
        return False
    tail = text[mention.end : line_end]
    if not _ABOUT_YEAR.sub("", tail) or _OPENS_LIST.search(text[mention.end : anew[0]]):
        return True
    told = any(mention.end <= number < anew[0] for number in numbers)
    wrapped = len(anew) == 1 and _TOTAL_LINE.match(text, anew[0]) and _SAYS_MORE.search(tail)
    return not told and bool(wrapped)


def _line_starts(text: str, first: int, end: int) -> list[int]:
    """The offsets of the lines that begin between two offsets."""
    return [at.start() + 1 for at in re.finditer("\n", text[:end]) if at.start() >= first]


def _begins_anew(text: str, line: int) -> bool:
    return bool(_ITEM_LINE.match(text, line) or _TOTAL_LINE.match(text, line))
