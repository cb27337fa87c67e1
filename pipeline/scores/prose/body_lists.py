"""Lists of bodies in lines: "อันดับที่ 2 อบต.… อำเภอ… ได้คะแนน 91.20 คะแนน ระดับ A".

Every line is of the body that it names, and of no other one. A line counts where it holds one body,
one score, its rating at most, and words of having; several such lines of different bodies below
words about the assessment are a list. Lists of an item's scores, of goals or of other assessments
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.model import Line, Table
from pipeline.facts import Score
from pipeline.labels import find_labels
from pipeline.numbers import Number, arabic, find_numbers
from pipeline.scores.found import FULL_SCALE, line_place, read_rating
from pipeline.scores.glue import SEPARATORS, is_glue
from pipeline.scores.prose.ratings import rating_after
from pipeline.scores.prose.reading import TOTAL
from pipeline.wording import cues
from pipeline.years import find_years

_LEAST = 3
"""Different bodies with a line each, from which the lines are a list."""
_BETWEEN = 3
"""Other lines that may stand between two lines of a list, such as a page's number."""
_CAPTION = 8
"""Lines above a list that may say what it is of."""
_NEAR = 2
"""… and the nearest of them, which must not say that it is of something else."""
_LEVELS = 2566
"""The first fiscal year of levels in words."""
_LONGEST = 220
"""Characters of a line of a list at most."""
_MARKER = re.compile(
    r"\s*(?:[-–•*▪●✓➢]\s*)*\(?(?:(?:อันดับ|ลำดับ|ที่|ข้อ)\s*(?:ที่)?\s*)?(?:\d{1,4}\s*[.)|]?)?\s*"
    r"(?:[-–•*|:]|คือ|ได้แก่|เป็นของ|\s)*"
)
_OPENS = re.compile(r"\s*(?:[-–•*▪●✓➢]|\(?\d{1,4}\s*[.)|]|(?:อันดับ|ลำดับ)\s*(?:ที่)?\s*\d)")
_BODY_WORD = re.compile(
    r"อ\s?บ\s?[ตจ]|ท[ตมน]\s?\.|เทศบาล|องค์การบริหาร|สำนักงาน|กรม|มหาวิทยาลัย|โรงพยาบาล"
)
_SCORE = re.compile(r"[\d๐-๙]\s?[.,]\s?[\d๐-๙]{2}|100|๑๐๐")
_PUNCTUATION = " -–—:|,(="
_SIGNS = "+-–− "
_OF_ITEM = re.compile(r"[IEO]IT|ตัวชี้วัด|แบบ\s*วัด|แบบ\s*ตรวจ|เครื่องมือ|ITA\s*ของ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line of a list says, with a second one over which it may run."""

    lines: tuple[int, ...]
    """Positions of its blocks."""
    body: str
    number: Number
    place: Line
    """The line that its score stands in."""
    rest: str
    """What stands behind it."""
    year: int | None
    """The year that the line names itself."""
    first: bool
    """The score stands before the body."""

    def score(self, year: int | None) -> Score:
        """The total of the body, of a year where the line names none."""
        own = self.year or year
        return Score(
            item=TOTAL,
            name="คะแนนรวม",
            value=self.number.value,
            printed=self.number.printed,
            place=line_place(self.place),
            fiscal_year=own,
            rating=_rating(self.rest, own) or "",
            body=self.body,
        )


def body_lists(blocks: Sequence[Line | Table]) -> Mapping[int, Entry | None]:
    """What each line of a list of bodies says, by the position of the block that begins it; None
    for a block over which such a line runs on, and for all of a list of something else."""
    found: dict[int, Entry | None] = {}
    for run in _runs(tuple(_entries(blocks))):
        if not _is_list(run):
            continue
        other = _speaks_of_others(blocks, run[0].lines[0])
        if other or _speaks_of_assessment(blocks, run[0].lines[0]):
            for entry in run:
                found |= dict.fromkeys(entry.lines)
                found[entry.lines[0]] = None if other else entry
    return found


def _entries(blocks: Sequence[Line | Table]) -> Iterator[Entry]:
    at = 0
    while at < len(blocks):
        entry = _entry_at(blocks, at)
        if entry is not None:
            yield entry
        at = entry.lines[-1] + 1 if entry is not None else at + 1


def _entry_at(blocks: Sequence[Line | Table], at: int) -> Entry | None:
    """The entry that begins at a position: on that line, or on it and on the next one."""
    line = blocks[at]
    if isinstance(line, Table) or not _may_begin(line.text):
        return None
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    alone = _read((at,), (line,))
    if not isinstance(below, Line) or below.page != line.page or _may_begin(below.text):
        return alone
    rated = alone is not None and cues("prose", "unit").sub("", alone.rest).strip()
    if alone is not None and (rated or not read_rating(below.text)):
        return alone
    return _read((at, at + 1), (line, below)) or alone


def _may_begin(text: str) -> bool:
    """Whether a line may be one of a list: with a body near its start, or behind a number."""
    if len(text) > _LONGEST or not _BODY_WORD.search(text):
        return False
    return bool(_BODY_WORD.search(text[:40]))


def _read(positions: tuple[int, ...], lines: tuple[Line, ...]) -> Entry | None:
    from pipeline.agency import mentions

    text = " ".join(line.text for line in lines).replace("|", " ")
    if not _SCORE.search(text):
        return None
    named = [one for one in mentions(text) if one.type.names != "none" and one.kind != "province"]
    if len(named) != 1 or _OF_ITEM.search(text) or any(m.label.item for m in find_labels(text)):
        return None
    (body,) = named
    years = {one.year for one in find_years(text)}
    span = body.start, len(text[: body.end].rstrip(_PUNCTUATION))
    number = _only_score(text, span)
    if number is None or len(years) > 1 or not (body.known or body.clean):
        return None
    told = _told(text, span, number)
    if told is None:
        return None
    name, rest = told
    place = lines[-1 if number.start > len(lines[0].text) else 0]
    first = number.start < body.start
    return Entry(positions, name, number, place, rest, next(iter(years), None), first)


def _only_score(text: str, body: tuple[int, int]) -> Number | None:
    """The one number beside a body that can be a score; None where there are more of them."""
    years = [(one.start, one.end) for one in find_years(text)]
    marker = _marker_end(text)
    numbers = [
        number
        for number in find_numbers(arabic(text))
        if not any(start < number.end <= end for start, end in (*years, body))
        and not (number.start < marker and not number.decimals)
    ]
    if len(numbers) != 1:
        return None
    (number,) = numbers
    value = abs(number.value)
    start = number.end - len(number.printed.lstrip(_SIGNS))
    if number.signed and not number.printed[1:2].isspace():
        return None
    if value > FULL_SCALE or (number.decimals != 2 and value != FULL_SCALE):
        return None
    return replace(number, value=value, printed=text[start : number.end], start=start)


def _marker_end(text: str) -> int:
    found = _MARKER.match(arabic(text))
    return found.end() if found else 0


def _told(text: str, body: tuple[int, int], number: Number) -> tuple[str, str] | None:
    """The body of a line, with a district that stands behind it without a word for one, and what
    stands behind both; None where anything is said but a score and its rating."""
    name = " ".join(text[body[0] : body[1]].split())
    plain = _without_years(arabic(text))
    (start, end), (then, last) = sorted((body, (number.start, number.end)))
    between, rest = plain[end:then], plain[last:]
    if _MARKER.sub("", plain[:start], count=1).strip():
        return None
    if district := _bare_district(between):
        name, between = f"{name} อำเภอ{district}", between.replace(district, " ")
    return (name, rest) if is_glue(between) and _rating(rest, None) is not None else None


def _rating(rest: str, year: int | None) -> str | None:
    """The rating behind a score; empty for none that its year has, None for other words."""
    unit = cues("prose", "unit").match(rest.lstrip())
    bare = rest.lstrip()[unit.end() :] if unit else rest
    if not SEPARATORS.sub("", bare):
        return ""
    whole = read_rating(bare.strip(" -–|:,()"))
    if told := rating_after(rest, year):
        return told
    if not whole and not rating_after(rest, _LEVELS):
        return None
    return whole if whole.isascii() or (year or 0) >= _LEVELS else ""


def _bare_district(between: str) -> str:
    """The district that stands alone between a body and its score."""
    from pipeline.agency.known.gazetteer import gazetteer

    words = SEPARATORS.sub(" ", between).split()
    names = gazetteer().district_names
    found = [word for word in words if word in names]
    return found[0] if len(found) == 1 else ""


def _without_years(text: str) -> str:
    letters = list(text)
    for year in find_years(text):
        letters[year.start : year.end] = " " * (year.end - year.start)
    return "".join(letters)


def _runs(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Entries that stand near each other and are built alike."""
    run: list[Entry] = []
    for entry in entries:
        apart = run and entry.lines[0] - run[-1].lines[-1] > _BETWEEN + 1
        if run and (apart or entry.first != run[-1].first):
            yield tuple(run)
            run = []
        run.append(entry)
    if run:
        yield tuple(run)


def _is_list(run: Sequence[Entry]) -> bool:
    return len({entry.body for entry in run}) >= _LEAST


def _speaks_of_others(blocks: Sequence[Line | Table], at: int) -> bool:
    """Whether the nearest lines above a list name an item, a goal or another assessment."""
    above = [block.text for block in blocks[max(0, at - _NEAR) : at] if isinstance(block, Line)]
    near = " ".join(above)
    if any(cues("prose", kind).search(near) for kind in ("goal", "earlier", "not_total")):
        return True
    return any(mention.label.item for mention in find_labels(near))


def _speaks_of_assessment(blocks: Sequence[Line | Table], at: int) -> bool:
    """Whether the lines above a list, or those that begin the document, speak of the assessment."""
    near = (*blocks[:_NEAR], *blocks[max(0, at - _CAPTION) : at])
    said = "\n".join(block.text for block in near if isinstance(block, Line))
    return bool(cues("prose", "subject").search(said) or cues("table", "assessment").search(said))
