"""Ids: stable, readable, safe, and one for each body."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from pipeline.agency.known.identity import agency_id
from pipeline.facts import Body

bodies = st.builds(
    Body,
    st.sampled_from(["sao", "school", "pao", "other"]),
    st.text(min_size=1),
    st.text(),
    st.text(),
    st.text(alphabet="0123456789"),
)


def test_an_id_says_kind_name_district_and_province() -> None:
    body = Body("sao", "เขาแหลม", "ชัยบาดาล", "ลพบุรี")
    assert agency_id(body) == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"


def test_unknown_parts_stay_out() -> None:
    assert agency_id(Body("sao", "แม่คำมี")) == "sao-แม่คำมี"


def test_a_register_code_is_part_of_the_id() -> None:
    assert agency_id(Body("sao", "เขาแหลม", "ชัยบาดาล", "ลพบุรี", "160401")).endswith("-160401")


def test_codes_that_differ_in_a_sign_alone_make_two_ids() -> None:
    codes = ("1/12", "11/2", "112", "1-12", "1.12", "๑/๑๒")
    found = [agency_id(Body("sao", "เขาแหลม", "ชัยบาดาล", "ลพบุรี", code)) for code in codes]
    assert len(set(found)) == len(codes) - 1
    assert found[0] == found[-1]


def test_a_provinces_organisation_is_the_same_with_and_without_its_district() -> None:
    near = Body("pao", "ลพบุรี", "เมืองลพบุรี", "ลพบุรี")
    assert agency_id(near) == agency_id(Body("pao", "ลพบุรี"))


def test_spaces_composition_and_digits_make_no_difference() -> None:
    printed = Body("other", unicodedata.normalize("NFD", "สำนักงานเขตพื้นที่ ลพบุรี เขต ๑"))
    assert agency_id(printed) == agency_id(Body("other", "สำนักงานเขตพื้นที่ลพบุรีเขต1"))


def test_long_names_stay_apart_and_short_enough_for_a_file_name() -> None:
    one, other = (agency_id(Body("school", "ก" * 200 + end)) for end in "ขค")
    assert one != other
    assert len(one.encode()) < 200


@given(bodies)
def test_an_id_is_one_clean_word(body: Body) -> None:
    found = agency_id(body)
    assert found == agency_id(body)
    assert found == unicodedata.normalize("NFC", found)
    assert not any(char.isspace() or char in '/\\:*?"<>|.%#&' for char in found)
    assert unquote(quote(found)) == found
