"""Queries as clients send them, checked before anything is done with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

MOST_QUERIES = 1000
MOST_CANDIDATES = 100
_CANDIDATES = 10
"""How many a query gets that names no limit."""
_LONGEST = 500
"""Letters of a query; no body's name is longer."""
PROPERTIES = {
    "kind": ("ประเภทหน่วยงาน", "Kind of the body, by id or word"),
    "district": ("อำเภอ", "District that the body lies in"),
    "province": ("จังหวัด", "Province that the body lies in"),
    "code": ("รหัสทะเบียน", "Code in the official register"),
    "fiscal_years": ("ปีงบประมาณ", "Fiscal years that the dataset tells of"),
    "succeeds": ("หน่วยงานเดิม", "Ids of the bodies it succeeds"),
}
"""Properties with their Thai names and what they are."""


class BadQuery(ValueError):
    """A request that the specification does not allow."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query of a batch."""

    text: str = ""
    types: tuple[str, ...] = ()
    strict: Literal["any", "all", "should"] = "any"
    limit: int = _CANDIDATES
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Property ids with the values that are allowed."""


def read_batch(text: str) -> dict[str, Query]:
    """The queries of a batch by the client's keys. Raises `BadQuery` saying what is wrong."""
    batch = _json(text)
    if not isinstance(batch, dict):
        raise BadQuery("queries must be an object of queries")
    if len(batch) > MOST_QUERIES:
        raise BadQuery(f"more than {MOST_QUERIES} queries in one batch")
    return {name: _query(name, one) for name, one in batch.items()}


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadQuery(f"not JSON: {error}") from error


def _query(name: str, given: Any) -> Query:
    if not isinstance(given, dict):
        raise BadQuery(f"{name}: a query must be an object")
    text = given.get("query", "")
    strict = given.get("type_strict", "any")
    listed = given.get("properties") or []
    if not isinstance(text, str):
        raise BadQuery(f"{name}: query must be text")
    if strict not in ("any", "all", "should"):
        raise BadQuery(f"{name}: type_strict must be any, all or should")
    if not isinstance(listed, list):
        raise BadQuery(f"{name}: properties must be a list")
    if not ("query" in given or listed):
        raise BadQuery(f"{name}: neither query nor properties")
    properties = tuple(_property(name, one) for one in listed)
    return Query(
        text.strip()[:_LONGEST],
        _types(name, given.get("type")),
        strict,
        _limit(name, given.get("limit", _CANDIDATES)),
        tuple(one for one in properties if one[1]),
    )


def _types(name: str, given: Any) -> tuple[str, ...]:
    """The kinds asked for: one id, or a list of them."""
    listed = [given] if isinstance(given, str) else given or []
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise BadQuery(f"{name}: type must be text or a list of texts")
    return tuple(listed)


def _limit(name: str, given: Any) -> int:
    """How many candidates are wanted; more than the service gives are not refused."""
    whole = isinstance(given, int | float) and not isinstance(given, bool) and given == given // 1
    if not whole or given < 1:
        raise BadQuery(f"{name}: limit must be a positive whole number, not {json.dumps(given)}")
    return int(min(given, MOST_CANDIDATES))


def _property(name: str, given: Any) -> tuple[str, tuple[str, ...]]:
    if not isinstance(given, dict) or not isinstance(given.get("pid"), str) or "v" not in given:
        raise BadQuery(f"{name}: a property needs pid and v")
    values = given["v"] if isinstance(given["v"], list) else [given["v"]]
    return given["pid"], tuple(filter(None, (_value(name, one) for one in values)))


def _value(name: str, given: Any) -> str:
    if isinstance(given, dict):
        given = given.get("name") or given.get("id")
    if not isinstance(given, str | int | float):
        raise BadQuery(f"{name}: a property's value must be text, a number or an entity")
    return str(given).strip()


def read_extension(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(entity ids, property ids) that a data extension query asks for."""
    given = _json(text)
    ids = given.get("ids") if isinstance(given, dict) else None
    wanted = given.get("properties") if isinstance(given, dict) else None
    if not isinstance(ids, list) or not isinstance(wanted, list):
        raise BadQuery("extend needs ids and properties")
    if len(ids) > MOST_QUERIES:
        raise BadQuery(f"more than {MOST_QUERIES} ids in one query")
    names = [str(one.get("id")) for one in wanted if isinstance(one, dict)]
    return tuple(map(str, ids)), tuple(name for name in names if name in PROPERTIES)
