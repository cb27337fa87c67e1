"""Columns of rows that were found, on cases made by hand."""

from __future__ import annotations

from benchmarks.columns import Column, compare_columns, wrong_cells

Row = dict[str, str]
SCORE = {
    "document": "d", "agency_id": "a", "fiscal_year": "2565", "code": "1", "score": "86.50",
    "out_of": "100", "printed": "๘๖.๕๐", "name": "การปฏิบัติหน้าที่",
}  # fmt: skip


def scores(wanted: Row, got: Row) -> dict[str, Column]:
    found = compare_columns({"scores": [wanted]}, {"scores": [got]})
    return {column: tally for (table, column), tally in found.items() if table == "scores"}


def test_scores_must_keep_their_printed_decimals() -> None:
    assert scores(SCORE, SCORE)["score"] == Column(1, 1)
    assert scores(SCORE, {**SCORE, "score": "86.5"})["score"] == Column(1, 0)
    assert scores(SCORE, {**SCORE, "printed": "๘๖.๕"})["printed"] == Column(1, 0)
    assert scores(SCORE, {**SCORE, "printed": "86.50"})["printed"] == Column(1, 0)


def test_targets_and_ratings_that_are_missing_or_too_many_are_wrong() -> None:
    for column in ("target", "rating"):
        assert scores({**SCORE, column: "85"}, SCORE)[column] == Column(1, 0)
        assert scores(SCORE, {**SCORE, column: "85"})[column] == Column(1, 0)
        assert scores(SCORE, SCORE)[column] == Column(0, 0)
    assert scores({**SCORE, "target": "85.00"}, {**SCORE, "target": "85"})["target"] == Column(1, 1)


def test_names_count_without_their_number_and_only_where_the_truth_has_one() -> None:
    numbered = {**SCORE, "name": "๑. การ ปฏิบัติหน้าที่"}
    assert scores(SCORE, numbered)["name"] == Column(1, 1)
    assert scores(SCORE, {**SCORE, "name": "การใช้อำนาจ"})["name"] == Column(1, 0)
    assert scores({**SCORE, "name": ""}, SCORE)["name"] == Column(0, 0)


def test_rows_that_were_not_found_are_not_counted_here() -> None:
    assert scores(SCORE, {**SCORE, "score": "86.51"}) == {}
    assert scores(SCORE, {**SCORE, "out_of": "30"}) == {}


def test_every_column_of_an_agency_year_counts() -> None:
    year = {"agency_id": "a", "fiscal_year": "2565", "documents": "d", "recomputed_rating": "A",
            "assurance": "proved"}  # fmt: skip
    wrong = {**year, "recomputed_rating": "B", "assurance": "read"}
    truth = {"scores": [], "agency_years": [year]}
    found = compare_columns(truth, {"scores": [], "agency_years": [wrong]})
    assert found["agency_years", "recomputed_rating"] == Column(1, 0)
    assert found["agency_years", "assurance"] == Column(1, 0)
    assert found["agency_years", "scheme"] == Column(0, 0)


def test_a_flag_is_held_against_the_raised_one_most_like_it() -> None:
    flag = {"rule": "total-mismatch", "document": "d", "agency_id": "a", "fiscal_year": "2565",
            "severity": "error", "item_type": "total", "code": "total", "printed": "53.05",
            "expected": "52.91"}  # fmt: skip
    other = {**flag, "printed": "61.00", "expected": "52.9149"}
    right = {**flag, "expected": "52.9149"}

    def tallies(*raised: Row) -> dict[str, Column]:
        found = compare_columns(
            {"scores": [], "flags": [flag]}, {"scores": [], "flags": list(raised)}
        )
        return {column: tally for (_, column), tally in found.items()}

    assert tallies(other, right)["printed"] == Column(1, 1)
    assert tallies(other)["printed"] == Column(1, 0)
    assert tallies(other)["expected"] == Column(1, 1)
    assert tallies() == {}
    assert tallies({**right, "agency_id": "b"}) == {}


def test_columns_count_for_the_documents_that_are_asked_for() -> None:
    tables = {"scores": [SCORE, {**SCORE, "document": "e"}]}
    found = compare_columns(tables, tables, lambda name: name == "e")
    assert found["scores", "score"] == Column(1, 1)


def test_wrong_cells_say_what_is_wrong() -> None:
    (line,) = wrong_cells({"scores": [SCORE]}, {"scores": [{**SCORE, "score": "86.5"}]})
    assert line == "d scores.score of 1: «86.50» was read «86.5»"
