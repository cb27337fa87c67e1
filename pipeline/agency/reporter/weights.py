"""How much a mention counts for being the body that a document reports on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from parsers.model import Document, Line, Table
from pipeline.agency.known.kinds import LOCAL, Passing, TerritoryWords, alternatives, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.spelling import toneless
from pipeline.agency.naming.mentions import mentions
from pipeline.agency.naming.named import Mention
from pipeline.agency.naming.squeeze import squeeze
from pipeline.facts import Place

COVER_LETTERS = 700
"""Letters at the start of a document, before its first table, that count as its cover."""
_COVER, _HEADING, _ALONE, _PROSE, _TABLE = 4.0, 3.0, 3.0, 1.0, 0.25
_ALONE_EXTRA = 14
"""Letters that may stand beside a body on a line of its own (``สำนักปลัด``, ``ของ``)."""
_LONG_LINE = 300
"""Letters from which a line is a paragraph, whatever it holds."""
_NOT_LETTERS = re.compile(r"[^\wก-๎]+")


@dataclass(frozen=True, slots=True)
class Vote:
    """A mention with its weight and place."""

    mention: Mention
    weight: float
    place: Place
    heads: bool = False
    """It has a line of its own on the cover."""
    titled: bool = False
    """It heads the cover beside the title of the report, and no title of many bodies, or the cover
    says that it is whose report it is."""
    below_title: bool = False
    """It has the line for itself that follows the title of a report on the cover."""


def votes(document: Document, lists: Lists) -> Iterator[Vote]:
    """Every mention of a body in the document, in reading order."""
    letters = tables = 0
    run: list[Line] = []
    alone: set[str] = set()
    for block in (*document.blocks, None):
        if isinstance(block, Line):
            run.append(block)
            continue
        yield from _in_lines(run, letters, lists, alone)
        letters += sum(len(line.text) for line in run)
        run = []
        if block is not None:
            letters = max(letters, COVER_LETTERS)
            yield from _in_table(block, tables, lists)
            tables += 1


def _in_lines(
    lines: list[Line], letters_before: int, lists: Lists, met: set[str]
) -> Iterator[Vote]:
    """Mentions in consecutive lines, which may wrap from one to the next.

    A line that stands on page after page counts in full but once: ``met`` holds such lines.
    """
    text, starts = "", []
    for previous, line in zip((None, *lines), lines, strict=False):
        if previous:
            adjacent = line.page == previous.page and line.number <= previous.number + 1
            text += "\n" if adjacent else "\n\n"
        starts.append(len(text))
        text += line.text
    found = mentions(text, lists)
    passing: list[float] = []
    for index, mention in enumerate(found):
        number = bisect_right(starts, mention.start) - 1
        line = lines[number]
        on_cover = letters_before + mention.start < COVER_LETTERS and line.page <= 2
        above = _departments_behind(found[index + 1 :], mention, line) if on_cover else 0
        is_address = mention.kind == "special" and text[starts[number] : mention.start].strip()
        alone = not is_address and _is_alone(mention, line, above)
        on_title = on_cover and _is_on_title(mention, line)
        again = alone and line.text in met
        weight = _PROSE if again else _standing_of_place(line, on_cover, alone, on_title)
        met |= {line.text} if alone else set()
        listed = index and _is_listed_with(found[index - 1], mention, text)
        behind_other = index and _is_below_other(found[index - 1], mention, text)
        said = 1.0 if on_cover and alone and behind_other else _passing(mention)
        passing.append(min(passing[-1], said) if listed else said)
        weight *= mention.type.standing * passing[-1]
        place = Place(line.page, line.number, line.box, line.method, line.confidence)
        heads = on_cover and alone
        named = on_cover and passing[-1] > 1
        titled = named or (heads and passing[-1] >= 1 and _is_titled(mention, lines, number))
        below = heads and passing[-1] >= 1 and _is_below_title(lines, number)
        yield Vote(mention, weight, place, heads, titled, below)


def _standing_of_place(line: Line, on_cover: bool, alone: bool, on_title: bool) -> float:
    """How much a mention counts by where it stands."""
    if on_title or (on_cover and alone):
        return _COVER
    return _HEADING if line.heading else _ALONE if alone else _PROSE


def _is_on_title(mention: Mention, line: Line) -> bool:
    """Whether the title of a report says that it is the body's: ``รายงานผล ITA ปี 2566 ของ …``."""
    text = squeeze(line.text).text
    title = text[: max(text.find(mention.printed), 0)]
    starts = title.startswith(reference().title.begins)
    return (
        starts and title.endswith(_OF) and any(word in title for word in reference().title.report)
    )


