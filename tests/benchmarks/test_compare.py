"""The measuring stick itself, on cases made by hand."""

from __future__ import annotations

import json

from benchmarks.compare import compare, compare_flags, explained, mistakes, named_alike
from benchmarks.measures import FIELDS

Row = dict[str, str]


def score(
    code: str, value: str, *, year: str = "2565", agency: str = "a", assurance: str = "read"
) -> Row:
    return {
        "document": "d",
        "agency_id": agency,
        "fiscal_year": year,
        "item_type": "indicator",
        "code": code,
        "score": value,
        "out_of": "100",
        "assurance": assurance,
    }


def tally(truth: list[Row], found: list[Row]):  # type: ignore[no-untyped-def]
    empty: dict[str, list[Row]] = {"documents": [{"document": "d"}], "measures": []}
    return compare({**empty, "scores": truth}, {**empty, "scores": found})["d"]


def test_right_values_are_found_whatever_their_trailing_zeros() -> None:
    result = tally(
        [score("1", "90.10"), score("2", "80.00")], [score("1", "90.1"), score("2", "80")]
    )
    assert (result.recall, result.precision, result.silent) == (1.0, 1.0, 0)


def test_a_wrong_value_is_silent_unless_it_is_disputed() -> None:
    truth = [score("1", "90.10")]
    assert tally(truth, [score("1", "90.11")]).silent == 1
    assert tally(truth, [score("1", "90.11", assurance="disputed")]).silent == 0
    assert tally(truth, [score("1", "90.11", assurance="disputed")]).wrong == 1
    assert tally(truth, [score("2", "90.10")]).silent == 1
    assert tally(truth, [score("1", "90.10", year="2564")]).silent == 1


def test_a_missed_value_lowers_recall_only() -> None:
    result = tally([score("1", "90.10"), score("2", "80.00")], [score("1", "90.10")])
    assert (result.recall, result.precision) == (0.5, 1.0)


def test_the_agency_counts_where_a_document_has_several() -> None:
    truth = [score("1", "90.10", agency="a"), score("1", "80.00", agency="b")]
    swapped = [score("1", "90.10", agency="b"), score("1", "80.00", agency="a")]
    assert tally(truth, swapped).silent == 2


def test_another_body_is_an_error_where_a_document_has_one_and_an_open_one_is_not() -> None:
    truth = [
        score("1", "90.10", agency="sao-นา-เมือง-เลย"),
        score("2", "80", agency="sao-นา-เมือง-เลย"),
    ]
    other = [truth[0], {**truth[1], "agency_id": "sao-นาดี-เมือง-เลย"}]
    result = tally(truth, other)
    assert (result.recall, result.wrong, result.silent) == (0.5, 1, 1)
    for said in ("", "unknown-นา", "sao-นา", "sao-นา-เลย"):
        result = tally(truth, [{**row, "agency_id": said} for row in truth])
        assert (result.recall, result.silent, result.agencies_found) == (1.0, 0, 0)
    assert tally(truth, [{**row, "agency_id": "sao-นา-พล-ขอนแก่น"} for row in truth]).silent == 2


def test_a_row_exported_twice_lowers_precision() -> None:
    truth = [score("1", "90.10"), score("2", "80.00")]
    result = tally(truth, [*truth, truth[0], truth[1]])
    assert (result.recall, result.precision, result.silent) == (1.0, 0.5, 0)


def test_right_values_disputed_without_a_fault_are_counted() -> None:
    rows = [score("1", "90.10", agency="a"), score("1", "80.00", agency="b")]
    tables: dict[str, list[Row]] = {"documents": [{"document": "d"}], "scores": rows}
    doubted = {**tables, "scores": [{**row, "assurance": "disputed"} for row in rows]}
    result = compare(tables, doubted)["d"]
    assert (result.recall, result.silent, result.doubts) == (1.0, 0, 1.0)
    assert compare(tables, tables)["d"].doubts == 0.0
    fault = {"rule": "total-mismatch", "document": "d", "agency_id": "a", "fiscal_year": "2565"}
    result = compare({**tables, "flags": [fault]}, doubted)["d"]
    assert (result.doubted, result.sound) == (1, 1)


