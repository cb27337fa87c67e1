"""Which pages of a long document may hold tables of facts, by a look at their text.

Pages that may not are read for their lines alone. A page too many costs time, a page too
few costs facts: so a few numbers with decimals, or the words of the tables that we read,
are enough, and words are compared by their consonants, which survive damaged fonts. What runs
through every annual report is told apart: shares beside amounts of money are no scores, and
words of measures strewn over prose no heads of columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.model import Sought
from pipeline.wording import cues, listed

_DECIMAL = re.compile(
    r"[\d๐-๙](?<![\d๐-๙.,].)[\d๐-๙]{0,2}\s?[.,]\s?[\d๐-๙]{1,2}(?![\d๐-๙.,])", re.DOTALL
)
_AMOUNT = re.compile(r",(?<=[\d๐-๙],)[\d๐-๙]{3}(?![\d๐-๙])")
_NUMBER = re.compile(r"[\d๐-๙]+")
_NO_CONSONANTS = bytes(
    code
    for code in range(256)
    if not re.match("[ก-ฮa-z]", bytes([code]).decode("cp874", "replace"))
)
_BREAKS = re.compile(r"[\s/:()]+")
_SCORE = "คะแนน"
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_DECIMALS = 3
_NUMBERS = 6
"""Numbers from which a page that names items may score them, without decimals too."""
_ITEMS = 3
_MEASURES = 2
_FULL = 60
"""Characters from which a line may be one of running text."""
_PHRASE = 22
"""Characters that its phrases have more than, on average."""
_REST = 18
"""The same of the rest of such a line on the next."""
_UNBROKEN = 250
"""Characters of a line from which the text of a page, as one that lies on its side, was not
broken to lines."""
_MOST_LOST = 20
"""Letters that no font tells, from which a page is looked at whatever it says."""


def may_hold_tables(text: str) -> Sought:
    """The tables of scores (numbers) and of measures (words) that a page may be from, by its
    text."""
    if len(_LOST.findall(text)) >= _MOST_LOST:
        return Sought.TABLES
    letters = consonants(text)
    items = len(_found(letters, "items"))
    heads = len(_found(letters, "measures")) >= _MEASURES
    many = items >= _ITEMS and len(_NUMBER.findall(text)) >= _NUMBERS
    decimals = _decimals(text, beside_amounts=items > 0 or _SCORE in text)
    if many or decimals >= _DECIMALS or (decimals and _is_of_scores(text)):
        return Sought.TABLES if heads else Sought.NUMBERS
    return Sought.TABLES if heads and _names_columns(text) else Sought.NONE


def _is_of_scores(text: str) -> bool:
    """True for a page that speaks of points of the assessment: a list of one or two bodies, or the
    end of a longer one, has no more decimals."""
    return _SCORE in text and bool(cues("table", "assessment").search(text))


def _decimals(text: str, *, beside_amounts: bool) -> int:
    """How many numbers with decimals a page has; those on lines with amounts of money only
    where something else speaks of scores."""
    if not beside_amounts and "," in text:
        text = "\n".join(line for line in text.splitlines() if not _AMOUNT.search(line))
    return len(_DECIMAL.findall(text))


def _names_columns(text: str) -> bool:
    """True for several words of measures outside running text, as the heads of columns are, and
    the labels of a form."""
    return len(_found(consonants("".join(_apart(text))), "measures")) >= _MEASURES


def _apart(text: str) -> Iterator[str]:
    """The lines of a page without full lines of running text, which Thai seldom parts by spaces,
    and without the rests of it right below those."""
    runs_on = False
    for line in text.splitlines():
        may_be_full = _FULL <= len(line) <= _UNBROKEN
        phrase = len(line) / len(_BREAKS.split(line)) if may_be_full or runs_on else 0.0
        is_full = may_be_full and phrase > _PHRASE
        if not is_full and not (runs_on and phrase > _REST):
            yield line
        runs_on = is_full


def consonants(text: str) -> bytes:
    """The consonants and Latin letters of a text, in lower case, in the encoding of Thai bytes."""
    return text.encode("cp874", "ignore").lower().translate(None, _NO_CONSONANTS)


def _found(letters: bytes, kind: str) -> list[bytes]:
    """The words of a list that a text has."""
    return [word for word in _words(kind) if word in letters]


@cache
def _words(kind: str) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(consonants(text) for text in listed("triage", kind)))
