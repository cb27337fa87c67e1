"""Compare names as people do: by their letters, with room for a misread one or two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from pipeline.agency.known.kinds import reference

_IGNORED = re.compile("[\\s\u200b-\u200d\ufeff.\\-\u2010-\u2015'\"()/_,]+")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_NUMBER = re.compile("[0-9]+")
_MARKS = re.compile("[ะัิ-ฺ็-๎]")
_TONES = re.compile("[่-๋]")
MAX_EDITS = 2
"""Edits within which a spelling can be taken for another one."""


@lru_cache(maxsize=2**17)
def key(name: str) -> str:
    """The letters of a name: no spaces, dots or hyphens, Arabic digits, one form of each sign."""
    text = unicodedata.normalize("NFC", name).translate(_DIGITS).lower()
    return _IGNORED.sub("", text).replace("ํา", "ำ").replace("ฤๅ", "ฤา")


def allowed_edits(length: int) -> int:
    """How many edits a name of so many letters can bear and still be known again.

    Two letters of four make another name, so short names bear fewer.
    """
    if length < 3:
        return 0
    return 1 if length < 5 else MAX_EDITS


_LOST_RING = 1
_LOST_MARK, _OTHER_MARK, _ADDED_MARK, _LOOK_ALIKE = 2, 2, 3, 3
_LOST_LETTER, _OTHER_LETTER = 4, 5
"""How much each change strains the belief that a printed name is a listed one misread."""
CLEARLY, CLEARLY_IN_DISTRICT = 4, 3
"""Strain by which the best candidate must stand out from the next, within a province and within
a district."""
_MANY = 300
"""Names from which they are compared all at once."""
_TWO_MISREADINGS = 6
_TWO_MARKS = 4
_HALF_LEFT = 4
"""Letters of which two can change and leave half."""
_FEW = 4
"""Letters of names that a misreading easily makes of another one."""
_SHORT, _LONG = 4, 5
"""Letters of names that many bodies of a province are near to, and that few are."""


def edits(left: str, right: str) -> int:
    """Letters to change, add or drop between two keys; more than `MAX_EDITS` is not told apart.

    Sara am and sara aa count as one letter.
    """
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(folded(left), folded(right), score_cutoff=MAX_EDITS)


def folded(name: str) -> str:
    """A key without the ring of sara am, which is lost so often that it tells nothing apart."""
    return name.replace("ำ", "า")


def toneless(text: str) -> str:
    """A text without its tone marks, which are lost first."""
    return _TONES.sub("", text)


def is_near(left: str, right: str) -> bool:
    """Whether two keys can be spellings of one name; another number is another name."""
    near = edits(left, right) <= allowed_edits(min(len(left), len(right)))
    return near and _number(left) == _number(right)


@lru_cache(maxsize=2**16)
def _number(name: str) -> str:
    return "-".join(_NUMBER.findall(name))


def nearest(wanted: str, options: Iterable[str]) -> tuple[str, ...]:
    """The keys among ``options`` that ``wanted`` can be a spelling of, in their order."""
    return tuple(option for option in options if is_near(wanted, option))


@lru_cache(maxsize=65536)
def strain(printed: str, listed: str) -> int:
    """How far-fetched it is that ``listed`` was misread as ``printed`` (keys); 0 for equal ones.

    Vowel signs and tone marks, being small, go missing and are mixed up; letters that look
    alike take each other's place. Any other change strains more.
    """
    added = [_added(letter) for letter in printed]
    above = [0, *accumulate(added)]
    for wanted in listed:
        lost = _lost(wanted)
        left = above[0] + lost
        row = [left]
        for column, letter in enumerate(printed):
            changed = above[column] + (0 if letter == wanted else _changed(wanted, letter))
            left = min(changed, above[column + 1] + lost, left + added[column])
            row.append(left)
        above = row
    return above[-1]


@cache
def _lost(letter: str) -> int:
    return _LOST_MARK if _MARKS.match(letter) else _LOST_LETTER


@cache
def _added(letter: str) -> int:
    return _ADDED_MARK if _MARKS.match(letter) else _OTHER_LETTER


@cache
def _changed(wanted: str, letter: str) -> int:
    if wanted == letter:
        return 0
    if folded(wanted) == folded(letter):
        return _LOST_RING
    if _MARKS.match(wanted) and _MARKS.match(letter):
        return _OTHER_MARK
    return _LOOK_ALIKE if letter in _lookalikes(wanted) else _OTHER_LETTER


def most_likely(printed: str, near: Iterable[str], *, in_district: bool) -> str:
    """The key among ``near`` that ``printed`` must be a misreading of; empty where that is open.

    One must stand out from all others within `MAX_EDITS`, and the shorter it is, and the
    wider the place that its bodies lie in, the less strain it can bear.
    """
    candidates = tuple(near)
    if len(candidates) == 1 and _bears_any(printed, candidates[0], in_district=in_district):
        return candidates[0]
    ranked = sorted((strain(printed, one), one) for one in candidates)
    skeleton = _only_skeleton(printed, ranked)
    clearly = CLEARLY_IN_DISTRICT if in_district or skeleton else CLEARLY
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < clearly):
        return ""
    if skeleton and ranked[0][0] <= _TWO_MARKS:
        return ranked[0][1]
    least, best = ranked[0]
    bears = _bears_any(printed, best, in_district=in_district)
    return best if bears or least <= _bearable(printed, best, in_district=in_district) else ""


def _only_skeleton(printed: str, ranked: list[tuple[int, str]]) -> bool:
    """Whether the best candidate, and no other, has the printed letters but for small signs."""
    alike = [one for _, one in ranked if only_marks_differ(printed, one)]
    return len(printed) >= _SHORT and bool(ranked) and alike == [ranked[0][1]]


def _bears_any(printed: str, listed: str, *, in_district: bool) -> bool:
    """Whether half of a name is left by any `MAX_EDITS`, and few others of its place are near."""
    return in_district and len(printed) >= _HALF_LEFT - MAX_EDITS and len(listed) >= _HALF_LEFT


def _bearable(printed: str, listed: str, *, in_district: bool) -> int:
    """The strain under which a name of so many letters is still known again."""
    shorter = min(len(printed), len(listed))
    if shorter < MAX_EDITS:
        return _LOST_MARK
    if in_district:
        return _TWO_MISREADINGS
    if shorter < _SHORT:
        return _LOOK_ALIKE
    return MAX_EDITS * _OTHER_LETTER if shorter >= _LONG else _OTHER_LETTER


def is_misreading(printed: str, listed: str) -> bool:
    """Whether two near keys differ only as a badly read page makes them differ."""
    return strain(printed, listed) <= _LOOK_ALIKE * max(edits(printed, listed), 1)


def only_marks_differ(printed: str, listed: str) -> bool:
    """Whether two keys have the same letters but for vowel signs and tone marks."""
    return _MARKS.sub("", folded(printed)) == _MARKS.sub("", folded(listed))


def is_loss(printed: str, listed: str) -> bool:
    """Whether two near keys differ by no more than one lost, or misread, letter."""
    return strain(printed, listed) <= _LOST_LETTER


@cache
def _lookalikes(letter: str) -> frozenset[str]:
    return frozenset().union(*(group for group in reference().words.lookalikes if letter in group))


def doubles_of(name: str, names: Names) -> tuple[str, ...]:
    """The other names that one misread or lost letter would make ``name`` of; of a short
    name, that two would."""
    bearable = _TWO_MISREADINGS if len(name) <= _FEW else _LOST_LETTER
    return tuple(one for one in names.near(name) if one != name and strain(name, one) <= bearable)


class Names:
    """The names of one kind of body within one place, as keys."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = frozenset(names)
        self.keys = tuple(sorted(self._known))
        self._near: dict[str, tuple[str, ...]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._known

    @cached_property
    def _folded_keys(self) -> tuple[str, ...]:
        return tuple(folded(name) for name in self.keys)

    def near(self, wanted: str) -> tuple[str, ...]:
        """The keys within `MAX_EDITS` of ``wanted``, sorted."""
        if wanted not in self._near:
            if len(self.keys) > _MANY:
                self.look_up((wanted,))
            else:
                near = (one for one in self.keys if edits(wanted, one) <= MAX_EDITS)
                self._near[wanted] = _of_one_number(wanted, near)
        return self._near[wanted]

    def look_up(self, wanted: Iterable[str]) -> None:
        """Have `near` ready for many names at once."""
        import numpy as np
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist

        missing = sorted(set(wanted) - self._near.keys())
        if not missing:
            return
        distances = cdist(
            [folded(name) for name in missing],
            self._folded_keys,
            scorer=Levenshtein.distance,
            score_cutoff=MAX_EDITS,
            dtype=np.uint8,
        )
        found: dict[int, list[str]] = {}
        for row, column in zip(*(distances <= MAX_EDITS).nonzero(), strict=True):
            found.setdefault(int(row), []).append(self.keys[int(column)])
        for row, name in enumerate(missing):
            self._near[name] = _of_one_number(name, found.get(row, ()))


def _of_one_number(wanted: str, near: Iterable[str]) -> tuple[str, ...]:
    """The keys with the number of ``wanted``, or with none if it has none."""
    return tuple(one for one in near if _number(one) == _number(wanted))
