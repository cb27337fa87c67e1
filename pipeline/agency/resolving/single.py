"""Resolve one printed mention, as in a row of a table of many bodies."""

from __future__ import annotations

import re

from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.kinds import BodyType, main_type, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.naming.location import read_location
from pipeline.agency.naming.mentions import mentions
from pipeline.agency.naming.named import Mention, Named
from pipeline.agency.naming.names import read_name
from pipeline.agency.naming.parts import part_beside
from pipeline.agency.naming.squeeze import squeeze
from pipeline.agency.resolving.answers import Answer
from pipeline.agency.resolving.resolve import resolve
from pipeline.agency.resolving.unread import UNREAD, with_unread
from pipeline.facts import NameVariant, Place, Resolution

_LIST_NUMBER = re.compile(r"^\s*[(]?[\d๐-๙]{1,4}\s*[.)]\s*|^\s*[-•]\s*")
_THAI = re.compile("[ก-ฮ]")
_SPANS_PROVINCE = frozenset(("pao", "province", "other"))
"""Kinds whose tables list bodies of their own province."""


def resolve_mention(
    printed: str,
    *,
    district: str = "",
    province: str = "",
    context: Resolution | None = None,
    register: Register | None = None,
    place: Place | None = None,
) -> Resolution:
    """The body that ``printed`` names: ``อบต.แม่ตืน``, or a bare name among its like.

    A place printed with the name counts before ``district`` and ``province``. A name
    without a type word is of the ``context`` body's kind, or unknown. The context's
    province helps only where its body stands for a whole province. With the ``place``
    where it is printed, a corrected spelling is reported as a variant.
    """
    lists = Lists(gazetteer(), register)
    text = without_list_number(printed)
    named = name_in(text, lists)
    typed = named is not None
    named = named or _bare(text, context, lists)
    if named is None:
        return Resolution("unknown", None, printed)
    where = (named.district or district, named.province or province)
    answer = _within(named, where, context, lists)
    if UNREAD in text and (context is None or answer.body != context.body):
        answer = with_unread(text, named, where, answer, lists)
    if not typed and answer.status == "unknown":
        return Resolution("unknown", None, printed)
    body = answer.body
    official = body.official_name or body.name
    whole = key(official).removesuffix(key(named.part))
    corrected = not whole.endswith(key(named.name))
    variants = (NameVariant(printed, official, place, 1),) if place and corrected else ()
    return Resolution(answer.status, body, printed, answer.candidates, variants, place)


def without_list_number(printed: str) -> str:
    """The mention without the number or sign of the list that it stands in."""
    return _LIST_NUMBER.sub("", printed)


def name_in(text: str, lists: Lists) -> Named | None:
    """The first body that a text of nothing but bodies names; None if it names none by type.

    A province or district behind other words only says where something lies.
    """
    found = mentions(text, lists, in_prose=False)
    if not found or (_is_place(found[0].type) and _THAI.search(found[0].before)):
        return None
    return _named(_office_or_first(found))


def _office_or_first(found: list[Mention]) -> Mention:
    """The first body, or the office that stands behind its department."""
    first, *others = found
    is_department = first.kind == "department" and not first.type.office and not first.part
    return next((one for one in others[:1] if is_department and one.type.office), first)


def _is_place(body_type: BodyType) -> bool:
    words = reference().words
    return body_type.word in (*words.province, *words.district)


def _named(mention: Mention) -> Named:
    place = mention.location
    part = part_beside(mention.part, mention.before, mention.next_word)
    part = part if mention.kind == "university" else mention.part
    return Named(mention.type, mention.name, place.district, place.province, place.tambon, part)


def _bare(text: str, context: Resolution | None, lists: Lists) -> Named | None:
    """A name without its type word, of the type of the context's body."""
    body_type = main_type(context.body.kind) if context and context.body else None
    if body_type is None or body_type.names not in ("tambon", "municipality", "province"):
        return None
    squeezed = squeeze(text)
    reading = read_name(squeezed, 0, len(squeezed.text), body_type, lists, in_prose=False)
    if reading is None or max(reading.end, reading.location.end) < len(squeezed.text):
        return None
    location = reading.location or read_location(squeezed, reading.end, lists.gazetteer)
    return Named(body_type, reading.name, location.district, location.province, location.tambon)


def _within(
    named: Named,
    place: tuple[str, str],
    context: Resolution | None,
    lists: Lists,
) -> Answer:
    """What the name resolves to in the light of the report that it stands in.

    With no place of its own it is the report's own body if it has that body's name, or
    no list has it and it may be that name misread.
    """
    body_type, name = named.type, named.name
    answer = resolve(body_type, name, *place, lists, tambon=named.tambon, part=named.part)
    around = context.body if context else None
    if any(place) or context is None or around is None:
        return answer
    own = body_type.kind == around.kind and (
        key(name) == key(around.name)
        or (answer.status == "unknown" and is_near(key(name), key(around.name)))
    )
    if own:
        return Answer(context.status, around, context.candidates)
    if answer.status == "resolved" or around.kind not in _SPANS_PROVINCE or not around.province:
        return answer
    inside = resolve(body_type, name, "", around.province, lists)
    return inside if inside.status == "resolved" else answer
