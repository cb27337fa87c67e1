"""What the service answers: plain data for JSON, and a small page for a preview."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from importlib.metadata import version
from typing import Any

from pipeline.agency.known.spelling import key
from pipeline.reconcile.entities import Entities, Entity
from pipeline.reconcile.matching import Candidate, candidates
from pipeline.reconcile.queries import PROPERTIES, Query
from pipeline.reconcile.typed import suggested

Json = dict[str, Any]
_SUGGESTED = 20
"""Suggestions a page; a client asks for more with a cursor."""
PREVIEW_WIDTH, PREVIEW_HEIGHT = 420, 220


def manifest(base: str, entities: Entities) -> Json:
    """What the service can do, at which addresses."""
    return {
        "versions": ["0.2"],
        "name": "Sucharit: หน่วยงานภาครัฐไทย (Thai public bodies)",
        "identifierSpace": "urn:sucharit:agency",
        "schemaSpace": "urn:sucharit:kind",
        "serviceVersion": version("sucharit"),
        "defaultTypes": _types(entities),
        "view": {"url": f"{base}/agency/{{{{id}}}}"},
        "preview": {
            "url": f"{base}/preview/{{{{id}}}}",
            "width": PREVIEW_WIDTH,
            "height": PREVIEW_HEIGHT,
        },
        "suggest": {
            name: {"service_url": base, "service_path": f"/suggest/{name}"}
            for name in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/properties"},
            "property_settings": [],
        },
    }


def _types(entities: Entities) -> list[Json]:
    return [{"id": kind, "name": word} for kind, word in entities.kinds.items()]


def results(batch: Mapping[str, Query], entities: Entities) -> Json:
    """The candidates of each query of a batch, by its key."""
    return {
        name: {"result": [_candidate(one, entities) for one in candidates(query, entities)]}
        for name, query in batch.items()
    }


def _candidate(one: Candidate, entities: Entities) -> Json:
    return {
        **_named(one.entity),
        "score": one.score,
        "match": one.match,
        "type": [_type(one.entity, entities)],
        "features": [{"id": name, "value": value} for name, value in one.features],
    }


def _named(entity: Entity) -> Json:
    described = {"description": entity.description} if entity.description else {}
    return {"id": entity.id, "name": entity.name, **described}


def _type(entity: Entity, entities: Entities) -> Json:
    kind = entity.body.kind
    return {"id": kind, "name": entities.kinds[kind]}


def suggest_entities(prefix: str, cursor: int, entities: Entities) -> Json:
    """A page of the bodies that may be meant by what is typed so far."""
    page = suggested(prefix, entities)[cursor : cursor + _SUGGESTED]
    return {"result": [_named(one) | {"notable": [_type(one, entities)]} for one in page]}


def suggest_properties(prefix: str) -> Json:
    """The properties that have the text in id, name or description."""
    return {"result": [one for one in _properties() if _holds(one, prefix)]}


def suggest_types(prefix: str, entities: Entities) -> Json:
    """The kinds of body that have the text in id or word."""
    return {"result": [one for one in _types(entities) if _holds(one, prefix)]}


def _properties() -> list[Json]:
    return [
        {"id": name, "name": thai, "description": told} for name, (thai, told) in PROPERTIES.items()
    ]


def _holds(one: Json, prefix: str) -> bool:
    return any(key(prefix) in key(text) for text in one.values())


def proposed_properties(kind: str) -> Json:
    """The properties that a client may fetch of bodies of a kind: the same for all."""
    listed = [{"id": one["id"], "name": one["name"]} for one in _properties()]
    return {"properties": listed, **({"type": kind} if kind else {})}


def extension(ids: tuple[str, ...], wanted: tuple[str, ...], entities: Entities) -> Json:
    """The values of properties of bodies; a body that is not known has none."""
    return {
        "meta": [{"id": name, "name": PROPERTIES[name][0]} for name in wanted],
        "rows": {
            identity: {name: _values(entities.by_id.get(identity), name) for name in wanted}
            for identity in ids
        },
    }


def _values(entity: Entity | None, name: str) -> list[Json]:
    return [{"str": value} for value in _value(entity, name).split("; ") if value] if entity else []


def _value(entity: Entity, name: str) -> str:
    others = {"fiscal_years": entity.years, "succeeds": entity.succeeds}
    return others[name] if name in others else str(getattr(entity.body, name))


def page(entity: Entity, entities: Entities) -> str:
    """A small page about a body, for a preview and to look at."""
    rows = [
        (PROPERTIES["kind"][0], entities.kinds[entity.body.kind]),
        *((PROPERTIES[name][0], _value(entity, name)) for name in PROPERTIES if name != "kind"),
        ("ชื่อที่พบ", ", ".join(entity.names)),
        ("รหัส", entity.id),
    ]
    listed = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in rows if value
    )
    return (
        '<!doctype html><html lang="th"><head><meta charset="utf-8">'
        f"<title>{escape(entity.name)}</title><style>body{{font:14px/1.5 sans-serif;margin:8px}}"
        "h1{font-size:16px;margin:0 0 6px}dl{display:grid;grid-template-columns:auto 1fr;"
        "gap:2px 10px;margin:0}dt{color:#555}dd{margin:0}</style></head>"
        f"<body><h1>{escape(entity.name)}</h1><dl>{listed}</dl></body></html>"
    )
