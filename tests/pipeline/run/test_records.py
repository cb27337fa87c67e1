"""Records keep what was read, to the digit, and are found only where they hold."""

from __future__ import annotations

from pathlib import Path

from pipeline.read import read
from pipeline.run.records import Record, Records, record_name, to_json
from tests.pipeline.documents import document

TEXT = (
    "ผลการประเมิน ITA ปี 2565 องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น\n\n"
    "ตัวชี้วัด\tคะแนน\nการใช้อำนาจ\t๘๐.๑๐\nการใช้งบประมาณ\t91.0\nคะแนนรวม\t100"
)


def record() -> Record:
    return Record("ab" * 32, "text/plain", 5, "ok", facts=read(document(TEXT)))


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Records(tmp_path)
    store.save("a.json", record())
    loaded = store.load("a.json")
    assert loaded == record()
    assert loaded is not None
    assert loaded.facts is not None
    assert [str(score.value) for score in loaded.facts.scores] == ["80.10", "91.0", "100"]


def test_a_damaged_record_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(to_json(record())[:-20])
    assert Records(tmp_path).load("a.json") is None
    assert Records(tmp_path).load("b.json") is None


def test_names_depend_on_document_and_settings() -> None:
    names = {
        record_name("aa" * 32, ("",)),
        record_name("bb" * 32, ("",)),
        record_name("aa" * 32, ("x",)),
    }
    assert len(names) == 3
    assert record_name("aa" * 32, ("",)) in names


def test_nothing_is_left_of_an_unfinished_write(tmp_path: Path) -> None:
    Records(tmp_path).save("a.json", record())
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
