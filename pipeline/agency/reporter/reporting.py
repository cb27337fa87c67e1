"""Whose report is it? Every mention votes; spellings of one name vote together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from parsers.model import Document
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.kinds import LOCAL
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import folded, is_near, key
from pipeline.agency.naming.location import Location
from pipeline.agency.naming.named import Mention
from pipeline.agency.naming.parts import of_part, part_beside, stands_in_front
from pipeline.agency.reporter.election import Group, Spelling, elected
from pipeline.agency.reporter.ends import settle_ends
from pipeline.agency.reporter.own_place import own_place
from pipeline.agency.reporter.weights import Vote, votes
from pipeline.agency.resolving.answers import Answer
from pipeline.agency.resolving.resolve import resolve
from pipeline.facts import Body, NameVariant, Resolution

STEADY = 2
"""Times a name without a place must be printed alike not to be doubted as another's misread."""
MOST = 200
"""Spellings that are weighed, heaviest first: a body behind so many others, as in a table of a
whole province, is not the one reporting."""
_LONG_FREE = 10
"""Letters from which two unlisted names a letter apart are one name."""


def reporting_body(document: Document, register: Register | None = None) -> Resolution:
    """The body whose report ``document`` is.

    ``unknown`` without a body: the document names none; ``unknown`` with one: its name is
    kept as printed, and no list bears it out.
    """
    lists = Lists(gazetteer(), register)
    found = settle_ends(tuple(votes(document, lists)))
    best = elected(_groups(_spellings(found), lists))
    if best is None:
        return Resolution("unknown", None)
    return _resolution(best, document, found, lists)


def _spellings(found: Iterable[Vote]) -> tuple[Spelling, ...]:
    groups: dict[tuple[str, str, str], list[Vote]] = defaultdict(list)
    for vote in found:
        if vote.weight > 0:
            one = vote.mention
            groups[one.type.word, key(one.name), key(one.part)].append(vote)
    spellings = (
        Spelling(group[0].mention.type, group[0].mention.name, tuple(group))
        for group in groups.values()
    )
    return tuple(sorted(spellings, key=lambda one: (-one.weight, one.name))[:MOST])


def _groups(spellings: tuple[Spelling, ...], lists: Lists) -> tuple[Group, ...]:
    """Spellings of one body together.

    Two names near each other are one body unless both are sound names that bodies of
    the place bear: then they are neighbours.
    """
    groups: list[Group] = []
    for spelling in spellings:
        index = next(
            (i for i, group in enumerate(groups) if _same_body(group, spelling, lists)), None
        )
        if index is None:
            groups.append((spelling,))
        else:
            groups[index] = (*groups[index], spelling)
    return tuple(groups)


def _same_body(group: Group, other: Spelling, lists: Lists) -> bool:
    head = group[0]
    if head.type.word != other.type.word or head.type.names == "none":
        return False
    if not is_near(key(head.name), key(other.name)):
        return False
    if head.type.names == "free":
        same_letters = folded(key(head.name)) == folded(key(other.name))
        return same_letters or len(key(head.name)) >= _LONG_FREE
    if not (lists.knows(head.type, head.name) and lists.knows(other.type, other.name)):
        return True
    seats = lists.seats(head.type)
    district, province = lists.gazetteer.locate(*_printed_place((*group, other), lists))
    if not (seats and district):
        return False
    here = [bool(seats.called(name, district, province)) for name in (head.name, other.name)]
    return here.count(True) == 1


def _printed_place(group: Group, lists: Lists) -> tuple[str, str]:
    """The place printed behind these mentions most: (district, province) as printed."""
    counted: Counter[tuple[str, str]] = Counter()
    printed: dict[tuple[str, str], tuple[str, str]] = {}
    for vote in (vote for spelling in group for vote in spelling.votes):
        if location := vote.mention.location:
            place = lists.gazetteer.locate(location.district, location.province)
            counted[place] += round(max(vote.weight, 0.1) * sum(map(bool, place)) * 100)
            _keep_fuller(printed, place, location)
    best = max(counted, key=lambda place: (counted[place], place), default=None)
    return printed[best] if best else ("", "")


def _keep_fuller(
    printed: dict[tuple[str, str], tuple[str, str]], place: tuple[str, str], location: Location
) -> None:
    """Remember how a place is printed, with its district where any says one: a district that is
    not in the province speaks against it."""
    if place not in printed or (location.district and not printed[place][0]):
        printed[place] = location.district, location.province


def _printed_tambon(group: Group) -> str:
    """The tambon printed behind these mentions most."""
    printed = (vote.mention.location.tambon for spelling in group for vote in spelling.votes)
    counted = Counter(filter(None, printed))
    return max(counted, key=lambda name: (counted[name], name), default="")


