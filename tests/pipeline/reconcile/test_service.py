"""The reconciliation service as a client meets it: over HTTP, against what API 0.2 asks for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest

from pipeline.reconcile.entities import load_entities
from pipeline.reconcile.matching import candidates
from pipeline.reconcile.queries import Query
from tests.pipeline.reconcile.client import UPGRADED, Client, matched, valid


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


def test_an_id_finds_its_body(client: Client) -> None:
    assert matched(client.one(query=UPGRADED)) == [UPGRADED]


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
