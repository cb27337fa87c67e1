"""Whose report is it? Every mention votes; spellings of one name vote together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from parsers.model import Document
from pipeline.agency.gazetteer import gazetteer
from pipeline.agency.kinds import BodyType
from pipeline.agency.names import Lists
from pipeline.agency.register import Register
from pipeline.agency.resolve import Answer, resolve
from pipeline.agency.spelling import is_near, key
from pipeline.agency.weights import Vote, votes
from pipeline.facts import Body, NameVariant, Place, Resolution

ENOUGH = 0.8
"""Weight under which nothing says that a mentioned body is the one reporting."""
TRUSTED = 3
"""Times an unlisted name must be printed alike to be taken as sound without a place."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """All votes for one name of one type."""

    type: BodyType
    name: str
    votes: tuple[Vote, ...]

    @property
    def weight(self) -> float:
        return sum(vote.weight for vote in self.votes)


def reporting_body(document: Document, register: Register | None = None) -> Resolution:
    """The body whose report ``document`` is.

    ``unknown`` without a body: the document names none; ``unknown`` with one: its name is
    kept as printed, and no list bears it out.
    """
    lists = Lists(gazetteer(), register)
    spellings = _spellings(_settle_ends(tuple(votes(document, lists))))
    clusters = _clusters(spellings, lists)
    if not clusters:
        return Resolution("unknown", None)
    best = max(clusters, key=lambda group: sum(spelling.weight for spelling in group))
    if sum(spelling.weight for spelling in best) < ENOUGH:
        return Resolution("unknown", None)
    return _resolution(best, lists)


def _settle_ends(found: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """Cut names that visibly run on into other words to the name that other mentions bear."""
    sure = Counter(
        (vote.mention.type, vote.mention.name)
        for vote in found
        if vote.mention.clean and (vote.mention.known or vote.mention.location)
    )
    settled = []
    for vote in found:
        mention = vote.mention
        if not mention.known:
            shorter = [
                name
                for (body_type, name), _ in sure.most_common()
                if body_type.kind == mention.kind
                and len(name) < len(mention.name)
                and is_near(key(mention.name)[: len(key(name))], key(name))
            ]
            runs_on = (
                not mention.clean or len(mention.name) > len(shorter[0]) + 3
                if shorter
                else False
            )
            if shorter and runs_on and not mention.location:
                printed = mention.name[: len(shorter[0])]
                name = shorter[0] if mention.name.startswith(shorter[0]) else printed
                mention = replace(mention, name=name)
        settled.append(replace(vote, mention=mention))
    return tuple(settled)


def _spellings(found: Iterable[Vote]) -> tuple[_Spelling, ...]:
    groups: dict[tuple[str, str, str], list[Vote]] = defaultdict(list)
    for vote in found:
        if vote.weight > 0:
            mention = vote.mention
            groups[mention.kind, mention.type.word, key(mention.name)].append(vote)
    spellings = (
        _Spelling(group[0].mention.type, group[0].mention.name, tuple(group))
        for group in groups.values()
    )
    return tuple(sorted(spellings, key=lambda one: (-one.weight, one.name)))


def _clusters(
    spellings: tuple[_Spelling, ...], lists: Lists
) -> tuple[tuple[_Spelling, ...], ...]:
    """Spellings of one name together, heaviest first.

    Two names near each other are one body unless both are sound names that bodies of
    the place bear: then they are neighbours.
    """
    groups: list[list[_Spelling]] = []
    for spelling in spellings:
        for group in groups:
            if _same_body(group, spelling, lists):
                group.append(spelling)
                break
        else:
            groups.append([spelling])
    return tuple(tuple(group) for group in groups)


def _same_body(group: list[_Spelling], other: _Spelling, lists: Lists) -> bool:
    head = group[0]
    if head.type.word != other.type.word or head.type.names == "none":
        return False
    if not is_near(key(head.name), key(other.name)):
        return False
    if head.type.names == "free":
        return len(key(head.name)) >= 10 and _stated_place([other]) in (
            ("", ""),
            _stated_place(group),
        )
    if not (lists.knows(head.type, head.name) and lists.knows(other.type, other.name)):
        return True
    district, province = lists.gazetteer.locate(*_stated_place([*group, other]))
    seats = lists.seats(head.type)
    if not (district and province and seats):
        return False
    sound = [
        bool(seats.called(name, district, province)) for name in (head.name, other.name)
    ]
    return sound.count(True) == 1


def _stated_place(spellings: Iterable[_Spelling]) -> tuple[str, str]:
    """The place printed with these mentions most: (district, province) as printed."""
    counted: Counter[tuple[str, str]] = Counter()
    for spelling in spellings:
        for vote in spelling.votes:
            if vote.mention.location:
                location = vote.mention.location
                fullness = 1 + bool(location.district) + bool(location.province)
                counted[location.district, location.province] += round(
                    max(vote.weight, 0.1) * fullness * 100
                )
    return max(counted, key=lambda place: (counted[place], place), default=("", ""))


def _resolution(group: tuple[_Spelling, ...], lists: Lists) -> Resolution:
    district, province = _stated_place(group)
    answer = _best_answer(group, district, province, lists)
    printed = group[0].votes[0].mention.printed
    status = answer.status
    repeats = sum(len(spelling.votes) for spelling in group)
    if (
        status == "unknown"
        and not (district or province)
        and len(group) == 1
        and repeats >= TRUSTED
    ):
        status = "resolved" if not group[0].type.closed else status
    return Resolution(
        status,
        answer.body,
        printed,
        answer.candidates,
        _variants(group, answer.body),
        _first_place(group),
    )


def _best_answer(
    group: tuple[_Spelling, ...], district: str, province: str, lists: Lists
) -> Answer:
    """What the spellings resolve to, the heaviest that leads to a listed body first."""
    answers = [
        (spelling, resolve(spelling.type, spelling.name, district, province, lists))
        for spelling in group
    ]
    sound = [
        answer
        for spelling, answer in answers
        if answer.status == "resolved" and lists.knows(spelling.type, spelling.name)
    ]
    corrected = [
        answer
        for spelling, answer in answers
        if answer.status == "resolved" and lists.knows(spelling.type, answer.body.name)
    ]
    return (sound or corrected or [answers[0][1]])[0]


def _variants(group: tuple[_Spelling, ...], body: Body) -> tuple[NameVariant, ...]:
    """Every spelling that is not the body's own, and a district printed otherwise."""
    found: dict[str, list[Vote]] = defaultdict(list)
    resolved: dict[str, str] = {}
    for spelling in group:
        for vote in spelling.votes:
            mention = vote.mention
            if key(mention.name) not in key(body.official_name or body.name):
                found[mention.type.word + mention.name].append(vote)
                resolved[mention.type.word + mention.name] = (
                    body.official_name or body.name
                )
            elif len(group) > 1 and key(body.name) != key(mention.name):
                continue
    return tuple(
        NameVariant(printed, resolved[printed], of[0].place, len(of))
        for printed, of in found.items()
    )


def _first_place(group: tuple[_Spelling, ...]) -> Place:
    places = (vote.place for spelling in group for vote in spelling.votes)
    return min(places, key=lambda place: (place.page, place.line))