_OF = "ของ"


def _is_titled(mention: Mention, lines: list[Line], number: int) -> bool:
    """Whether all lines above are the title of a report on the body alone, or the body begins the
    document and the title follows."""
    if squeeze(lines[number].text).text != mention.printed:
        return False
    texts = [squeeze(line.text).text for line in lines[: number + _TITLE + 1]]
    if number:
        return _is_title("".join(texts[:number]))
    return any(_is_title("".join(texts[1:last])) for last in range(2, len(texts) + 1))


def _is_below_title(lines: list[Line], number: int) -> bool:
    """Whether the lines right above are the title of a report."""
    above = [squeeze(line.text).text for line in lines[max(0, number - _TITLE) : number]]
    return any(_is_title("".join(above[first:])) for first in range(len(above)))


def _is_title(text: str) -> bool:
    """Whether a text is the title of a report, whole, and names no body."""
    ends = toneless(text).endswith(_title_ends()) or _YEAR.search(text)
    names = any(word in text for word in reference().title.report)
    return bool(ends) and names and not _title_words().sub("", text)


@cache
def _title_words() -> re.Pattern[str]:
    """What titles say of no body: whatever else stands in one may be the name of a body."""
    words = sorted(map(re.escape, reference().title.words), key=len, reverse=True)
    return re.compile(f"{'|'.join(words)}|[^ก-๎]")


@cache
def _title_ends() -> tuple[str, ...]:
    return tuple(map(toneless, reference().title.ends))


_TITLE = 5
"""Lines of which a title has no more."""
_YEAR = re.compile(r"(?:ปี|พ\.ศ\.?|ปีงบประมาณ)(?:พ\.ศ\.?)?[0-9๐-๙]{4}\)?$")


def _is_listed_with(before: Mention, mention: Mention, text: str) -> bool:
    """Whether a body is named in one list with the one before it: ``เช่น A และ B``."""
    between = squeeze(text[before.end : mention.start]).text
    return between in reference().words.joins


def _is_below_other(before: Mention, mention: Mention, text: str) -> bool:
    """Whether a body begins the line below one that begins with another body, whose own the words
    between are: ``มหาวิทยาลัย… ศูนย์วิจัยและที่ปรึกษา``."""
    between = text[before.end : mention.start]
    begins = text[text.rfind("\n", 0, before.start) + 1 : before.start]
    ends = between.strip(" \t").endswith("\n") and between.count("\n") == 1
    return ends and not begins.strip() and not mention.past


def _departments_behind(behind: list[Mention], office: Mention, line: Line) -> int:
    """Letters of the departments that an office is under, named behind it on its line."""
    if not (office.type.office or office.part):
        return 0
    text = squeeze(line.text).text
    letters, start = 0, text.find(office.printed) + len(office.printed)
    for one in behind:
        found = text.find(one.printed, start)
        if one.kind != "department" or one.type.office or found < 0:
            break
        start = found + len(one.printed)
        letters += len(_NOT_LETTERS.sub("", one.printed))
    return letters


