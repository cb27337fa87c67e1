"""Which body a body succeeds: what the document says of it, and what the register says.

A renamed or upgraded body is a new one with an id of its own; only the link says that
its history goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from parsers.model import Document, Line
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.identity import agency_id
from pipeline.agency.known.kinds import LOCAL, BodyType, called, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.mentions import mentions
from pipeline.agency.naming.named import Mention
from pipeline.agency.naming.squeeze import squeeze
from pipeline.agency.naming.typewords import TypeWord, find_type_words
from pipeline.agency.resolving.resolve import resolve
from pipeline.facts import Body, Place, Resolution, Succession


def find_successions(
    document: Document,
    reporter: Resolution,
    others: Iterable[Resolution] = (),
    register: Register | None = None,
) -> tuple[Succession, ...]:
    """Every succession that the text states or the register knows of a body met in it.

    Only between bodies that name a place: nothing else is upgraded. Each pair once.
    """
    lists = Lists(gazetteer(), register)
    found: dict[tuple[str, str], Succession] = {}
    for paragraph, line in _paragraphs(document):
        for one in _stated(paragraph, line, reporter, lists):
            found.setdefault((agency_id(one.body), agency_id(one.predecessor)), one)
    for one in listed_successions((reporter, *others), register):
        found.setdefault((agency_id(one.body), agency_id(one.predecessor)), one)
    return tuple(one for _, one in sorted(found.items()))


def listed_successions(
    met: Iterable[Resolution], register: Register | None
) -> Iterator[Succession]:
    """Every succession that the register knows of the bodies met."""
    for one in met:
        if register is None or one.body is None or one.status != "resolved":
            continue
        for before in register.predecessors(one.body):
            yield Succession(one.body, before)


def _paragraphs(document: Document) -> Iterator[tuple[str, Line]]:
    """Lines that follow each other, as one text with the first of them."""
    run: list[Line] = []
    for line in document.lines:
        if run and (line.page != run[-1].page or line.number > run[-1].number + 1):
            yield "\n".join(one.text for one in run), run[0]
            run = []
        run.append(line)
    if run:
        yield "\n".join(one.text for one in run), run[0]


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words between a body and the one it became, between one and the one it was, and in front
    of the one it was."""
    words = reference().succession
    became, was, out_of = (
        "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
        for listed in (words.became, words.was, words.out_of)
    )
    return (
        re.compile(f"(?:{became})$"),
        re.compile(f"(?:{was})$"),
        re.compile(f"(?:{out_of})$"),
    )


@cache
def _planned() -> re.Pattern[str]:
    """A cue with words in front of it that say that it has not happened, or not yet."""
    words = reference().succession
    cues = (*words.became, *words.out_of, *words.raised)
    first, then = ("|".join(map(re.escape, listed)) for listed in (words.planned, cues))
    return re.compile(f"(?:{first})(?:ให้|ได้|รับการ|มีการ|ดำเนินการ|การ)*(?:{then})")


_NEAR = 60
"""Letters within which a cue joins two bodies."""


def _stated(paragraph: str, line: Line, reporter: Resolution, lists: Lists) -> Iterator[Succession]:
    text = squeeze(paragraph).text
    if not any(cue in text for cue in reference().succession.all):
        return
    named = [one for one in mentions(paragraph, lists) if _can_change(one)]
    place = Place(line.page, line.number, line.box, line.method, line.confidence)
    for index, mention in enumerate(named):
        before = named[index - 1] if index else None
        between = squeeze(paragraph[before.end : mention.start]).text if before else ""
        if len(between) > _NEAR:
            before = None
        following = named[index + 1] if index + 1 < len(named) else None
        ahead = squeeze(paragraph[mention.end : following.start]).text if following else ""
        new, old = _pair(mention, before, between.rstrip(_SIGNS), ahead.strip(_SIGNS))
        if old is None:
            continue
        body = _listed(new, reporter, lists) if new else _own(reporter, old)
        listed = _listed(old, reporter, lists, like=body)
        predecessor = listed or (_as_named(old, body) if body else None)
        if body and predecessor and _fits(body, predecessor, old):
            printed = " ".join(paragraph.split())[:_PRINTED]
            yield Succession(body, predecessor, printed, place, listed is not None)
    yield from _nameless(paragraph, reporter, place, lists)


_SIGNS = " :;\"'“”‘’«»"


