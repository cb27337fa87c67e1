"""Whatever a client sends as queries is read or refused, and never a failure of the program."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as some

from pipeline.reconcile.queries import MOST_CANDIDATES, BadQuery, Query, read_batch, read_extension

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    max_leaves=8,
)
FIELDS = some.sampled_from(("query", "type", "limit", "type_strict", "properties", "x"))
QUERIES = some.dictionaries(some.text(), some.dictionaries(FIELDS, JSON) | JSON)


@given(QUERIES | JSON)
def test_queries_are_read_or_refused(queries: object) -> None:
    found: dict[str, Query] = {}
    with suppress(BadQuery):
        found = read_batch(json.dumps(queries))
    assert all(1 <= one.limit <= MOST_CANDIDATES for one in found.values())


@given(some.text())
def test_text_that_is_no_json_is_refused(text: str) -> None:
    with suppress(BadQuery):
        assert isinstance(read_batch(text), dict)


@given(some.dictionaries(some.sampled_from(("ids", "properties")), some.lists(JSON)))
def test_extensions_are_read_or_refused(asked: object) -> None:
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    with suppress(BadQuery):
        ids, names = read_extension(json.dumps(asked))
    assert all(isinstance(one, str) for one in (*ids, *names))
