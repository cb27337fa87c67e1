"""Candidates for a query: what it resolves to, then what is like it.

Only what the resolver is sure of is a match; all else is for a person to choose from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.agency import resolve_mention
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.kinds import called, main_type, reference
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.resolving.single import name_in
from pipeline.reconcile.entities import Entities, Entity
from pipeline.reconcile.queries import Query

_LEAST = 50
"""Score under which a name is not like the query."""
_OTHER_KIND, _OTHER_PLACE, _OTHER_CODE = 15, 25, 40
"""What is taken off the score of a body of another kind, place or code than asked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that a query may mean."""

    entity: Entity
    score: float
    match: bool
    features: tuple[tuple[str, float | bool], ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a query says, from its text, its types and its properties."""

    name: str
    kinds: frozenset[str]
    districts: frozenset[str]
    provinces: frozenset[str]
    codes: frozenset[str]


def candidates(query: Query, entities: Entities) -> tuple[Candidate, ...]:
    """The best candidates, best first; in a stable order."""
    if not (query.text or query.properties):
        return ()
    asked = _asked(query, entities)
    sure = _resolved(query, asked, entities)
    found: list[Candidate] = []
    for entity, likeness in _alike(query, asked, entities):
        if len(found) >= query.limit and likeness < _worst(found, query.limit):
            break
        if not _allowed(query, entity):
            continue
        features = _features(asked, entity)
        mark = _score(likeness, features)
        is_sure = entity.id == sure and not any(value is False for _, value in features)
        if is_sure or mark >= _LEAST:
            score = 100.0 if is_sure else min(mark, 99.0)
            has = (("name_similarity", likeness), *features)
            found.append(Candidate(entity, score, is_sure, has))
    return tuple(sorted(found, key=_order)[: query.limit])


def _order(one: Candidate) -> tuple[bool, float, str]:
    return not one.match, -one.score, one.entity.id


def _worst(found: list[Candidate], limit: int) -> float:
    """The score of the last candidate that is wanted: a body whose name is less like the query
    cannot come before it."""
    return sorted((one.score for one in found), reverse=True)[limit - 1]


def _asked(query: Query, entities: Entities) -> _Asked:
    named = name_in(query.text, Lists(gazetteer(), entities.register))
    given = dict(query.properties)
    kinds = {kind for value in given.get("kind", ()) for kind in _kinds_of(value)}
    districts, provinces = set(given.get("district", ())), set(given.get("province", ()))
    name = query.text
    if named:
        name, _ = called(named.type, named.name)
        kinds = kinds or {named.type.kind}
        districts = districts or ({named.district} if named.district else set())
        provinces = provinces or ({named.province} if named.province else set())
    return _Asked(
        key(name),
        frozenset(kinds),
        frozenset(
            key(gazetteer().locate(district, province)[0] or district)
            for district in districts
            for province in (provinces or {""})
        ),
        frozenset(key(gazetteer().province(one) or one) for one in provinces),
        frozenset(given.get("code", ())),
    )


def _kinds_of(value: str) -> set[str]:
    """The kinds that an id or a type word means."""
    wanted = key(value)
    found = {
        one.kind
        for one in reference().type
        if wanted in {key(one.kind), *map(key, (one.word, *one.spellings))}
    }
    return found or {value}


def _resolved(query: Query, asked: _Asked, entities: Entities) -> str:
    """The id of the one body that the query surely means; empty if there is none."""
    given = dict(query.properties)
    district = next(iter(given.get("district", ())), "")
    province = next(iter(given.get("province", ())), "")
    if not query.text:
        return ""
    if query.text in entities.by_id:
        return query.text
    kinds = asked.kinds or (frozenset(query.types) if len(query.types) == 1 else frozenset())
    words = ("",) if name_in(query.text, Lists(gazetteer(), entities.register)) else _words(kinds)
    answers = {_sure(word + query.text, district, province, entities) for word in words} - {""}
    return answers.pop() if len(answers) == 1 else ""


def _sure(text: str, district: str, province: str, entities: Entities) -> str:
    """The id of the one body that a text means; empty if there is none.

    A dataset knows the bodies it has met alone: where the country has others of that name, its
    one is not sure.
    """
    found = resolve_mention(text, district=district, province=province, register=entities.register)
    if found.status != "resolved" or found.body is None:
        return ""
    if found.body.kind in entities.listed:
        return found.body.code
    anywhere = resolve_mention(text, district=district, province=province)
    return "" if anywhere.status == "ambiguous" else found.body.code


def _words(kinds: frozenset[str]) -> tuple[str, ...]:
    """The type words that a bare name may follow, if the query says of what kind it is."""
    mains = (main_type(kind) for kind in sorted(kinds))
    return tuple(main.word for main in mains if main) or ("",)


def _alike(query: Query, asked: _Asked, entities: Entities) -> Iterator[tuple[Entity, float]]:
    """Every body with how like its best name is, 0–100, the likest first; all alike where only
    properties are asked for."""
    if not query.text:
        yield from ((one, 100.0) for one in entities.all)
        return
    if query.text in entities.by_id:
        yield entities.by_id[query.text], 100.0
        return
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    wanted = list(dict.fromkeys((asked.name, key(query.text))))
    likeness = cdist(wanted, entities.names, scorer=Indel.normalized_similarity).max(axis=0)
    met: set[str] = set()
    for index in (-likeness).argsort(kind="stable"):
        entity, like = entities.keys[index][1], round(float(likeness[index]) * 100, 1)
        if like < _LEAST:
            return
        if entity.id not in met:
            met.add(entity.id)
            yield entity, like


def _allowed(query: Query, entity: Entity) -> bool:
    if not query.types or query.strict == "should":
        return True
    same = [entity.body.kind in _kinds_of(one) for one in query.types]
    return all(same) if query.strict == "all" else any(same)


def _features(asked: _Asked, entity: Entity) -> tuple[tuple[str, bool], ...]:
    """For each thing asked for whether the body has it; what is unknown of a body is left out."""
    body = entity.body
    found: list[tuple[str, bool]] = []
    if asked.kinds:
        found.append(("kind", body.kind in asked.kinds))
    for name, wanted, has in (
        ("district", asked.districts, key(body.district)),
        ("province", asked.provinces, key(body.province)),
    ):
        if wanted and has:
            found.append((name, any(_same_place(has, one) for one in wanted)))
    if asked.codes:
        found.append(("code", body.code in asked.codes))
    return tuple(found)


@lru_cache(maxsize=2**16)
def _same_place(has: str, wanted: str) -> bool:
    return has == wanted or is_near(has, wanted)


def _score(likeness: float, features: tuple[tuple[str, bool], ...]) -> float:
    taken = {
        "kind": _OTHER_KIND,
        "district": _OTHER_PLACE,
        "province": _OTHER_PLACE,
        "code": _OTHER_CODE,
    }
    off = sum(taken[name] for name, has in features if not has)
    return round(max(likeness - off, 0.0), 1)
