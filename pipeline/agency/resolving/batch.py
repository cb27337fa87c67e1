"""Resolve many mentions at once: the same answers as one by one, with less work.

Mentions of the usual shape are read by one pattern, equal ones once; names that no list
holds are compared with those of their kind and place all together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.kinds import LOCAL, BodyType, called, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import Names, key
from pipeline.agency.naming.location import has_place_word
from pipeline.agency.naming.named import Named
from pipeline.agency.naming.typewords import forms
from pipeline.agency.resolving.resolve import resolve
from pipeline.agency.resolving.single import name_in, without_list_number
from pipeline.facts import Resolution

_REST = re.compile(
    r"\s*([ก-ฮเ-ไ][ก-ฺเ-๎ ]{1,40}?)"
    r"(?:\s+(?:อำเภอ|อ\.)\s*([ก-ฺเ-๎]+))?"
    r"(?:\s+(?:จังหวัด|จ\.)\s*([ก-ฺเ-๎]+))?\s*"
)
"""A name, with spaces inside as OCR puts them, and its place."""
_SHORTEST, _LONGEST = 2, 24
_OVERLAP = 2
"""Letters of a place word that can seem to end a type word begun by the name (``…อบ จ.``)."""


def resolve_all(printed: Iterable[str], register: Register | None = None) -> dict[str, Resolution]:
    """The answer of `resolve_mention` for each distinct mention, by the mention."""
    lists = Lists(gazetteer(), register)
    named = {text: _name_in(without_list_number(text), lists) for text in dict.fromkeys(printed)}
    _look_up(filter(None, named.values()), lists)
    answers: dict[tuple[str, ...], Resolution] = {}
    found: dict[str, Resolution] = {}
    for text, one in named.items():
        if one is None:
            found[text] = Resolution("unknown", None, text)
            continue
        identity = (one.type.word, one.name, one.district, one.province, one.tambon, one.part)
        same = answers.get(identity)
        if same is None:
            answer = resolve(
                one.type, one.name, *one.place, lists, tambon=one.tambon, part=one.part
            )
            same = Resolution(answer.status, answer.body, "", answer.candidates)
            answers[identity] = same
        found[text] = Resolution(same.status, same.body, text, same.candidates)
    return found


def _name_in(text: str, lists: Lists) -> Named | None:
    return _usual(text, lists) or name_in(text, lists)


def _usual(text: str, lists: Lists) -> Named | None:
    """What a mention of the usual shape names; None for all that needs a closer look."""
    pattern, types = forms()
    word = pattern.match(text)
    rest = _REST.fullmatch(text, word.end()) if word else None
    if not (word and rest):
        return None
    body_type = types[word.group()]
    printed, district, province = rest.groups(default="")
    name = printed.replace(" ", "").replace("ํา", "ำ")
    places = lists.gazetteer
    plain = (
        body_type.names in LOCAL
        and _SHORTEST <= len(name) <= _LONGEST
        and not pattern.search(name + text[rest.end(1) :].lstrip()[:_OVERLAP])
        and not has_place_word(name)
        and name not in reference().words.no_names
        and (not district or key(district) in places.district_names)
        and (not province or key(province) in places.province_names)
        and (district or province or (name == printed and lists.knows(body_type, name)))
    )
    return Named(body_type, name, district, province) if plain else None


def _look_up(named: Iterable[Named], lists: Lists) -> None:
    """Compare the names with those of their kind and place, one place after the other."""
    wanted: dict[int, tuple[Names, set[str]]] = {}
    by_block: dict[int, set[str]] = defaultdict(set)
    for one in named:
        names = _block(one.type, lists.gazetteer.locate(*one.place), lists)
        if names is not None and key(one.name) not in names:
            wanted[id(names)] = names, by_block[id(names)]
            by_block[id(names)].add(key(called(one.type, one.name)[0]))
    for names, keys in wanted.values():
        names.look_up(keys)


def _block(body_type: BodyType, place: tuple[str, str], lists: Lists) -> Names | None:
    register = lists.register
    if not place[1]:
        return None
    if register and body_type.kind in register.kinds:
        return register.names(body_type.kind, *place)
    seats = lists.seats(body_type)
    return seats.names(*place) if seats else None