def test_cells_and_verdicts_of_agency_years_count_where_the_dataset_has_none_too() -> None:
    year = {"agency_id": "a", "fiscal_year": "2565", "documents": "d", "verdict": "consistent",
            "i1": "90.10", "rating": "A", "recomputed_total": "88.00"}  # fmt: skip
    truth = {"documents": [{"document": "d"}], "scores": [], "agency_years": [year]}

    def cells(*found: Row) -> tuple[int, int, int, int]:
        result = compare(truth, {"scores": [], "agency_years": list(found)})["d"]
        return result.cells_right, result.cells, result.verdicts_right, result.verdicts

    assert cells({**year, "i1": "90.1"}) == (3, 3, 1, 1)
    assert cells({**year, "rating": "B"}) == (2, 3, 1, 1)
    assert cells({**year, "recomputed_total": "88.01", "verdict": "incomplete"}) == (2, 3, 0, 1)
    assert cells({**year, "i2": "70.00"}) == (3, 4, 1, 1)
    assert cells({**year, "documents": "d;e"}) == (0, 3, 0, 1)
    assert cells() == (0, 3, 0, 1)
    assert cells(year, {**year, "fiscal_year": "2564"}) == (3, 6, 1, 1)
    assert cells(year, year) == (3, 6, 1, 1)


def test_flags_are_counted_by_rule_document_and_year() -> None:
    expected = [{"rule": "total-mismatch", "document": "d", "fiscal_year": "2565"}]
    hit = {"rule": "total-mismatch", "document": "d", "fiscal_year": "2565", "severity": "error"}
    assert compare_flags(expected, [hit])["total-mismatch"].raised == 1
    assert compare_flags(expected, [{**hit, "fiscal_year": "2564"}])["total-mismatch"].raised == 0
    assert compare_flags([], [hit])["total-mismatch"].false_alarms == 1
    assert compare_flags([], [{**hit, "severity": "info"}])["total-mismatch"].false_alarms == 0


def test_a_flag_must_name_what_the_truth_names() -> None:
    wanted = {"rule": "instrument-mismatch", "document": "d", "agency_id": "a",
              "fiscal_year": "2565", "code": "EIT"}  # fmt: skip
    other = {**wanted, "code": "OIT"}
    hit = {**wanted, "severity": "error"}

    def raised(*flags: Row) -> tuple[int, int]:
        result = compare_flags([wanted, other], flags)["instrument-mismatch"]
        return result.raised, result.expected

    assert raised(hit, {**hit, "code": "OIT"}) == (2, 2)
    assert raised(hit) == (1, 2)
    for name in ("agency_id", "fiscal_year", "code"):
        assert raised({**hit, name: ""}) == (0, 2)
    unsaid = {**wanted, "agency_id": "", "fiscal_year": "", "code": ""}
    assert compare_flags([unsaid], [hit])["instrument-mismatch"].raised == 1


def test_only_the_first_explanation_counts() -> None:
    injected = [{"document": "d", "fiscal_year": "2565", "cause": "swap", "changed": "2;9"}]

    def flag(*causes: str) -> Row:
        explanation = json.dumps({"candidates": [{"cause": cause} for cause in causes]})
        return {
            "rule": "total-mismatch",
            "document": "d",
            "fiscal_year": "2565",
            "explanation": explanation,
        }

    def right(cause: Row, *flags: Row) -> tuple[int, int]:
        result = explained([cause], flags)
        return result.right, result.asked

    (swap,) = injected
    assert right(swap, flag("swap", "digit")) == (1, 1)
    assert right(swap, flag("digit", "swap")) == (0, 1)
    assert right(swap, flag()) == (0, 1)
    assert right({**swap, "cause": "digit"}, flag("thai-digit")) == (1, 1)
    assert right(swap) == (0, 0)


def test_an_explanation_must_name_the_numbers_that_were_changed() -> None:
    injected = [{"document": "d", "fiscal_year": "2565", "cause": "swap", "changed": "2;9"}]

    def placed(*codes: str) -> int:
        changes = [[code, "80.00", "70.00"] for code in codes]
        candidates = [{"cause": "swap", "changes": changes}]
        flag = {
            "rule": "total-mismatch",
            "document": "d",
            "fiscal_year": "2565",
            "explanation": json.dumps({"candidates": candidates}),
        }
        return explained(injected, [flag]).placed

    assert placed("9", "2") == 1
    assert placed("9", "3") == 0


