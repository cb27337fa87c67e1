"""Join the follow-up of a measure to its plan: one id for the same measure of one body and year.

A measure is the same where its title is, but for numbering, the words that call it a measure
or project, words put in or left out, and a few letters that were misread; numbers in a title
never differ, and no word stands for another. Two rows of
one document are one measure only where one plans it and the other reports on it. An id is made
from the body, the year and the title as planned, so neither order nor file names change it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from pipeline.facts import DocumentFacts, Measure
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

SAME = 80.0
"""Similarity (0 to 100) from which two titles are one, where no word stands for another."""
_MISREAD = 3
"""Letters in one place that may differ by misreading; more are another word."""
_SHARE = 0.6
"""Share of the longer title that a shorter one inside it must make up."""
_LEAST = 12
"""Letters from which a title inside another is the same measure."""
_NOT_WORD = re.compile(r"[^ก-๎A-Za-z0-9]+")
Key = tuple[str, int]
"""Document, and position in its measures."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One measure with whose it is and where it stands."""

    key: Key
    owner: str
    """The body's id; for a body that is not known, one of the document's own."""
    measure: Measure
    title: str
    """As it is compared."""

    @property
    def result(self) -> bool:
        return self.measure.reported


Joined = tuple[Planned, ...]
"""Rows of one measure, the plan first."""


def owner(facts: DocumentFacts, document_hash: str) -> str:
    """Whose measures a document holds."""
    from pipeline.agency.known.identity import agency_id

    body = facts.reporter.body
    return (agency_id(body) if body else "") or f"unknown-{document_hash[:12]}"


def plain_title(title: str) -> str:
    """A title as it is compared: letters and digits, without the words that call it a measure."""
    text = _NOT_WORD.sub("", arabic(title)).lower()
    while hit := words("joining", "called").match(text):
        if hit.end() == len(text) or hit.end() == 0:
            break
        text = text[hit.end() :]
    return text


def joined(documents: Iterable[tuple[str, str, DocumentFacts]]) -> tuple[Joined, ...]:
    """Every measure of (document, hash, facts), rows of the same one together."""
    groups: dict[tuple[str, int | None], list[Planned]] = defaultdict(list)
    for document, digest, facts in documents:
        whose = owner(facts, digest)
        for index, measure in enumerate(facts.measures):
            one = Planned((document, index), whose, measure, plain_title(measure.title))
            groups[whose, measure.fiscal_year].append(one)
    found: list[Joined] = []
    for _, rows in sorted(groups.items(), key=lambda group: (group[0][0], group[0][1] or 0)):
        found += _clusters(sorted(rows, key=_order))
    return tuple(found)


def _order(row: Planned) -> tuple[bool, str, str, str, Key]:
    """Plans first, then by what is printed; the document's name decides last of all."""
    return row.result, row.title, row.measure.number, row.measure.printed, row.key


def _clusters(rows: Sequence[Planned]) -> list[Joined]:
    """Rows by measure: each pair of like rows, the likest first, where nothing speaks against."""
    pairs = sorted(
        (-likeness(rows[i].title, rows[j].title), i, j)
        for i in range(len(rows))
        for j in range(i + 1, len(rows))
        if _may_join(rows[i], rows[j]) and likeness(rows[i].title, rows[j].title) >= SAME
    )
    leader = list(range(len(rows)))

    def members(at: int) -> list[Planned]:
        return [rows[k] for k in range(len(rows)) if leader[k] == leader[at]]

    for _, i, j in pairs:
        if leader[i] == leader[j]:
            continue
        if all(_may_join(one, other) for one in members(i) for other in members(j)):
            first, second = sorted((leader[i], leader[j]))
            leader = [first if one == second else one for one in leader]
    return [tuple(members(at)) for at in range(len(rows)) if leader[at] == at]


def _may_join(one: Planned, other: Planned) -> bool:
    """False for two rows of one list."""
    return one.key[0] != other.key[0] or one.result != other.result


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How surely two plain titles are one, 0 to 100; 0 where their numbers differ."""
    from rapidfuzz import fuzz

    if one == other:
        return 100.0
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) >= _LEAST and len(short) >= _SHARE * len(long) and short in long:
        return 95.0
    if _parted(one, other) or _reworded(one, other):
        return 0.0
    return float(fuzz.ratio(one, other))


def _parted(one: str, other: str) -> bool:
    """True for titles whose first letters differ: another verb is another measure."""
    return one[:4] != other[:4]


def _reworded(one: str, other: str) -> bool:
    """True where a word of one title stands for another word of the other."""
    from rapidfuzz.distance import Levenshtein

    gone = new = 0
    for edit in Levenshtein.opcodes(one, other):
        if edit.tag == "equal":
            if edit.src_end - edit.src_start > 1:
                gone = new = 0
            continue
        gone += edit.src_end - edit.src_start
        new += edit.dest_end - edit.dest_start
        if min(gone, new) > 0 and max(gone, new) > _MISREAD:
            return True
    return False


def measure_ids(measures: Sequence[Joined]) -> dict[Key, str]:
    """The id of each row; measures of one body and year with one title are counted."""
    ids: dict[Key, str] = {}
    seen: dict[str, int] = {}
    for rows in measures:
        first = rows[0]
        said = (first.owner, str(first.measure.fiscal_year or ""), first.title)
        digest = sha256("\x1f".join(said).encode()).hexdigest()[:12]
        seen[digest] = seen.get(digest, 0) + 1
        name = f"m-{digest}" + (f"-{seen[digest]}" if seen[digest] > 1 else "")
        ids.update(dict.fromkeys((row.key for row in rows), name))
    return ids
