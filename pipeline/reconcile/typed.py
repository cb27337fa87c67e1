"""Bodies that a person may mean who is still typing: ``อบต.นาเ``, ``นาดี ปราจีน``."""

from __future__ import annotations

from pipeline.agency.known.kinds import BodyType, reference
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.typewords import forms
from pipeline.reconcile.entities import Entities, Entity


def suggested(typed: str, entities: Entities) -> list[Entity]:
    """The bodies that may be meant, the likeliest first: those called so, those whose name or id
    begins so, those that hold it. Behind a space may stand a part of the place."""
    first, *places = typed.split() or [""]
    if not key(typed):
        return []
    whole = _ranked(_readings(typed), (), entities)
    if whole or not places:
        return whole
    return _ranked(_readings(first), tuple(filter(None, map(_bare, places))), entities)


def _ranked(readings: tuple[str, ...], places: tuple[str, ...], entities: Entities) -> list[Entity]:
    found: tuple[list[Entity], list[Entity], list[Entity]] = ([], [], [])
    for one in entities.all:
        if not all(place in key(one.description) for place in places):
            continue
        names = [key(name) for name in (one.body.name, one.name, one.id, *one.names)]
        if any(name in readings for name in names):
            found[0].append(one)
        elif any(name.startswith(readings) for name in names):
            found[1].append(one)
        elif any(readings[0] in name for name in names):
            found[2].append(one)
    return [one for ranked in found for one in ranked]


def _readings(typed: str) -> tuple[str, ...]:
    """Keys of what is typed, as it stands and with a short type word written out."""
    text = "".join(typed.split())
    _, types = forms()
    whole = [
        _written_out(one, text[len(form) :]) for form, one in types.items() if text.startswith(form)
    ]
    return tuple(dict.fromkeys((key(typed), *map(key, filter(None, whole)))))


def _written_out(body_type: BodyType, rest: str) -> str:
    return body_type.word + rest if body_type.names != "none" or not rest else ""


def _bare(place: str) -> str:
    """The key of a place without the word in front of it."""
    words = reference().words
    for word in (*words.district, *words.province, *words.tambon):
        if place.startswith(word):
            return key(place.removeprefix(word))
    return key(place)
