"""Scores in running text: "ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้คะแนน ๙๒.๓๙ คะแนน".

Each number is asked, in this order, whether it is a pass mark, a figure of somebody
else, a difference, the score of the item named before it, or the total. It becomes
a score only where nothing but words of having stand between item and number; what
fits none of these is left alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.facts import Item, UncertainLabel
from pipeline.labels import MARGIN, PLAUSIBLE, Label, Match, Mention, find_labels, match
from pipeline.labels.numbers import split_number
from pipeline.numbers import find_numbers
from pipeline.scores.found import Context, Found
from pipeline.scores.glue import COMPARED, beside_glue, cue_with_glue, is_glue, without_glue_behind
from pipeline.scores.prose.assertions import read_assertions
from pipeline.scores.prose.changes import is_change
from pipeline.scores.prose.enumerations import read_sequences, read_values_first, single
from pipeline.scores.prose.masking import Candidate, candidates, masked
from pipeline.scores.prose.passage import Passage
from pipeline.scores.prose.ratings import without_rating
from pipeline.scores.prose.reading import (
    TOTAL,
    WINDOW,
    Reading,
    add_score,
    last_mention,
    line_start,
    name_of,
)
from pipeline.scores.prose.statements import (
    is_extreme,
    is_foreign,
    is_goal,
    is_percent_of_total,
    is_share,
    is_threshold,
    read_counts,
)
from pipeline.scores.prose.totals import (
    FULL_LINE,
    card_rating,
    closes_list,
    implies_total,
    is_of_another,
    names_total,
    sentence,
    without_assessment,
)
from pipeline.scores.prose.value_lines import has_its_number, read_value_lines
from pipeline.scores.prose.whose import bodies_of, of_examples
from pipeline.scores.prose.years import years_of
from pipeline.scores.prose.years_in_order import InOrder, years_in_order
from pipeline.wording import cues
from pipeline.years import find_years

CHAIN = 80
"""Characters between a score and the next one of the same item for another year."""
MISSPELT = 97
"""Similarity from which a name is an indicator's but for a letter or mark."""
LISTED = 5
"""Indicators with a line and a score each, from which a passage lists them."""
FULL_MARKS = 100
LOOSE = 14
"""Characters of other words that may stand between an item and a verb of having."""

_WRAPPED = re.compile(r"(?<=พ\.ศ\.)[ \t]*\n|(?<=ปี)[ \t]*\n|(?<=งบประมาณ)[ \t]*\n|(?<=และ)[ \t]*\n")
"""The end of a line inside the words for a year, or behind the word that goes on to one."""
_PART_OF = re.compile(r"(?:ข้อ|คำถาม|ประเด็น)[^\n]{0,30}(?:ของ|ใน|ภายใต้)\s*(?:ตัวชี้วัด|ด้าน)?\s*$")
_VERB = re.compile(r"(?:คะแนน|เท่ากับ|ร้อยละ|ได้|[:=])\s*\(?\s*$")


def read_passage(passage: Passage, context: Context, *, whole: bool = False) -> Found:
    """Every score and checkable statement of one passage; with ``whole`` also scores without
    decimals and unit at the ends of its lines."""
    mask = masked(passage.text)
    found = candidates(mask, whole=whole)
    longest = max(map(len, mask.split("\n")))
    reading = Reading(passage, context, mask, find_labels(mask), longest=longest)
    if not whole:
        found = _with_missing_items(reading, found)
    models = of_examples(passage.text, found)
    found = tuple(one for one in found if one.number.start not in models)
    if not found:
        read_counts(reading)
        reading.claims += read_assertions(reading)
        return Found(claims=tuple(reading.claims))
    reading.years = years_of(reading, found)
    reading.bodies = bodies_of(passage.text, found)
    taken = read_value_lines(reading, found)
    taken |= taken or read_values_first(reading, found) or read_sequences(reading, found)
    for order in years_in_order(reading, found):
        if taken.isdisjoint(members := range(order.first, order.last + 1)):
            _read_in_order(reading, found, order)
            taken.update(members)
    boundary = 0
    for index, candidate in enumerate(found):
        if index not in taken and not _in_row(reading, found, index):
            following = found[index + 1] if index + 1 < len(found) else None
            _read_number(reading, candidate, boundary, following)
        boundary = candidate.end
    read_counts(reading)
    reading.claims += read_assertions(reading)
    return Found(tuple(reading.scores), tuple(reading.claims), tuple(reading.uncertain))


