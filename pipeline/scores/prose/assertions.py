"""What a line of text says of scores without giving one: which indicator is highest or lowest,
and what level the body has reached.

Only lines that hold the statement and nothing else are read: a further word may say that it is
of questions, of other bodies, of differences or of a goal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.facts import Claim, ClaimKind
from pipeline.labels import Mention
from pipeline.scores.prose.masking import masked
from pipeline.scores.prose.reading import Reading
from pipeline.wording import cues, listed, phrase
from pipeline.years import find_years

_FILLING = re.compile(r"[\s:=\-–—.,;()\"'“”*•]+")
_ABOUT = 2
"""Lines above a statement that may say what it is of."""
_SCORES = re.compile("คะแนน|ตัวชี้วัด")
_GOES_ON = re.compile(r"\s*(?:และ|,|/|[-•*]|\d{1,2}[.)])")
"""A next line that names further indicators."""
_SPLIT = re.compile(r"[ \t]+(?=ส่วน|ขณะที่|ในขณะที่|และตัวชี้วัด)")


def read_assertions(reading: Reading) -> Iterator[Claim]:
    """Statements without a score, line by line; levels only where the passage states one."""
    text = reading.passage.text
    levels: list[Claim] = []
    start = 0
    for line in text.split("\n"):
        place = start
        start += len(line) + 1
        if not _may_state(line) or _speaks_of_others(reading, place, line):
            continue
        levels += _level(reading, place, line)
        for part, offset in () if _GOES_ON.match(text, start) else _clauses(line):
            yield from _extreme(reading, place + offset, part)
    if len({claim.text for claim in levels}) == 1:
        yield levels[0]


def _may_state(line: str) -> bool:
    return "สุด" in line or "ระดับ" in line


def _clauses(line: str) -> Iterator[tuple[str, int]]:
    """The parts of a line that speak of one thing each, with their offsets."""
    begin = 0
    for cut in _SPLIT.finditer(line):
        yield line[begin : cut.start()], begin
        begin = cut.end()
    yield line[begin:], begin


def _speaks_of_others(reading: Reading, start: int, line: str) -> bool:
    """Whether a line, or one right above it, is of other bodies, goals, questions or
    differences."""
    above = reading.passage.text[:start].split("\n")[:-1][-_ABOUT:]
    if len(above) < _ABOUT:
        above = [*reading.context.caption.split("\n")[-(_ABOUT - len(above)) :], *above]
    near = " ".join((*above, line))
    return any(cues("prose", kind).search(near) for kind in ("foreign", "goal", "not_of_scores"))


def _year(reading: Reading, line: str) -> int | None:
    years = {found.year for found in find_years(line)}
    return years.pop() if len(years) == 1 else None if years else reading.context.year


def _extreme(reading: Reading, start: int, clause: str) -> Iterator[Claim]:
    """ "ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การใช้อำนาจ": one indicator, and no number behind it."""
    kinds: tuple[ClaimKind, ...] = ("highest", "lowest")
    for kind in kinds:
        hits = list(cues("prose", kind).finditer(clause))
        if len(hits) != 1 or not _is_filling(clause[: hits[0].start()], "before_extreme"):
            continue
        behind = start + hits[0].end()
        named = _only_mention(reading, behind, start + len(clause))
        if named is None or named.label.item is None or named.label.item.item_type != "indicator":
            continue
        text = reading.passage.text
        is_most = "มาก" in hits[0].group() or "น้อย" in hits[0].group()
        if is_most and not _SCORES.search(clause[: hits[0].end()]):
            continue
        joined = clause[hits[0].end() : named.start - start]
        rest = masked(text[named.end : start + len(clause)])
        if not _is_filling(masked(joined), "names_extreme") or _FILLING.sub("", rest):
            continue
        yield Claim(
            kind=kind,
            printed=" ".join(clause.split()),
            place=reading.passage.place_at(start),
            item=named.label.item,
            fiscal_year=_year(reading, clause),
        )


def _only_mention(reading: Reading, start: int, end: int) -> Mention | None:
    """The one label between two offsets."""
    inside = [one for one in reading.mentions if start <= one.start and one.end <= end]
    return inside[0] if len(inside) == 1 else None


def _is_filling(text: str, kind: str) -> bool:
    """True where a text holds nothing but words of one list, years and punctuation."""
    years = masked(text)
    return not _FILLING.sub("", _words(kind).sub(" ", years))


@cache
def _words(kind: str) -> re.Pattern[str]:
    """The phrases of a list, the longest first: one may begin another."""
    ordered = sorted(listed("prose", kind), key=len, reverse=True)
    return re.compile("|".join(map(phrase, ordered)))


def _level(reading: Reading, start: int, line: str) -> Iterator[Claim]:
    """ "มีผลการประเมินอยู่ในระดับ A": a whole line that says so of the report's own result."""
    found = _stated_level().fullmatch(line.strip())
    if found is None or not _is_filling(found.group("before"), "before_level"):
        return
    if not cues("prose", "says_level").search(found.group("before")):
        return
    yield Claim(
        kind="rating",
        printed=" ".join(line.split()),
        place=reading.passage.place_at(start),
        fiscal_year=_year(reading, line),
        text=found.group("level"),
    )


@cache
def _stated_level() -> re.Pattern[str]:
    return re.compile(
        r"(?P<before>.*?ระดับ)\s*[:=]?\s*[(\"“']?\s*(?P<level>AA|[A-F])\s*[)\"”']?\s*\.?"
    )