def _is_alone(mention: Mention, line: Line, above: int = 0) -> bool:
    """Whether a body has its line for itself, or shares it with ``above`` letters of the bodies
    that it is under."""
    if len(line.text) > _LONG_LINE:
        return False
    place = max(mention.location.end - mention.location.start, 0)
    if (street := _street(mention, line)) is not None:
        return street <= _ALONE_EXTRA
    beside = len(_NOT_LETTERS.sub("", line.text)) - len(_NOT_LETTERS.sub("", mention.printed))
    beside -= above + len(_NOT_LETTERS.sub("", mention.part))
    return beside <= _ALONE_EXTRA + place


def _street(mention: Mention, line: Line) -> int | None:
    """Letters in front of a body on its line, if its street and number are all that follow it."""
    text = squeeze(line.text).text
    start = text.find(mention.printed)
    follows = alternatives(reference().words.street).match(mention.after)
    if start < 0 or follows is None or mention.after[:6] not in text[start:]:
        return None
    return len(_NOT_LETTERS.sub("", text[:start]))


def _in_table(table: Table, ordinal: int, lists: Lists) -> Iterator[Vote]:
    named: dict[str, list[tuple[Mention, float]]] = {}
    for row in table.rows:
        for cell in row:
            if cell.text not in named:
                named[cell.text] = [
                    (mention, _TABLE * mention.type.standing * _passing(mention))
                    for mention in mentions(cell.text, lists)
                ]
            for mention, weight in named[cell.text]:
                place = Place(
                    cell.page, cell.line, cell.box, cell.method, cell.confidence,
                    table=ordinal, row=cell.row, column=cell.column,
                )  # fmt: skip
                yield Vote(mention, weight, place)


@cache
def _passing_words() -> tuple[tuple[str, Passing], ...]:
    """Words in front of a body with what they say, longest first."""
    words = ((word, entry) for entry in reference().passing for word in entry.before)
    return tuple(sorted(words, key=lambda pair: -len(pair[0])))


def _said(mention: Mention) -> Passing | None:
    """What the words in front of a body say of it, else those behind it."""
    before = mention.before.rstrip(":-–()[]\"'“”,")
    said = next((entry for word, entry in _passing_words() if before.endswith(word)), None)
    if said or mention.type.names in LOCAL:
        return said
    after = mention.after.lstrip(":-–()[]\"'“”,")
    return next((entry for entry in reference().passing if after.startswith(entry.after)), None)


def _passing(mention: Mention) -> float:
    if mention.past:
        return 0.0
    said = _said(mention)
    return said.factor if said else 1.0


def acts(vote: Vote) -> int:
    """How many signs there are that a place is named as the body that the report is about."""
    words, mention = _territory_words(), vote.mention
    if vote.weight <= 0:
        return 0
    before, after = toneless(mention.before), toneless(mention.after)
    said = before.endswith(words.before) or after.startswith(words.after)
    subject = before.endswith(words.opens) and after.startswith(words.verbs)
    return 2 * said + (subject or before.endswith(words.hints)) + vote.heads


def is_assessed(vote: Vote) -> bool:
    """Whether the text says that the body was assessed, and not in passing."""
    said = vote.weight > 0 and _passing(vote.mention) >= 1
    return said and toneless(vote.mention.after).startswith(_territory_words().assessed)


@cache
def _territory_words() -> TerritoryWords:
    words = reference().territory
    return TerritoryWords(
        **{one.name: tuple(map(toneless, getattr(words, one.name))) for one in fields(words)}
    )


def is_example(mention: Mention) -> bool:
    """Whether the text names the body for an example or a visit, or as its neighbour."""
    said = _said(mention)
    return said is not None and said.factor == 0


def is_model(mention: Mention) -> bool:
    """Whether the text names the body as an example that others may follow."""
    said = _said(mention)
    return said is not None and said.examples


def is_past(mention: Mention) -> bool:
    """Whether the text names the body as the one that another body was."""
    words = reference().succession
    return mention.past or mention.before.endswith((*words.was, *words.out_of))


def is_writer(mention: Mention) -> bool:
    """Whether the text names the body as the one who wrote the report, for itself or another."""
    said = _said(mention)
    return said is not None and said.writers