def _with_missing_items(
    reading: Reading, found: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:  # fmt: skip
    """The numbers, and whole ones on lines that name an indicator, where most others have a line
    of their own with a score in decimals: at the end, or before what stands behind others."""
    listed = [one for one in found if one.number.decimals and _item_of(reading, one)]
    items = {_item_of(reading, one) for one in listed}
    if len(items) < LISTED:
        return found
    behind = {"", *(_behind(reading, one) for one in listed)}
    whole = [
        Candidate(number, unit=False, percent=False, end=number.end)
        for number in find_numbers(reading.mask)
        if not number.decimals and 0 <= number.value <= FULL_MARKS
    ]
    known = {one.number.start for one in found}
    more = [
        one
        for one in whole
        if one.number.start not in known
        and (item := _item_of(reading, one))
        and item not in items
        and _behind(reading, one) in behind
    ]
    return tuple(sorted((*found, *more), key=lambda one: one.number.start))


def _behind(reading: Reading, candidate: Candidate) -> str:
    """What stands behind a number on its line."""
    end = reading.mask.find("\n", candidate.end)
    return " ".join(reading.mask[candidate.end : end if end >= 0 else None].split())


def _item_of(reading: Reading, candidate: Candidate) -> Item | None:
    """The indicator that alone stands before a number on its line."""
    start = line_start(reading, candidate)
    mention = last_mention(reading, start, candidate.number.start)
    if mention is None or not is_glue(reading.mask[mention.end : candidate.number.start]):
        return None
    if not is_glue(reading.mask[start : mention.start]):
        return None
    item = mention.label.item
    return item if item is not None and item.item_type == "indicator" else None


def _read_number(
    reading: Reading, candidate: Candidate, boundary: int, following: Candidate | None
) -> None:
    start = max(boundary, candidate.number.start - WINDOW)
    window = reading.mask[start : candidate.number.start]
    if (
        is_threshold(reading, candidate, window)
        or is_foreign(reading, candidate, window)
        or is_share(reading, candidate)
        or is_goal(sentence(reading, candidate, window))
        or is_change(reading, candidate, window, start)
        or _is_signed(candidate)
    ):
        return
    if not _labelled(reading, candidate, window, start):
        _unlabelled(reading, candidate, window, start, following)


def _read_in_order(reading: Reading, found: tuple[Candidate, ...], order: InOrder) -> None:
    """Give each value its year, and all of them the item of the first one."""
    members = found[order.first : order.last + 1]
    if not order.years:
        return
    for member, year in zip(members, order.years, strict=True):
        reading.years[member.number.start] = year
    known = len(reading.scores)
    boundary = found[order.first - 1].end if order.first else 0
    _read_number(reading, members[0], boundary, None)
    if len(reading.scores) != known + 1:
        return
    first = reading.scores[-1]
    for member in members[1:]:
        add_score(reading, member, first.item, first.name, 100.0)
    reading.scores[known:] = [replace(score, rating="") for score in reading.scores[known:]]


def _in_row(reading: Reading, found: tuple[Candidate, ...], index: int) -> bool:
    """True for one of several numbers with nothing between: a row that lost its table, in
    which it is not said whose each number is."""
    here = found[index]
    before = found[index - 1].end if index else None
    after = found[index + 1].number.start if index + 1 < len(found) else None
    left = reading.mask[before : here.number.start] if before is not None else "x"
    right = reading.mask[here.end : after] if after is not None else "x"
    return any(not gap.strip() and "\n" not in gap for gap in (left, right))


def _is_signed(candidate: Candidate) -> bool:
    """A sign glued to its number makes it a difference; a dash and a space is punctuation."""
    number = candidate.number
    return number.signed and not number.printed[1:2].isspace()


def _labelled(reading: Reading, candidate: Candidate, window: str, start: int) -> bool:
    """Give a number to the item named before it; True where something is named there."""
    bound = _bound_label(reading, start, candidate.number.start)
    if bound is None:
        return False
    if bound.label.item is not None:
        _add_labelled(reading, candidate, bound, window)
    elif cue_with_glue(window[bound.end - start :], "strong_total") and not is_of_another(
        reading, candidate, window
    ):
        add_score(reading, candidate, TOTAL, "", 100.0)
    else:
        _misspelt_around(reading, candidate, bound, start)
    return True


def _misspelt_around(reading: Reading, candidate: Candidate, stranger: Mention, start: int) -> None:
    """An indicator at the start of the number's line that only a letter or mark hides from the
    exact search, which found a shorter name, of no indicator, at its end."""
    line = max(start, line_start(reading, candidate))
    if line > stranger.start or stranger.number:
        return
    name = without_glue_behind(reading.passage.text[line : candidate.number.start])
    found = match(name)
    if found.item is None or found.item.item_type != "indicator" or found.score < MISSPELT:
        return
    if reading.passage.text[line : stranger.start].strip() and name.endswith(
        reading.passage.text[stranger.start : stranger.end]
    ):
        add_score(reading, candidate, found.item, " ".join(name.split()), found.score,
             found.number, found.stated)  # fmt: skip


def _bound_label(reading: Reading, start: int, end: int) -> Mention | None:
    """The label that a number belongs to: the last one before it, if only words of having
    stand between, and it is not one of several named together."""
    mention = last_mention(reading, start, end)
    if mention is None or _PART_OF.search(reading.mask[max(0, mention.start - 60) : mention.start]):
        return None
    gap = reading.mask[mention.end : end]
    rest = beside_glue(gap)
    if rest and not (len(rest) <= LOOSE and _VERB.search(gap) and "\n" not in gap):
        return None
    if gap.count("\n") > 1 or (re.match(r"[ก-ฮ]", gap) and rest and gap[:1] != "ข"):
        return None
    if "\n" in gap and (mention.start in reading.served or has_its_number(reading.mask, mention)):
        return None
    return single(reading, mention, start)


def _add_labelled(reading: Reading, candidate: Candidate, mention: Mention, window: str) -> None:
    item = mention.label.item
    assert item is not None
    is_extreme(reading, candidate, window, item)
    add_score(reading, candidate, item, name_of(reading, mention), mention.score,
         mention.number, mention.stated)  # fmt: skip


def _unlabelled(
    reading: Reading, candidate: Candidate, window: str, start: int, following: Candidate | None
) -> None:
    """A number without an item right before it: a further year, an extreme, the total."""
    if _chained(reading, candidate, window) or is_extreme(reading, candidate, window, None):
        return
    if names_total(reading, candidate, window, start) or closes_list(reading, candidate):
        add_score(reading, candidate, TOTAL, "", 100.0)
        return
    if is_percent_of_total(reading, candidate, following, window):
        return
    if _damaged_label(reading, candidate, start):
        return
    if (rating := card_rating(reading, candidate)) is not None:
        add_score(reading, candidate, TOTAL, "", 100.0)
        if rating and reading.scores:
            reading.scores[-1] = replace(reading.scores[-1], rating=rating)
    elif implies_total(reading, candidate, window, start):
        add_score(reading, candidate, TOTAL, "", 100.0)


def _chained(reading: Reading, candidate: Candidate, window: str) -> bool:
    """A further year of the item before: "… ปี 2563 ได้ 80.10 คะแนน ปี 2564 ได้ 85.20 คะแนน"."""
    text = reading.passage.text[candidate.number.start - len(window) : candidate.number.start]
    goes_on = bool(COMPARED.search(window)) and _goes_on(reading, candidate)
    if goes_on:
        text, window = text.replace("\n", "", 1), window.replace("\n", "", 1)
    years = [year for year in find_years(text) if year.role in ("bare", "score")]
    words = without_rating(window)
    near = len(words) <= CHAIN
    words = COMPARED.sub(" ", words)
    for kind in ("change_up", "change_down"):
        words = cues("prose", kind).sub(" ", words)
    if reading.last_item is None or len(years) != 1 or not is_glue(words):
        return False
    since = reading.passage.text[reading.score_places[-1] : candidate.number.start]
    if not goes_on and "\n" in _WRAPPED.sub(" ", since, count=1):
        return False  # the item before is that of another line
    if cues("prose", "strong_total").search(window):
        return False
    if not near:
        return False
    add_score(reading, candidate, reading.last_item, reading.last_name, 100.0)
    return True


def _goes_on(reading: Reading, candidate: Candidate) -> bool:
    """Whether the line of the score before is full and goes on in that of a number: it ends in
    words, or the score is a total, of which the next line speaks in any case."""
    if not reading.scores:
        return False
    last = reading.score_places[-1]
    begin = reading.mask.rfind("\n", 0, last) + 1
    end = reading.mask.find("\n", last)
    if end < 0 or reading.mask.count("\n", last, candidate.number.start) != 1:
        return False
    words = cues("prose", "unit").sub(" ", re.sub(r"^[\d.,]+", "", reading.mask[last:end]))
    open_ended = bool(words.strip(" .)")) or reading.scores[-1].item == TOTAL
    return open_ended and end - begin >= FULL_LINE * reading.longest


def _damaged_label(reading: Reading, candidate: Candidate, start: int) -> bool:
    """An item whose name the exact search missed: the start of the number's own line.

    True where the line names something near an item, whether it is clear which or not.
    """
    line = max(start, line_start(reading, candidate))
    text = without_assessment(reading.passage.text[line : candidate.number.start])
    if (
        is_glue(text)
        or not 6 <= len(text.strip()) <= 70
        or not (candidate.unit or candidate.number.decimals == 2)
    ):
        return False
    name = without_glue_behind(text)
    found = match(name)
    if found.score < PLAUSIBLE or found.text == "":
        return False
    if found.item is not None and found.item.item_type in ("indicator", "instrument"):
        add_score(reading, candidate, found.item, " ".join(name.split()), found.score,
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
    return not _may_be_total(found)


def _may_be_total(found: Match) -> bool:
    """Whether a label is a name of the total, or is like such names and no others."""
    near = [label for label, score in found.candidates if score > found.score - MARGIN]
    return found.item == TOTAL or all(label.item == TOTAL for label in near)


def _code(label: Label) -> str:
    return label.item.code if label.item else ""
