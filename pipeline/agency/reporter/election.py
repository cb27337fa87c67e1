"""Which of the bodies that a document names is the one reporting, by the weight of their votes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.agency.known.kinds import LOCAL, BodyType, reference
from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.reporter.weights import Vote, acts, is_assessed, is_writer

ENOUGH = 0.8
"""Weight under which nothing says that a mentioned body is the one reporting."""
SOLE = 0.2
"""Weight of the one local body that a document names, as in the head of a table."""
_LEAST = 0.05
"""Standing of the bodies that report at all; those below it assess all others."""
ACTING = 2
"""Signs from which a place is taken for the body that the report is about."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """All votes for one name of one type."""

    type: BodyType
    name: str
    votes: tuple[Vote, ...]

    @property
    def weight(self) -> float:
        return sum(vote.weight for vote in self.votes)


Group = tuple[Spelling, ...]
"""The spellings of one body, heaviest first."""


def elected(groups: tuple[Group, ...]) -> Group | None:
    """The body with most weight; None where nothing says that a named body is reporting.

    Whoever wrote the report for another body gives way to it. A local body needs no
    weight if no other is named. A name that was met more often beats a near one that
    stands in a better place: that is where a misread cover shows.
    """
    weighty = [group for group in groups if _weight(group) >= ENOUGH]
    strong = [group for group in weighty if not _wrote(group)]
    if not strong:
        local = [group for group in groups if group[0].type.names in LOCAL]
        if len(local) == 1 and _weight(local[0]) >= SOLE:
            return local[0]
        if not local and (said := _territory(groups) or _assessed(groups)):
            return said
        if not weighty:
            return None if local else _under_the_title(groups)
        strong = weighty
    best = _local_on_the_cover(max(strong, key=_weight), strong)
    near = (group for group in groups if _is_near(group, best) and _count(group) > _count(best))
    return _office_under(max(near, key=_count, default=best), groups)


def _local_on_the_cover(best: Group, strong: list[Group]) -> Group:
    """The one local body that heads the cover, before another kind of body that is only mentioned
    more, or stands above the title that the local body's name follows: whoever asked, advised or
    wrote."""
    heading = [group for group in strong if group[0].type.names in LOCAL and _heads(group)]
    if best[0].type.names in LOCAL or len(heading) != 1:
        return best
    below = any(vote.below_title for vote in _votes(heading[0]))
    above = not any(vote.below_title for vote in _votes(best) if vote.heads)
    return heading[0] if not _heads(best) or (below and above) else best


def _office_under(best: Group, groups: tuple[Group, ...]) -> Group:
    """The one office or branch whose name heads the cover beside that of the body it is under."""
    if best[0].type.names in LOCAL or best[0].type.office or _branch_of(best):
        return best
    heading = [group for group in groups if _heads(group) and _is_under(group, best)]
    first = [group for group in heading if not _wrote(group)]
    return min(first, key=_first_line, default=best)


def _is_under(group: Group, whole: Group) -> bool:
    if _branch_of(group):
        return group[0].type.word == whole[0].type.word
    is_department = whole[0].type.kind == "department" and whole[0].type.names == "none"
    placed = any(word in group[0].name for word in reference().words.office_places)
    return is_department and group[0].type.office and (placed or group[0].type.kind == "other")


def _branch_of(group: Group) -> str:
    return group[0].votes[0].mention.part


def _heads(group: Group) -> bool:
    return any(vote.heads for spelling in group for vote in spelling.votes)


def _first_line(group: Group) -> tuple[int, int]:
    return min((vote.place.page, vote.place.line) for one in group for vote in one.votes)


def _territory(groups: tuple[Group, ...]) -> Group | None:
    """The province, district or special body that the text says it is about, if it is one."""
    said = {
        index: sum(acts(vote) for spelling in group for vote in spelling.votes)
        for index, group in enumerate(groups)
        if group[0].type.names in ("province", "district") or group[0].type.kind == "special"
    }
    best = max(said.values(), default=0)
    first = [index for index, weight in said.items() if weight == best]
    return groups[first[0]] if best >= ACTING and len(first) == 1 else None


def _assessed(groups: tuple[Group, ...]) -> Group | None:
    """The one body that the text says was assessed, however little it is mentioned."""
    said = [group for group in groups if any(is_assessed(vote) for vote in _votes(group))]
    return said[0] if len(said) == 1 else None


def _under_the_title(groups: tuple[Group, ...]) -> Group | None:
    """The ministry or province that has a line for itself right under the report's title, where
    the document names no other body that may report; the assessor only if it was assessed too."""
    may = [group for group in groups if group[0].type.standing >= _LEAST]
    heading = [group for group in may if any(vote.titled for vote in _votes(group))]
    others = [group for group in groups if _heads(group) and group not in heading]
    if not others:
        return heading[0] if len(heading) == 1 else None
    (first, *more) = groups
    below = any(vote.below_title for vote in _votes(first))
    assessed = any(is_assessed(vote) for vote in _votes(first))
    return first if below and assessed and not more else None


def _votes(group: Group) -> list[Vote]:
    return [vote for spelling in group for vote in spelling.votes]


def _weight(group: Group) -> float:
    return sum(spelling.weight for spelling in group)


def _count(group: Group) -> int:
    return sum(len(spelling.votes) for spelling in group)


def _wrote(group: Group) -> bool:
    if group[0].type.names in LOCAL:
        return False
    return any(is_writer(vote.mention) for spelling in group for vote in spelling.votes)


def _is_near(group: Group, other: Group) -> bool:
    one, two = group[0], other[0]
    return (
        one.type.names in LOCAL
        and one.type.word == two.type.word
        and is_near(key(one.name), key(two.name))
    )
