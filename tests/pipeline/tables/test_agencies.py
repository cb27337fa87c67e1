"""One row a body: every id that another table holds, with all that was seen of it."""

from __future__ import annotations

import csv
import io
import itertools
import json
import random

from pipeline.agency import Register
from pipeline.agency.known.identity import agency_id
from pipeline.audit.auditor import audit
from pipeline.audit.model import ReadDocument
from pipeline.facts import Body
from pipeline.read import read
from pipeline.run.records import Record
from pipeline.tables.agencies import agency_rows
from pipeline.tables.fields import AGENCIES, TABLES
from pipeline.tables.rows import agency_year_rows, document_rows, flag_rows, score_rows
from pipeline.tables.write import to_csv
from tests.pipeline.documents import document

TABLE = "\n\nตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t๘๐.๑๐\nการใช้งบประมาณ\t91.00\n"
TEXTS = {
    "2564.txt": "ผลการประเมิน ITA ปี 2564\nองค์การบริหารส่วนตำบลแม่ตืน\nอำเภอลี้ จังหวัดลำพูน" + TABLE,
    "2566.txt": "ผลการประเมิน ITA ปี 2566\nเทศบาลตำบลแม่ตืน\nอำเภอลี้ จังหวัดลำพูน\n\n"
    "เดิมเป็นองค์การบริหารส่วนตำบลแม่ตืน" + TABLE,
    "2565.txt": "ผลการประเมิน ITA ปี 2565\nอบต.แม่ตืม อ.ลี้ จ.ลำพูน" + TABLE,
    "open.txt": "ผลการประเมิน ITA ปี 2565\nอบต.แม่คำมี" + TABLE,
    "none.txt": "ผลการประเมิน ITA ปี 2565" + TABLE,
    "empty.txt": "แผนที่",
    "misread.txt": "ผลการประเมิน ITA ปี 2565\nอบต.นาเสียว อ.เมืองชัยภูมิ จ.ชัยกูมิ" + TABLE,
    "renamed.txt": "ผลการประเมิน ITA ปี 2565\nเทศบาลตำบลแม่ยวม อำเภอแม่สะเรียง จังหวัดแม่ฮ่องสอน\n"
    "เทศบาลตำบลแม่ยวม ได้รับผลการประเมินดังนี้\n"
    "เทศบาลตำบลแม่ยวม เดิมเป็นองค์การบริหารส่วนตำบลดอกรักพัฒนา" + TABLE,
}


def records(order: list[str]) -> dict[str, Record]:
    return {
        name: Record(f"{len(name)}{name}", "text/plain", 5, "ok", facts=read(document(TEXTS[name])))
        for name in order
    }


def tables(order: list[str]) -> tuple[dict[str, dict[str, str]], set[str]]:
    """Rows of agencies by id, and every id that the other tables name."""
    given = records(order)
    audited = audit([ReadDocument(n, r.sha256, r.facts) for n, r in given.items() if r.facts])
    others = itertools.chain(
        document_rows(given), score_rows(given, audited), agency_year_rows(audited),
        flag_rows(audited),
    )  # fmt: skip
    rows = agency_rows(given, audited)
    data = to_csv(AGENCIES, rows).decode()
    found = list(csv.DictReader(io.StringIO(data)))
    named = {row["agency_id"] for row in others} - {""}
    return {row["agency_id"]: row for row in found}, named


def test_every_id_of_the_other_tables_is_a_row() -> None:
    rows, named = tables(list(TEXTS))
    assert named <= rows.keys()


def test_an_upgraded_body_is_another_one_that_succeeds_the_old() -> None:
    rows, _ = tables(list(TEXTS))
    now = rows["subdistrict-municipality-แม่ตืน-ลี้-ลำพูน"]
    before = rows["sao-แม่ตืน-ลี้-ลำพูน"]
    assert now["succeeds"] == before["agency_id"]
    assert before["succeeds"] == ""
    assert (now["fiscal_years"], before["fiscal_years"]) == ("2566", "2564; 2565")
    assert json.loads(before["names_seen"]) == ["องค์การบริหารส่วนตำบลแม่ตืน", "อบต.แม่ตืม"]
    assert before["documents"] == "2564.txt; 2565.txt; 2566.txt"
    assert before["place_code"] == now["place_code"]
    assert (len(now["place_code"]), now["place_code"][:2]) == (6, "51")


def test_an_ambiguous_name_lists_what_it_may_mean_and_claims_no_place() -> None:
    rows, _ = tables(list(TEXTS))
    row = rows["sao-แม่คำมี"]
    assert (row["identity"], row["district"], row["place_code"]) == ("ambiguous", "", "")
    assert len(json.loads(row["candidates"])) > 1


def test_rows_do_not_depend_on_the_order_of_the_documents() -> None:
    order = list(TEXTS)
    expected = tables(order)
    random.Random(3).shuffle(order)
    assert tables(order) == expected


def test_every_table_with_an_agency_refers_to_it() -> None:
    for table in TABLES:
        if "agency_id" in table.columns and table is not AGENCIES:
            assert ("agency_id", "agencies") in table.foreign


def test_a_misread_place_is_no_name_of_the_body() -> None:
    rows, _ = tables(["misread.txt"])
    names = json.loads(rows["sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"]["names_seen"])
    assert names == ["อบต.นาเสียว"]


def test_a_predecessor_that_no_list_has_is_unknown() -> None:
    rows, _ = tables(["renamed.txt"])
    before = rows["sao-ดอกรักพัฒนา-แม่สะเรียง-แม่ฮ่องสอน"]
    assert before["identity"] == "unknown"
    assert before["documents"] == "renamed.txt"


def test_a_predecessor_that_only_the_register_tells_of_has_no_documents() -> None:
    before = Body("sao", "นาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ", "1")
    after = Body("subdistrict-municipality", "นาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ", "2")
    register = Register((before, after), {"2": ("1",)})
    text = "ผลการประเมิน ITA ปี 2565\nทต.นาเสียว อ.เมือง จ.ชัยภูมิ" + TABLE
    record = Record("1", "text/plain", 5, "ok", facts=read(document(text), register))
    assert record.facts
    audited = audit([ReadDocument("a.txt", "1", record.facts)])
    rows = {row["agency_id"]: row for row in agency_rows({"a.txt": record}, audited)}
    assert rows[agency_id(after)]["succeeds"] == agency_id(before)
    assert rows[agency_id(after)]["documents"] == "a.txt"
    assert rows[agency_id(before)]["documents"] == ""
    assert rows[agency_id(before)]["identity"] == "resolved"


def test_no_body_is_surer_than_the_flags_about_it() -> None:
    given = records(list(TEXTS))
    audited = audit([ReadDocument(n, r.sha256, r.facts) for n, r in given.items() if r.facts])
    status = {row["agency_id"]: row["identity"] for row in agency_rows(given, audited)}
    for rule in ("unknown", "ambiguous"):
        flagged = [one for one in audited.findings if one.rule == f"agency-{rule}"]
        assert flagged
        assert {status[one.agency_id] for one in flagged if one.agency_id in status} <= {rule}
