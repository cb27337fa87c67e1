"""Read measures held against the truth: rows, fields, and what is too much."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measures import FIELDS, compare_measures, generate, read_measures

ROW = {
    **dict.fromkeys(FIELDS, ""),
    "document": "a",
    "fiscal_year": "2566",
    "number": "1",
    "title": "ทำคู่มือ บริการ",
    "steps": '["ร่าง", "แจก"]',
    "responsible": "กองคลัง",
}


def test_a_row_read_as_it_is_counts_in_full_and_white_space_apart() -> None:
    tallies, mistakes = compare_measures([ROW], [{**ROW, "title": "ทำคู่มือบริการ"}])
    tally = tallies["a"]
    assert (tally.row_accuracy, tally.field_accuracy, mistakes) == (1.0, 1.0, [])
    assert (tally.right["title"], tally.spaces["title"]) == (1, 0)


def test_a_wrong_field_a_missing_row_and_one_too_many_all_count() -> None:
    other = {**ROW, "number": "2", "title": "อบรม"}
    extra = {**ROW, "number": "3", "title": "ตารางคะแนน"}
    got = [{**ROW, "responsible": "กองช่าง", "remark": "ใหม่"}, extra]
    tallies, mistakes = compare_measures([ROW, other], got)
    tally = tallies["a"]
    assert (tally.rows, tally.found, tally.extra) == (2, 1, 1)
    assert tally.row_accuracy == 1 / 3
    assert tally.field_accuracy == 2 / 7
    assert [one.name for one in mistakes] == ["responsible", "remark", "row", "row"]


def test_the_body_counts_where_the_truth_names_it_and_a_list_that_is_none_is_wrong() -> None:
    row = {**ROW, "agency_id": "sao-นา"}
    for got, name in (({"agency_id": "sao-นาดี"}, "agency_id"), ({"steps": "ร่าง"}, "steps")):
        tallies, mistakes = compare_measures([row], [{**row, **got}])
        assert (tallies["a"].found, [one.name for one in mistakes]) == (1, [name])
    assert compare_measures([ROW], [row])[1] == []


def test_the_program_reads_generated_documents_as_they_are(tmp_path: Path) -> None:
    truth = generate(tmp_path, 101, 16, ("text", "markdown", "html", "pdf"))
    tallies, mistakes = compare_measures(truth, read_measures(tmp_path))
    rows = sum(one.rows for one in tallies.values())
    assert rows > 60
    assert sum(one.found for one in tallies.values()) >= 0.98 * rows, mistakes
    assert sum(one.extra for one in tallies.values()) <= 0.01 * rows, mistakes
    filled = sum(one.fields.total() for one in tallies.values())
    assert sum(one.right.total() for one in tallies.values()) >= 0.95 * filled, mistakes