def _pair(
    mention: Mention, before: Mention | None, between: str, ahead: str
) -> tuple[Mention | None, Mention | None]:
    """(the body that goes on, the one that it was); no first one where it is the report's own."""
    became, was, out_of = _cues()
    front = mention.before.rstrip(_SIGNS)
    said = f"{before.before if before else ''}|{between}|{front}"
    if _planned().search(said):
        return None, None
    if before and (became.search(between) or _from_to(before, between, out_of)):
        return mention, before
    if was.search(front) or (before and mention.past):
        return before, mention
    in_brackets = between == "(" and mention.after.startswith(reference().succession.former)
    if before and in_brackets:
        return before, mention
    if out_of.search(front) and not ahead.endswith(reference().succession.into):
        return before, mention
    return None, None


def _can_change(mention: Mention) -> bool:
    """Whether a body is of a kind that is upgraded or renamed, and its name surely ends."""
    if mention.type.names in LOCAL:
        return True
    return mention.clean and mention.type.names in ("free", "none") and mention.kind != "special"


_PRINTED = 200


def _from_to(before: Mention, between: str, out_of: re.Pattern[str]) -> bool:
    words = reference().succession
    front = before.before.rstrip(_SIGNS)
    raised = front.endswith(words.raised) and between.strip(_SIGNS) in words.into
    return raised or bool(out_of.search(front) and between.endswith(words.into))


def _own(reporter: Resolution, predecessor: Mention) -> Body | None:
    """The report's own body, if it can have been one like the predecessor."""
    body = reporter.body
    if body is None:
        return None
    is_local = body.kind in _local_kinds()
    if predecessor.type.names in LOCAL:
        return body if is_local else None
    return body if body.kind == predecessor.kind else None


@cache
def _local_kinds() -> frozenset[str]:
    return frozenset(one.kind for one in reference().type if one.names in LOCAL)


def _listed(
    mention: Mention, reporter: Resolution, lists: Lists, *, like: Body | None = None
) -> Body | None:
    """The body of a mention that a list bears out; without a place of its own it lies where the
    report's body does, or the one that succeeds it."""
    around = like or reporter.body
    own = (mention.district, mention.province)
    where = own if any(own) or around is None else (around.district, around.province)
    answer = resolve(mention.type, mention.name, *where, lists)
    if answer.status == "resolved":
        return answer.body
    own_body = reporter.body
    if own_body and (own_body.kind, key(own_body.name)) == (mention.kind, key(mention.name)):
        return own_body
    return None


def _as_named(mention: Mention, like: Body) -> Body:
    """The body of a mention as it is printed, where its successor lies."""
    name, official = called(mention.type, mention.name)
    return Body(mention.kind, name, like.district, like.province, official_name=official)


def _fits(body: Body, predecessor: Body, mention: Mention) -> bool:
    provinces = {body.province, predecessor.province} - {""}
    alike = mention.type.names in LOCAL or body.kind == predecessor.kind
    return alike and len(provinces) <= 1 and agency_id(body) != agency_id(predecessor)


def _nameless(
    paragraph: str, reporter: Resolution, place: Place, lists: Lists
) -> Iterator[Succession]:
    """``ยกฐานะจากองค์การบริหารส่วนตำบลเป็นเทศบาลตำบล``: kinds alone, of the report's own body."""
    body = reporter.body
    if body is None or body.kind not in _local_kinds() or reporter.status != "resolved":
        return
    squeezed = squeeze(paragraph)
    words = [one for one in find_type_words(squeezed) if one.sound and one.type.names in LOCAL]
    out_of, into = _cues()[2], reference().succession.into
    for first, second in pairwise(words):
        between = squeezed.text[first.ends[0] : second.start]
        from_to = out_of.search(squeezed.text[: first.start]) and between in into
        if from_to and _is_nameless(squeezed.text, second) and second.type.kind == body.kind:
            was = resolve(first.type, body.name, body.district, body.province, lists)
            name, official = called(first.type, body.name)
            before = Body(
                first.type.kind, name, body.district, body.province, official_name=official
            )
            listed = was.status == "resolved"
            if _changed(first.type, second.type):
                printed = " ".join(paragraph.split())[:_PRINTED]
                yield Succession(body, was.body if listed else before, printed, place, listed)


def _changed(before: BodyType, after: BodyType) -> bool:
    return before.kind != after.kind


def _is_nameless(text: str, word: TypeWord) -> bool:
    return any(
        text.startswith(stop, word.ends[0]) for stop in reference().words.sure_stops
    ) or not re.match("[ก-ฮเ-ไ]", text[word.ends[0] :])