def test_the_whole_truth_of_a_document_counts_bodies_years_and_verdicts() -> None:
    truth = {
        "documents": [{"document": "d"}],
        "scores": [
            score("1", "90.10", agency="a"),
            score("1", "80.00", agency="b"),
            score("1", "81.00", agency="b", year="2566"),
        ],
        "agency_years": [
            {"agency_id": "a", "fiscal_year": "2565", "documents": "d", "verdict": "consistent"},
            {"agency_id": "b", "fiscal_year": "2565", "documents": "d", "verdict": "incomplete"},
        ],
    }
    found = {
        "documents": [{"document": "d"}],
        "scores": [score("1", "90.10", agency="a"), score("1", "80.00", agency="b")],
        "agency_years": [
            {"agency_id": "a", "fiscal_year": "2565", "documents": "d", "verdict": "inconsistent"},
            {"agency_id": "b", "fiscal_year": "2565", "documents": "d", "verdict": "incomplete"},
        ],
    }
    result = compare(truth, found)["d"]
    assert (result.agencies_found, result.agencies) == (2, 2)
    assert (result.years_found, result.years) == (2, 3)
    assert (result.verdicts_right, result.verdicts) == (1, 2)


def test_measures_are_counted_by_row_and_by_field() -> None:
    measure = dict.fromkeys(FIELDS, "")
    row = {**measure, "document": "d", "fiscal_year": "2565", "number": "1", "title": "ก",
           "responsible": "กองคลัง"}  # fmt: skip
    truth = {"documents": [{"document": "d"}], "scores": [], "measures": [row]}
    right = compare(truth, {"scores": [], "measures": [row]})["d"]
    assert (right.measure_accuracy, right.fields_right, right.fields) == (1.0, 2, 2)
    wrong = compare(truth, {"scores": [], "measures": [{**row, "responsible": ""}]})["d"]
    assert (wrong.measure_accuracy, wrong.fields_right, wrong.fields) == (1.0, 1, 2)
    doubled = compare(truth, {"scores": [], "measures": [row, row]})["d"]
    assert (doubled.measures_extra, doubled.measure_accuracy) == (1, 0.5)
    missing = compare(truth, {"scores": [], "measures": []})["d"]
    assert (missing.measures_found, missing.measure_accuracy) == (0, 0.0)


def test_a_rule_that_is_allowed_to_fire_gives_no_false_alarm() -> None:
    alarm = {"rule": "oit-step", "document": "d", "fiscal_year": "2564", "severity": "warning"}
    assert compare_flags([], [alarm], [])["oit-step"].false_alarms == 1
    allowed = [{"rule": "oit-step", "document": "d"}]
    assert compare_flags([], [alarm], allowed)["oit-step"].false_alarms == 0
    other = [{**allowed[0], "fiscal_year": "2563"}]
    assert compare_flags([], [alarm], other)["oit-step"].false_alarms == 1


def test_each_body_of_a_document_needs_a_flag_of_its_own() -> None:
    flag = {"rule": "total-mismatch", "document": "d", "fiscal_year": "2565", "severity": "error"}
    expected = [{**flag, "agency_id": body} for body in "ab"]
    assert compare_flags(expected, [expected[0]])["total-mismatch"].raised == 1
    assert compare_flags(expected, expected)["total-mismatch"].raised == 2


def test_a_flag_of_another_body_is_missed_and_a_false_alarm() -> None:
    flag = {"rule": "total-mismatch", "document": "d", "fiscal_year": "2565", "severity": "error"}
    result = compare_flags([{**flag, "agency_id": "a"}], [{**flag, "agency_id": "b"}])
    assert (result["total-mismatch"].raised, result["total-mismatch"].false_alarms) == (0, 1)
    both = [{**flag, "agency_id": body} for body in "ab"]
    result = compare_flags(both[:1], both)
    assert (result["total-mismatch"].raised, result["total-mismatch"].false_alarms) == (1, 1)


def test_mistakes_are_listed_by_what_is_missing_and_what_is_wrong() -> None:
    truth = {"scores": [score("1", "90.10")]}
    found = {"scores": [score("1", "90.11")]}
    missing, wrong = mistakes(truth, found)
    assert missing.startswith("d − 2565 indicator 1 90.1")
    assert wrong.startswith("d + 2565 indicator 1 90.11")
    assert "(read, printed" in wrong
    assert mistakes(truth, truth) == []


def test_bodies_that_are_not_known_are_told_by_their_names() -> None:
    stranger = {"agency_id": "unknown-26965be9", "agency": "คณะ วิทยาศาสตร์"}
    known = {"agency_id": "sao-ก", "agency": "ก"}
    assert [row["agency_id"] for row in named_alike([stranger, known])] == [
        "unknown-คณะวิทยาศาสตร์", "sao-ก",
    ]  # fmt: skip
