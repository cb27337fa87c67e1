"""Schemes come from files, say what they know, and refuse what does not fit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from parsers.errors import UsageError
from pipeline.interval import Interval
from pipeline.look_alike import load_look_alikes, look_alike, look_alikes
from pipeline.scheme import SCHEMES, Scheme, load_schemes, published, scheme_for, schemes

LETTERS = {
    "100": "AA", "95.00": "AA", "94.99": "A", "85.00": "A", "84.99": "B", "75.00": "B",
    "74.99": "C", "65.00": "C", "64.99": "D", "55.00": "D", "54.99": "E", "50.00": "E",
    "49.99": "F", "0.00": "F",
}  # fmt: skip


def scheme(year: int) -> Scheme:
    found = scheme_for(year)
    assert found is not None
    return found


def exactly(value: str) -> Interval:
    return Interval(Fraction(value), Fraction(value))


@pytest.mark.parametrize("year", [2540, 2557, 2569, 2600])
def test_years_without_an_established_scheme_have_none(year: int) -> None:
    assert scheme_for(year) is None


@pytest.mark.parametrize("year", range(2562, 2569))
def test_ten_indicators_weigh_six_ten_and_twenty_hundredths(year: int) -> None:
    weights = [f"{float(weight):.2f}" for weight in scheme(year).weights().values()]
    assert weights == ["0.06"] * 5 + ["0.10"] * 3 + ["0.20"] * 2
    assert list(scheme(year).weights()) == [str(number) for number in range(1, 11)]


def test_the_five_indices_weigh_as_published() -> None:
    weights = [float(weight) for weight in scheme(2561).weights().values()]
    assert weights == [0.26, 0.18, 0.22, 0.16, 0.18]


def test_what_is_inferred_or_unknown_is_not_called_established() -> None:
    assert scheme(2561).total.basis(2561) == "established"
    assert scheme(2560).total.basis(2560) == "inferred"
    assert scheme(2561).rating.basis(2561) == "unknown"
    items = scheme(2564).items
    assert items is not None
    assert [items.basis(year) for year in (2562, 2563, 2564)] == [
        "unknown", "inferred", "established",
    ]  # fmt: skip


@pytest.mark.parametrize(("total", "letter"), LETTERS.items())
def test_letters_follow_the_published_limits(total: str, letter: str) -> None:
    assert scheme(2564).possible_ratings(2564, published(Decimal(total)), {}) == (letter,)


def test_an_integer_total_at_a_limit_leaves_two_letters_open() -> None:
    assert scheme(2564).possible_ratings(2564, published(Decimal(85)), {}) == ("A", "B")


@pytest.mark.parametrize(
    ("total", "left"),
    [
        ("96.00", ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")),
        ("90.00", ("ผ่านดี", "ผ่าน")),
        ("84.99", ("ต้องปรับปรุง",)),
        ("69.99", ("ต้องปรับปรุงโดยด่วน",)),
    ],
)
def test_a_total_alone_decides_a_level_only_below_85(total: str, left: tuple[str, ...]) -> None:
    assert scheme(2567).possible_ratings(2567, published(Decimal(total)), {}) == left


@pytest.mark.parametrize(
    ("total", "instruments", "level"),
    [
        ("96.50", ("95.00", "97.00", "97.00"), "ผ่านดีเยี่ยม"),
        ("96.50", ("94.99", "97.00", "97.00"), "ผ่านดี"),
        ("96.50", ("84.99", "99.00", "99.00"), "ผ่าน"),
        ("85.00", ("85.00", "85.00", "85.00"), "ผ่านดี"),
    ],
)
def test_instruments_decide_the_levels_from_85(
    total: str, instruments: tuple[str, str, str], level: str
) -> None:
    given = dict(zip(("IIT", "EIT", "OIT"), map(exactly, instruments), strict=True))
    assert scheme(2568).possible_ratings(2568, exactly(total), given) == (level,)


def test_one_low_instrument_excludes_a_level_even_if_the_others_are_missing() -> None:
    left = scheme(2568).possible_ratings(2568, exactly("96"), {"OIT": exactly("80")})
    assert left == ("ผ่าน",)


def copy_of(name: str, folder: Path, old: str, new: str) -> Path:
    text = (SCHEMES / name).read_text(encoding="utf-8")
    assert old in text
    path = folder / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_new_fiscal_year_is_a_new_file_and_nothing_else(tmp_path: Path) -> None:
    text = (SCHEMES / "ita-2566.toml").read_text(encoding="utf-8")
    for old, new in (
        ('"ita-2566"', '"ita-2569"'),
        ("= 2566\nlast_year = 2568", "= 2569\nlast_year = 2569"),
        ("[2566, 2567, 2568]", "[2569]"),
    ):
        text = text.replace(old, new)
    (tmp_path / "new.toml").write_text(text, encoding="utf-8")
    (found,) = load_schemes(tmp_path)
    assert (found.id, found.total.basis(2569)) == ("ita-2569", "established")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("weight = 30", "weight = 31", "components.weight"),
        ("weight = 30", 'weight = "much"', "components.0.weight"),
        ("last_year = 2565", "last_year = 2561", "last_year"),
        ('id = "ita-2562"', 'id = "ita-2562"\ncolour = "red"', "colour"),
        ("total_from = 85 }", "total_from = 96 }", "rating.bands"),
        (", total_from = 85 }", " }", "rating.bands"),
        ('code = "2"', 'code = "1"', "components.indicators"),
        ("inferred = [2563]", "inferred = [2570]", "items"),
        ("[target]", "[target", "file"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_key(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    path = copy_of("ita-2562.toml", tmp_path, old, new)
    with pytest.raises(UsageError) as error:
        load_schemes(tmp_path)
    assert f"{path}: {key}" in error.value.message
    assert f"{path}: {key}" in error.value.message_th


def test_two_schemes_for_one_year_are_refused(tmp_path: Path) -> None:
    copy_of("ita-2562.toml", tmp_path, "last_year = 2565", "last_year = 2566")
    copy_of("ita-2566.toml", tmp_path, 'id = "ita-2566"', 'id = "ita-2566"')
    with pytest.raises(UsageError, match="overlap with scheme ita-2562"):
        load_schemes(tmp_path)


def test_every_shipped_scheme_names_its_sources() -> None:
    assert all(one.total.source and one.rating.source for one in schemes())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("แบบวัดการเปิดเผยข้อมูล MOIT ระบบ MITAS โรงพยาบาลส่งเสริม", "moit"),
        ("ITA Online ของสถานศึกษา โรงเรียนบ้านเหนือ สังกัดสำนักงานเขตพื้นที่การศึกษาประถมศึกษา", "obec"),
        ("วิทยาลัยเทคนิคกลาง สำนักงานคณะกรรมการการอาชีวศึกษา", "ovec"),
        ("ผลประเมินระดับคณะ คณบดีคณะวิศวกรรมศาสตร์ มหาวิทยาลัย", "faculty"),
        ("Local Performance  Assessment (LPA) ด้านการบริหารงานบุคคลและกิจการสภา", "lpa"),
        ("PMQA คุณภาพการบริหารจัดการ ภาครัฐ", "pmqa"),
    ],
)
def test_look_alikes_are_recognised_by_several_words(text: str, found: str) -> None:
    assert look_alike(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ผลการประเมิน LPA ประจำปี",
        "องค์การบริหารส่วนตำบล ประเมินคุณธรรม IIT EIT OIT และ Local Performance Assessment (LPA)",
        "การประเมินคุณธรรมและความโปร่งใส โรงเรียนในสังกัดเทศบาลเมือง สพฐ.",
        "คณะกรรมการ มหาวิทยาลัย คณะผู้บริหาร",
        "MOITIVE",
    ],
)
def test_a_mention_alone_makes_no_look_alike(text: str) -> None:
    assert look_alike(text) == ""


def test_a_look_alike_whose_needed_word_has_no_weight_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        'id="x"\nname_th="x"\nname_en="x"\nwhy="x"\nlimit=1\nneeds=["a"]\n[words]\nb=1\n',
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match="needs"):
        load_look_alikes(tmp_path)


def test_no_look_alike_is_also_a_scheme() -> None:
    assert not {one.id for one in look_alikes()} & {one.id for one in schemes()}