def _place_of_parent(found: Iterable[Vote], group: Group, lists: Lists) -> tuple[str, str]:
    """Where the one local body lies that runs the body, if its name says that one does."""
    name, parents = group[0].name, group[0].type.parent
    words = tuple(word for word in parents if name.startswith(word))
    running = {
        (one.type, one.name, one.district, one.province)
        for one in (vote.mention for vote in found)
        if words and one.type.names in LOCAL and one.type.word.startswith(words)
    }
    if len({(one.word, key(called)) for one, called, _, _ in running}) != 1:
        return "", ""
    fullest = max(running, key=lambda one: (bool(one[2]), bool(one[3]), one[2:]))
    answer = resolve(*fullest, lists)
    settled = answer.status == "resolved"
    return (answer.body.district, answer.body.province) if settled else ("", "")


def _province_of_office(found: Iterable[Vote], group: Group, lists: Lists) -> str:
    """The province in the names of the offices over the body, if all name the same."""
    offices = {
        vote.mention.name for vote in found if vote.mention.type.word in group[0].type.place_of
    }
    named = {
        max(
            (one for one in lists.gazetteer.provinces if office.startswith(one)),
            default="",
            key=len,
        )
        for office in offices
    }
    return named.pop() if len(named) == 1 else ""


def _part(group: Group) -> str:
    """The faculty, campus or branch that the document is of, where its whole is never headed
    without it."""
    votes = [vote for spelling in group for vote in spelling.votes]
    first = min(votes, key=lambda vote: (vote.place.page, vote.place.line or 0))
    heading = [_part_beside(vote.mention) for vote in votes if vote.heads]
    if "" in heading:
        return ""
    told = [part for vote in votes if (part := _part_beside(vote.mention))]
    if heading and len(set(heading)) == 1 and first.mention.part:
        return heading[0]
    in_front = stands_in_front(first.mention.before)
    return _part_beside(first.mention) if in_front or len(told) * 2 > len(votes) else ""


def _part_beside(mention: Mention) -> str:
    if mention.kind != "university":
        return mention.part
    return part_beside(mention.part, mention.before, mention.next_word)


def _resolution(
    group: Group, document: Document, found: tuple[Vote, ...], lists: Lists
) -> Resolution:
    place = _printed_place(group, lists)
    if not any(place) and group[0].type.names in ("tambon", "municipality", "free"):
        place = own_place(document, group[0].type, group[0].name, lists)
        place = place if any(place) else _place_of_parent(found, group, lists)
        place = place if any(place) else ("", _province_of_office(found, group, lists))
    spelling, answer = _best_answer(group, place, lists, _printed_tambon(group))
    part = _part(group)
    return Resolution(
        answer.status,
        of_part(answer.body, part),
        spelling.votes[0].mention.printed,
        answer.candidates,
        _variants(group, answer.body, lists),
        spelling.votes[0].place,
        place,
    )


def _best_answer(
    group: Group, place: tuple[str, str], lists: Lists, tambon: str
) -> tuple[Spelling, Answer]:
    """What the spellings resolve to: a listed one before a corrected one before the majority."""
    by_count = sorted(group, key=lambda one: -len(one.votes))
    answers = [
        (
            one,
            resolve(
                one.type,
                one.name,
                *place,
                lists,
                tambon=tambon,
                steady=len(one.votes) >= STEADY,
            ),
        )
        for one in by_count
    ]

    def standing(pair: tuple[Spelling, Answer]) -> int:
        spelling, answer = pair
        if answer.status != "resolved":
            return 1 if answer.status == "ambiguous" else 0
        if lists.knows(spelling.type, spelling.name):
            return 3
        return 2 if lists.knows(spelling.type, answer.body.name) else 1

    return max(answers, key=standing)


def _variants(group: Group, body: Body, lists: Lists) -> tuple[NameVariant, ...]:
    """Every spelling that is not the body's own, of its name and of its place."""
    found: dict[tuple[str, str], list[Vote]] = defaultdict(list)
    official = body.official_name or body.name
    for vote in (vote for spelling in group for vote in spelling.votes):
        mention = vote.mention
        if not key(official).endswith(key(mention.name)):
            found[mention.printed, official].append(vote)
        places = lists.gazetteer
        for printed, known, name in (
            (mention.district, places.district_names, body.district),
            (mention.province, places.province_names, body.province),
        ):
            if printed and key(printed) not in known and is_near(key(printed), key(name)):
                found[printed, name].append(vote)
    return tuple(
        NameVariant(printed, resolved, of[0].place, len(of))
        for (printed, resolved), of in found.items()
    )
