"""Resolve one printed mention, as in a row of a table of many bodies."""

from __future__ import annotations

import re

from pipeline.agency.gazetteer import gazetteer
from pipeline.agency.kinds import BodyType, main_type
from pipeline.agency.location import read_location
from pipeline.agency.mentions import Mention, mentions
from pipeline.agency.names import Lists, read_name
from pipeline.agency.register import Register
from pipeline.agency.resolve import Answer, resolve
from pipeline.agency.spelling import is_near, key
from pipeline.agency.squeeze import squeeze
from pipeline.facts import NameVariant, Place, Resolution

_LIST_NUMBER = re.compile(r"^\s*[(]?[\d๐-๙]{1,4}\s*[.)]\s*|^\s*[-•]\s*")
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
    """The body that ``printed`` names: ``อบต.นาเสียว``, or a bare name among its like.

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
    body_type, name, own, tambon = named
    where = (own[0] or district, own[1] or province)
    answer = _within(body_type, name, where, context, lists, tambon)
    if not typed and answer.status == "unknown":
        return Resolution("unknown", None, printed)
    body = answer.body
    official = body.official_name or body.name
    corrected = not key(official).endswith(key(name))
    variants = (NameVariant(printed, official, place, 1),) if place and corrected else ()
    return Resolution(answer.status, body, printed, answer.candidates, variants, place)


def without_list_number(printed: str) -> str:
    """The mention without the number or sign of the list that it stands in."""
    return _LIST_NUMBER.sub("", printed)


Named = tuple[BodyType, str, tuple[str, str], str]
"""Type, name, printed (district, province) and printed tambon of a body."""


def name_in(text: str, lists: Lists) -> Named | None:
    """The first body that a text of nothing but bodies names; None if it names none by type."""
    found = mentions(text, lists, in_prose=False)
    return _named(found[0]) if found else None


def _named(mention: Mention) -> Named:
    place = mention.location
    return mention.type, mention.name, (place.district, place.province), place.tambon


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
    place = (location.district, location.province)
    return body_type, reading.name, place, location.tambon


def _within(
    body_type: BodyType,
    name: str,
    place: tuple[str, str],
    context: Resolution | None,
    lists: Lists,
    tambon: str = "",
) -> Answer:
    """What the name resolves to in the light of the report that it stands in.

    With no place of its own it is the report's own body if it has that body's name, or
    no list has it and it may be that name misread.
    """
    answer = resolve(body_type, name, *place, lists, tambon=tambon)
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
