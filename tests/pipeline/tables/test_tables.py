"""The tables are those of the contract, and the data package describes them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from pipeline.audit.auditor import audit
from pipeline.audit.model import ReadDocument
from pipeline.read import read
from pipeline.run.records import Record
from pipeline.tables.fields import (
    AGENCY_YEARS,
    DOCUMENTS,
    FLAGS,
    MEASURES,
    RECOMMENDATIONS,
    SCORES,
    TABLES,
)
from pipeline.tables.rows import code_order, score_rows
from pipeline.tables.write import to_csv, write_dataset
from tests.pipeline.documents import document

CONTRACT = {
    DOCUMENTS: "document sha256 media_type bytes pages pages_ocr kind status reason parser agency_id"
    " fiscal_year",
    SCORES: "document agency_id agency agency_type district province fiscal_year scheme item_type code"
    " name score out_of target printed rating page x0 top x1 bottom line method confidence assurance",
    AGENCY_YEARS: "agency_id agency agency_type district province fiscal_year fiscal_year_ce scheme i1 i2"
    " i3 i4 i5 i6 i7 i8 i9 i10 iit eit oit total rating recomputed_iit recomputed_eit recomputed_oit"
    " recomputed_total difference recomputed_rating verdict assurance flags documents",
    MEASURES: "document agency_id agency fiscal_year number section title steps responsible period"
    " start_date end_date follow_up result outcome remark indicator page",
    RECOMMENDATIONS: "document agency_id agency fiscal_year kind indicator text page",
    FLAGS: "flag_id rule severity document agency_id agency fiscal_year item_type code printed expected"
    " difference message message_th explanation page",
}
TEXT = (
    "ผลการประเมิน ITA ปี 2565 องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น\n\n"
    "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t๘๐.๑๐\nการใช้งบประมาณ\t91.00\n\n"
    "การใช้อำนาจ ได้คะแนน 80.10 คะแนน\n\nการใช้งบประมาณ ได้คะแนน 92.00 คะแนน"
)


def records() -> dict[str, Record]:
    return {"a.txt": Record("ab" * 32, "text/plain", 5, "ok", facts=read(document(TEXT)))}


def audited(given: dict[str, Record]):  # type: ignore[no-untyped-def]
    return audit([ReadDocument(n, r.sha256, r.facts) for n, r in given.items() if r.facts])


def test_columns_are_those_of_the_contract_with_new_ones_at_the_end() -> None:
    for schema, columns in CONTRACT.items():
        expected = tuple(columns.split())
        assert schema.columns[: len(expected)] == expected


def test_every_field_is_described_in_both_languages() -> None:
    for schema in TABLES:
        for field in schema.fields:
            assert field.en
            assert any("\u0e00" <= letter <= "\u0e7f" for letter in field.th), field.name


def test_equal_values_are_one_row_and_different_ones_two() -> None:
    given = records()
    rows = [
        (row["code"], row["score"], row["occurrences"]) for row in score_rows(given, audited(given))
    ]
    assert rows == [("2", "91.00", "1"), ("2", "92.00", "1"), ("3", "80.10", "2")]


def test_codes_stand_in_their_natural_order() -> None:
    codes = ["O2", "10", "9.1", "9", "EIT", "total", "2", "O10", "IIT", "10.2"]
    ordered = ["total", "IIT", "EIT", "2", "9", "9.1", "10", "10.2", "O2", "O10"]
    assert sorted(codes, key=code_order) == ordered


def test_csv_is_utf8_with_line_feeds_and_quotes_what_needs_them() -> None:
    row = {"document": 'a "b", c.txt', "sha256": "x\ny"}
    data = to_csv(DOCUMENTS, [row])
    assert b"\r" not in data
    (read_back,) = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    assert read_back["document"] == row["document"]
    assert read_back["sha256"] == row["sha256"]


def test_the_data_package_is_sound_to_an_independent_judge(tmp_path: Path) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package, system

        given = records()
        write_dataset(tmp_path, given, audited(given))
        with system.use_context(trusted=True):
            report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource, schema in zip(described["resources"], TABLES, strict=True):
        header = (tmp_path / resource["path"]).read_text(encoding="utf-8").splitlines()[0]
        assert header.split(",") == [field["name"] for field in resource["schema"]["fields"]]
        assert header == ",".join(schema.columns)
