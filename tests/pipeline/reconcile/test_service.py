"""The reconciliation service as a client meets it: over HTTP, against what API 0.2 asks for.

``schemas.json`` holds schemas of our own, written after the specification.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jsonschema
import pytest

from parsers.errors import UsageError
from pipeline.reconcile.entities import Entities, load_entities
from pipeline.reconcile.matching import candidates
from pipeline.reconcile.queries import Query
from pipeline.reconcile.server import Service, open_service

SCHEMAS = json.loads(Path(__file__).with_name("schemas.json").read_text(encoding="utf-8"))
REGISTER = """kind,name,district,province,code,succeeds
อบต.,แม่ตืน,ลี้,ลำพูน,A1,
ทต.,แม่ตืน,ลี้,ลำพูน,A2,A1
อบต.,นาดี,เมืองอุดรธานี,อุดรธานี,B1,
อบต.,นาดี,นาดี,ปราจีนบุรี,B2,
อบต.,นาดีใหญ่,นาดี,ปราจีนบุรี,B3,
อบจ.,อุดรธานี,เมืองอุดรธานี,อุดรธานี,C1,
เทศบาลนคร,อุดรธานี,เมืองอุดรธานี,อุดรธานี,C2,
"""
UPGRADED = "subdistrict-municipality-แม่ตืน-ลี้-ลำพูน-a2"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "bodies.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def entities(register: Path) -> Entities:
    return load_entities(register, None)


@pytest.fixture(scope="module")
def service(entities: Entities) -> Iterator[Service]:
    with open_service("127.0.0.1", 0, entities) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


class Client:
    """A plain HTTP client."""

    def __init__(self, address: str) -> None:
        self.netloc = urlsplit(address).netloc

    def ask(
        self, path: str, form: dict[str, str] | None = None, method: str = "", **headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(self.netloc, timeout=10)
        body = urlencode(form) if form is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        connection.request(method or ("POST" if form else "GET"), path, body, {**kind, **headers})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def json(self, path: str, schema: str, form: dict[str, str] | None = None) -> Any:
        answer, data = self.ask(path, form)
        assert answer.status == 200, data
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Content-Type"].startswith("application/json")
        return valid(schema, json.loads(data))

    def one(self, **query: Any) -> list[dict[str, Any]]:
        """The candidates of a single query."""
        batch = valid("query-batch", {"q0": query})
        found = self.json("/", "result-batch", {"queries": json.dumps(batch)})
        result: list[dict[str, Any]] = found["q0"]["result"]
        return result


def valid(schema: str, value: Any) -> Any:
    checked = {**SCHEMAS[schema], "$defs": SCHEMAS["$defs"]}
    jsonschema.Draft202012Validator(checked).validate(value)
    return value


@pytest.fixture
def client(service: Service) -> Client:
    return Client(service.address)


def matched(candidates: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in candidates if one["match"]]


def test_the_manifest_names_the_version_and_addresses_that_work(client: Client) -> None:
    told = client.json("/", "manifest")
    assert told["versions"] == ["0.2"]
    assert {one["id"] for one in told["defaultTypes"]} == {
        "sao", "pao", "city", "subdistrict-municipality",
    }  # fmt: skip
    for name, schema in (("entity", "entities"), ("property", "properties"), ("type", "types")):
        suggest = told["suggest"][name]
        path = urlsplit(suggest["service_url"] + suggest["service_path"]).path
        client.json(f"{path}?prefix=x", f"suggest-{schema}")


def test_a_name_with_its_place_is_a_match(client: Client) -> None:
    for text in (
        "อบต.นาดี อ.เมือง จ.อุดรธานี",
        "องค์การบริหารส่วนตำบลนาดี อำเภอเมืองอุดรธานี จังหวัดอุดรธานี",
        "อบต. นาตี อ.เมืองอุดรธานี จ.อุดรธานี",
    ):
        found = client.one(query=text)
        assert matched(found) == ["sao-นาดี-เมืองอุดรธานี-อุดรธานี-b1"]
        assert found[0]["score"] == 100


def test_a_name_that_two_bodies_bear_is_no_match_but_lists_both(client: Client) -> None:
    found = client.one(query="อบต.นาดี")
    assert matched(found) == []
    assert {one["id"] for one in found[:2]} == {
        "sao-นาดี-เมืองอุดรธานี-อุดรธานี-b1", "sao-นาดี-นาดี-ปราจีนบุรี-b2",
    }  # fmt: skip
    assert all("จังหวัด" in one["description"] for one in found)


def test_properties_tell_namesakes_apart(client: Client) -> None:
    def with_province(value: Any) -> list[str]:
        return matched(client.one(query="อบต.นาดี", properties=[{"pid": "province", "v": value}]))

    expected = ["sao-นาดี-นาดี-ปราจีนบุรี-b2"]
    assert with_province("ปราจีนบุรี") == expected
    assert with_province(["ปราจีนบุรี"]) == expected
    assert with_province({"id": "ปราจีนบุรี"}) == expected
    assert with_province("เชียงใหม่") == []


def test_a_bare_name_needs_its_kind(client: Client) -> None:
    assert matched(client.one(query="แม่ตืน")) == []
    assert matched(client.one(query="แม่ตืน", type="subdistrict-municipality")) == [UPGRADED]
    kind = [{"pid": "kind", "v": "เทศบาลตำบล"}]
    assert matched(client.one(query="แม่ตืน", properties=kind)) == [UPGRADED]


def test_types_are_kept_to_unless_they_only_should(client: Client) -> None:
    def kinds(**asked: Any) -> set[str]:
        return {one["type"][0]["id"] for one in client.one(query="อุดรธานี", **asked)}

    assert kinds(type="pao") == {"pao"}
    assert kinds(type=["pao", "city"], type_strict="any") == {"pao", "city"}
    assert kinds(type=["pao", "city"], type_strict="all") == set()
    assert kinds(type="pao", type_strict="should") >= {"pao", "city"}


def test_properties_alone_find_bodies_and_the_limit_holds(client: Client) -> None:
    place = [{"pid": "province", "v": "ลำพูน"}]
    found = client.one(properties=place, limit=2)
    assert {one["id"] for one in found} == {"sao-แม่ตืน-ลี้-ลำพูน-a1", UPGRADED}
    assert len(client.one(query="นาดี", limit=1)) == 1


def test_a_batch_is_answered_by_its_keys_over_get_as_over_post(client: Client) -> None:
    batch = valid("query-batch", {"a": {"query": "อบจ.อุดรธานี"}, "ข": {"query": "ไม่มีที่ไหนเลย"}})
    queries = {"queries": json.dumps(batch, ensure_ascii=False)}
    posted = client.json("/reconcile", "result-batch", queries)
    assert posted == client.json(f"/?{urlencode(queries)}", "result-batch")
    assert matched(posted["a"]["result"]) == ["pao-อุดรธานี-c1"]
    assert posted["ข"]["result"] == []


def test_suggestions_find_bodies_properties_and_types(client: Client) -> None:
    def ids(path: str, schema: str) -> list[str]:
        return [one["id"] for one in client.json(path, schema)["result"]]

    assert ids(f"/suggest/entity?prefix={quote('แม่ตื')}", "suggest-entities") == [
        "sao-แม่ตืน-ลี้-ลำพูน-a1", UPGRADED,
    ]  # fmt: skip
    assert len(ids(f"/suggest/entity?prefix={quote('นาดี')}&cursor=1", "suggest-entities")) == 2
    assert ids("/suggest/property?prefix=prov", "suggest-properties") == ["province"]
    assert ids(f"/suggest/type?prefix={quote('เทศบาล')}", "suggest-types") == [
        "city", "subdistrict-municipality",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("อบต.นา", ["sao-นาดี-นาดี-ปราจีนบุรี-b2", "sao-นาดี-เมืองอุดรธานี-อุดรธานี-b1", "sao-นาดีใหญ่-นาดี-ปราจีนบุรี-b3"]),
        ("อบต. นาดี", ["sao-นาดี-นาดี-ปราจีนบุรี-b2", "sao-นาดี-เมืองอุดรธานี-อุดรธานี-b1", "sao-นาดีใหญ่-นาดี-ปราจีนบุรี-b3"]),
        ("องค์การบริหารส่วนตำบลนาดีใ", ["sao-นาดีใหญ่-นาดี-ปราจีนบุรี-b3"]),
        ("ทต.แม่", [UPGRADED]),
        ("เทศบาลตำบลแม่ต", [UPGRADED]),
        ("อบจ", ["pao-อุดรธานี-c1"]),
        ("ทน.อุดร", ["city-อุดรธานี-เมืองอุดรธานี-อุดรธานี-c2"]),
        ("อบต.นาดี ปราจีน", ["sao-นาดี-นาดี-ปราจีนบุรี-b2", "sao-นาดีใหญ่-นาดี-ปราจีนบุรี-b3"]),
        ("นาดี อ.เมือง จ.อุดร", ["sao-นาดี-เมืองอุดรธานี-อุดรธานี-b1"]),
        ("sao-นาดีใ", ["sao-นาดีใหญ่-นาดี-ปราจีนบุรี-b3"]),
        ("อบต.อุดร", []),
        ("  ", []),
        (".", []),
    ],
)  # fmt: skip
def test_bodies_are_suggested_as_one_types(client: Client, typed: str, expected: list[str]) -> None:
    told = client.json(f"/suggest/entity?prefix={quote(typed)}", "suggest-entities")
    assert [one["id"] for one in told["result"]] == expected


def test_every_beginning_of_a_written_name_suggests_its_body(client: Client) -> None:
    for written in ("อบต.นาดีใหญ่", "องค์การบริหารส่วนตำบลนาดีใหญ่", "นาดีใหญ่"):
        for end in range(len(written) - len("นาดีใหญ่") + 2, len(written) + 1):
            path = f"/suggest/entity?prefix={quote(written[:end])}"
            found = client.json(path, "suggest-entities")["result"]
            assert "sao-นาดีใหญ่-นาดี-ปราจีนบุรี-b3" in [one["id"] for one in found]


@pytest.mark.parametrize("cursor", ["-1", "x", "9" * 5000, "²", "1.5", ""])
def test_a_cursor_that_is_no_number_begins_at_the_first(client: Client, cursor: str) -> None:
    path = f"/suggest/entity?{urlencode({'prefix': 'นาดี', 'cursor': cursor})}"
    assert len(client.json(path, "suggest-entities")["result"]) == 3


def test_an_id_finds_its_body(client: Client) -> None:
    assert matched(client.one(query=UPGRADED)) == [UPGRADED]


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


def test_a_preview_is_a_page_that_a_name_cannot_break(client: Client) -> None:
    answer, data = client.ask(f"/preview/{quote(UPGRADED)}")
    page = data.decode()
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "เทศบาลตำบลแม่ตืน" in page
    assert "sao-แม่ตืน-ลี้-ลำพูน-a1" in page
    assert client.ask(f"/preview/{quote('ไม่มี')}")[0].status == 404


def test_data_can_be_fetched_for_matched_bodies(client: Client) -> None:
    asked = {"ids": [UPGRADED, "unknown"], "properties": [{"id": "province"}, {"id": "succeeds"}]}
    found = client.json("/", "extension", {"extend": json.dumps(asked)})
    assert found["rows"][UPGRADED] == {
        "province": [{"str": "ลำพูน"}], "succeeds": [{"str": "sao-แม่ตืน-ลี้-ลำพูน-a1"}],
    }  # fmt: skip
    assert found["rows"]["unknown"] == {"province": [], "succeeds": []}
    client.json("/properties?type=sao", "proposal")


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


def test_a_dataset_is_served_with_the_names_seen(tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").write_text(
        "agency_id,agency_type,agency,district,province,place_code,register_code,identity,candidates,"
        "names_seen,documents,fiscal_years,succeeds\n"
        'sao-นาดี-นาดี-ปราจีนบุรี,sao,องค์การบริหารส่วนตำบลนาดี,นาดี,ปราจีนบุรี,250501,,resolved,,"[""นาดิ""]",a.txt,2565,\n'
        "sao-แม่คำมี,sao,องค์การบริหารส่วนตำบลแม่คำมี,,,,,ambiguous,,,b.txt,2565,\n",
        encoding="utf-8",
    )
    entities = load_entities(None, tmp_path)
    assert list(entities.by_id) == ["sao-นาดี-นาดี-ปราจีนบุรี"]
    assert entities.all[0].body.name == "นาดี"
    assert ("นาดิ", entities.all[0]) in entities.keys


def test_a_dataset_is_sure_of_no_name_that_others_bear_whom_it_has_not_met(tmp_path: Path) -> None:
    header = "agency_id,agency_type,agency,district,province,register_code,identity,names_seen,"
    school = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลยเขต1"
    (tmp_path / "agencies.csv").write_text(
        f"{header}fiscal_years,succeeds\n"
        "sao-หนองบัว-ภูเรือ-เลย,sao,องค์การบริหารส่วนตำบลหนองบัว,ภูเรือ,เลย,,resolved,[],2565,\n"
        f"other-{school},other,{school},,,,resolved,[],2565,\n",
        encoding="utf-8",
    )
    known = load_entities(None, tmp_path)

    def found(text: str) -> list[tuple[str, bool]]:
        return [(one.entity.id, one.match) for one in candidates(Query(text), known)][:1]

    assert found("อบต.หนองบัว") == [("sao-หนองบัว-ภูเรือ-เลย", False)]
    assert found("อบต.หนองบัว อ.ภูเรือ จ.เลย") == [("sao-หนองบัว-ภูเรือ-เลย", True)]
    assert found("สพป.เลย เขต ๑") == [(f"other-{school}", True)]


def test_nothing_to_serve_and_a_taken_port_are_said(service: Service, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--agencies"):
        load_entities(None, None)
    with pytest.raises(UsageError, match="cannot be read"):
        load_entities(None, tmp_path)
    with pytest.raises(UsageError, match="--port"):
        open_service("127.0.0.1", service.server_address[1], service.entities)


def test_the_command_serves_until_it_is_stopped(register: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "reconcile", "--agencies", str(register)]
    with subprocess.Popen(
        [*command, "--port", "0", "--lang", "en"], stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:  # fmt: skip
        assert running.stderr is not None
        said = running.stderr.readline()
        assert said.startswith("sucharit: 7 bodies at http://127.0.0.1:"), said
        address = said.split(" at ")[1].split()[0]
        assert Client(address).json("/", "manifest")["versions"] == ["0.2"]
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 0


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
