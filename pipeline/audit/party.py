"""The bodies of an audit, each under its id, as one document or all of them know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from pipeline.agency.known.identity import agency_id
from pipeline.facts import Body, Resolution


@dataclass(frozen=True, slots=True)
class Party:
    """A body as one document names it."""

    agency_id: str
    name: str
    body: Body
    resolved: bool


def party_of(resolution: Resolution, document_hash: str) -> Party:
    """A body that cannot be identified gets an id of its own, lest two strangers be merged."""
    body = resolution.body
    found = agency_id(body) if body else ""
    if body and found:
        name = body.official_name or resolution.printed or body.name
        return Party(found, name, body, resolution.status == "resolved")
    digest = sha256(f"{document_hash}\x1f{resolution.printed}".encode()).hexdigest()[:12]
    stranger = Body("other", resolution.printed)
    return Party(f"unknown-{digest}", resolution.printed, body or stranger, False)


def fullest(parties: Iterable[Party]) -> dict[str, Body]:
    """The fullest body known for each id, whatever the order of the documents."""
    found: dict[str, Body] = {}
    for party in parties:
        best = found.get(party.agency_id)
        if best is None or _fullest_first(party.body) < _fullest_first(best):
            found[party.agency_id] = party.body
    return dict(sorted(found.items()))


def _fullest_first(body: Body) -> tuple[int, tuple[str, ...]]:
    parts = body.name, body.district, body.province, body.code, body.official_name
    return -sum(map(bool, parts)), parts
