"""What clients ask that is empty, too much, malformed or hostile."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from urllib.parse import urlencode

import pytest

from parsers.errors import UsageError
from pipeline.reconcile.entities import load_entities
from pipeline.reconcile.server import Service, open_service
from tests.pipeline.reconcile.client import Client, matched


@pytest.mark.parametrize("cursor", ["-1", "x", "9" * 5000, "²", "1.5", ""])
def test_a_cursor_that_is_no_number_begins_at_the_first(client: Client, cursor: str) -> None:
    path = f"/suggest/entity?{urlencode({'prefix': 'นาดี', 'cursor': cursor})}"
    assert len(client.json(path, "suggest-entities")["result"]) == 3


def test_unknown_types_and_properties_are_no_error(client: Client) -> None:
    assert client.one(query="อบต.นาดี", type="planet") == []
    place = [{"pid": "weather", "v": "rain"}, {"pid": "province", "v": "อุดรธานี"}]
    found = client.one(query="อบต.นาดี", properties=place)
    assert matched(found) == ["sao-นาดี-เมืองอุดรธานี-อุดรธานี-b1"]
    asked = {"ids": ["x"], "properties": [{"id": "weather"}, {"id": ["province"]}]}
    assert client.json("/", "extension", {"extend": json.dumps(asked)})["meta"] == []


def test_no_query_has_no_result_and_a_large_limit_no_harm(client: Client) -> None:
    assert client.json("/", "result-batch", {"queries": "{}"}) == {}
    assert len(client.one(query="นาดี", limit=10**400)) >= 3
    assert len(client.one(query="นาดี", limit=2.0)) == 2


def test_many_queries_are_answered_and_too_many_refused(client: Client) -> None:
    batch = {f"q{index}": {"query": f"อบต.นาดี {index}"} for index in range(300)}
    found = client.json("/", "result-batch", {"queries": json.dumps(batch)})
    assert list(found) == list(batch)
    batch = {f"q{index}": {"query": "x"} for index in range(1001)}
    answer, data = client.ask("/", {"queries": json.dumps(batch)})
    assert answer.status == 400
    assert "1000" in json.loads(data)["message"]


def test_what_is_no_letter_comes_back_as_it_was_sent(client: Client) -> None:
    answer, data = client.ask("/", {"queries": r'{"\ud800": {"query": "\udfff\u0000"}}'})
    assert answer.status == 200
    assert json.loads(data) == {"\ud800": {"result": []}}


def test_a_browser_of_another_origin_may_ask(client: Client) -> None:
    answer, _ = client.ask("/", method="OPTIONS", Origin="http://127.0.0.1:3333")
    assert answer.status == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    "queries",
    [
        "", "{", "[]", '{"q0": 3}', '{"q0": {}}', '{"q0": {"query": 5}}', "[" * 100_000,
        '{"q0": {"query": "x", "limit": "many"}}', '{"q0": {"query": "x", "type_strict": "no"}}',
        '{"q0": {"query": "x", "properties": [{"pid": "province"}]}}',
        '{"q0": {"query": "x", "limit": -1}}', '{"q0": {"query": "x", "limit": 0}}',
        '{"q0": {"query": "x", "limit": 1.5}}', '{"q0": {"query": "x", "limit": NaN}}',
        '{"q0": {"query": "x", "limit": Infinity}}', '{"q0": {"query": "x", "limit": true}}',
        '{"q0": {"query": "x", "limit": null}}', '{"q0": {"query": "x", "limit": "5"}}',
        '{"q0": {"query": "x", "type": 5}}', '{"q0": {"query": "x", "type": {"id": "sao"}}}',
        '{"q0": {"query": "x", "type": [5]}}', '{"q0": {"query": "x", "type_strict": []}}',
        '{"q0": {"query": "x", "properties": "province"}}', '{"q0": {"query": "x", "properties": [5]}}',
        '{"q0": {"query": "x", "properties": [{"pid": 5, "v": "x"}]}}',
        '{"q0": {"query": "x", "properties": [{"pid": "province", "v": {}}]}}',
        '{"q0": null}', "null", "5", '"x"', '{"q0": {"query": "x"}',
    ],
)  # fmt: skip
def test_what_the_specification_does_not_allow_is_refused_with_a_reason(
    client: Client, queries: str
) -> None:
    answer, data = client.ask("/", {"queries": queries})
    assert answer.status == 400
    assert json.loads(data)["message"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_an_old_client_gets_its_function_called_and_nothing_else(client: Client) -> None:
    queries = json.dumps({"q0": {"query": "อบจ.อุดรธานี"}})
    for path in ("/?callback=jQuery11_1.found", f"/?callback=f&{urlencode({'queries': queries})}"):
        answer, data = client.ask(path)
        name, _, argument = data.decode("ascii").removeprefix("/**/").partition("(")
        assert name in ("jQuery11_1.found", "f")
        assert json.loads(argument.removesuffix(");"))
        assert answer.headers["Content-Type"].startswith("application/javascript")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for strange in ("alert(1)//", "a;b", "<script>", "ก", "a" * 2000):
        answer, data = client.ask(f"/?{urlencode({'callback': strange})}")
        assert answer.status == 400
        assert json.loads(data)["message"]


def test_what_is_too_large_or_nowhere_is_refused(client: Client) -> None:
    connection = http.client.HTTPConnection(client.netloc, timeout=10)
    connection.putrequest("POST", "/")
    connection.putheader("Content-Length", str(10**9))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    assert client.ask("/nowhere")[0].status == 404
    assert client.ask("/../../etc/passwd")[0].status == 404


def test_a_strange_host_header_does_not_get_into_the_manifest(client: Client) -> None:
    _, data = client.ask("/", Host="evil.example/<script>")
    assert b"evil" not in data


def test_nothing_to_serve_and_a_taken_port_are_said(service: Service, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--agencies"):
        load_entities(None, None)
    with pytest.raises(UsageError, match="cannot be read"):
        load_entities(None, tmp_path)
    with pytest.raises(UsageError, match="--port"):
        open_service("127.0.0.1", service.server_address[1], service.entities)


def test_an_empty_cell_has_no_candidates_and_does_not_spoil_its_batch(client: Client) -> None:
    batch = {"blank": {"query": " "}, "named": {"query": "อบต.นาเสียว"}}
    answer, data = client.ask("/", {"queries": json.dumps(batch)})
    assert answer.status == 200
    assert json.loads(data)["blank"] == {"result": []}


def test_a_body_of_json_is_refused_and_not_answered_with_the_manifest(client: Client) -> None:
    connection = http.client.HTTPConnection(client.netloc, timeout=10)
    connection.request("POST", "/", '{"queries": {}}', {"Content-Type": "application/json"})
    assert connection.getresponse().status == 415
    connection.close()
