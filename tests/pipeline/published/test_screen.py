"""The screen proves only what the full rules find sound, and writes the same bytes."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

import pytest

from benchmarks.audit_speed import HEADER, bodies, row
from benchmarks.explanations import CAUSES, Row, faulty, sound
from parsers.sheets import column_letter, read_sheets
from pipeline.agency import resolve_mention
from pipeline.facts import Place
from pipeline.published.bodies import Named, _exact
from pipeline.published.run import Outcome, Settings, audit_tables
from pipeline.published.sheets import prepare

TABLES = ("documents", "scores", "agency_years", "flags", "agencies")
CODES = (*(str(n) for n in range(1, 11)), "IIT", "EIT", "EIT1", "EIT2", "OIT", "total")
WIDE = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", *(f"i{n}" for n in range(1, 11)), "IIT", "EIT",
        "EIT1", "EIT2", "OIT", "คะแนนรวม", "index1", "index2", "index3", "index4", "index5", "ระดับ")  # fmt: skip
KINDS = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร")


def quiet(*_: object) -> None:
    """Nobody listens."""


def both(tmp_path: Path, rows: list[list[str]], jobs: int = 1) -> tuple[Outcome, Outcome]:
    """The audit of a table with the screen and without; their files are compared."""
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    fast = audit_tables((str(table),), Settings(tmp_path / "fast", jobs), quiet)
    slow = audit_tables((str(table),), Settings(tmp_path / "slow", screened=False), quiet)
    for name in TABLES:
        left, right = (tmp_path / folder / f"{name}.csv" for folder in ("fast", "slow"))
        assert left.read_bytes() == right.read_bytes(), name
    return fast, slow


def cells(body: tuple[str, str, str], given: Row) -> list[str]:
    codes = (*CODES, *(f"index{n}" for n in range(1, 6)))
    return [*body, str(given.year), *(str(given.values.get(c, "")) for c in codes), given.rating]


def damaged(chance: Random, line: list[str], all_rows: list[list[str]]) -> list[str]:
    """A row with something about it that tables have."""
    at = chance.randrange(4, 14)
    other = chance.choice(all_rows)
    years = ["2557", "2559", "2569", "2561", "", "64", "2021", "?"]
    levels = ["A", "ผ่าน", "A (ผ่าน)", "ไม่ผ่าน", "ผ่านดีเยี่ยม", "ดีมาก"]
    names = ["เฉลี่ย", "อบต.ไม่มีจริง", "", "เทศบาลตำบลหนองบัว"]
    number = f"{chance.uniform(0, 130):.{chance.randrange(4)}f}"
    ways: list[tuple[slice, list[str]]] = [
        *((slice(at, at + 1), [text]) for text in ("", "-", "รอผล", number, f"{line[at]} คะแนน")),
        (slice(at, at + 1), [line[at].replace(".", "") or "8750"]),
        (slice(3, 4), [chance.choice(years)]),
        (slice(len(line) - 1, len(line)), [chance.choice(levels)]),
        (slice(4, 14), other[4:14]),
        (slice(0, 4), other[:4]),
        (slice(19, 20), other[19:20]),
        (slice(4, 14), [""] * 10),
        (slice(0, 1), [chance.choice(names)]),
        (slice(1, 3), ["", ""]),
    ]
    where, what = chance.choice(ways)
    changed = list(line)
    changed[where] = what
    return changed


@pytest.mark.parametrize("seed", range(6))
def test_the_screen_gives_what_the_full_rules_give(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    known = list(bodies())
    rows: list[list[str]] = []
    for number in range(150):
        given = sound(chance)
        if chance.random() < 0.15:
            given = faulty(chance, given, chance.choice(CAUSES)) or given
        rows.append(cells(known[7 * number + chance.randrange(3)], given))
    rows = [damaged(chance, line, rows) if chance.random() < 0.4 else line for line in rows]
    fast, slow = both(tmp_path, [list(WIDE), *rows])
    assert slow.sound == 0
    assert 30 < fast.sound < 140


def test_long_tables_are_screened_alike(tmp_path: Path) -> None:
    chance = Random(5)
    rows = [["agency", "district", "province", "year", "code", "score", "rating"]]
    for number, body in zip(range(60), bodies(), strict=False):
        given = sound(chance)
        if number % 5 == 0:
            given = faulty(chance, given, "digit") or given
        lines = [[*body, str(given.year), code, str(value), given.rating if code == "total" else ""]
                 for code, value in given.values.items()]  # fmt: skip
        chance.shuffle(lines)
        rows += lines if number % 7 else [*lines, lines[0]]
    chance.shuffle(rows[1:])
    fast, _ = both(tmp_path, rows)
    assert fast.sound > 30


def test_sound_rows_with_a_change_like_no_other_are_told_of(tmp_path: Path) -> None:
    chance = Random(3)
    rows = []
    for number, body in zip(range(60), bodies(), strict=False):
        for year in ("2566", "2567"):
            score = f"{90 + chance.random():.2f}"
            score = "40.00" if number == 7 and year == "2567" else score
            rows.append([*body, year, *[score] * 14, ""])
    fast, _ = both(tmp_path, [list(HEADER), *rows])
    (found,) = [one for one in fast.audited.findings if one.rule == "unusual-change"]
    assert (found.printed, found.fiscal_year) == ("40.00", 2567)
    assert fast.sound == 119


def test_two_processes_write_what_one_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.published.write.SHARED", 10)
    monkeypatch.setattr("pipeline.audit.auditor.SHARED", 2)
    monkeypatch.setattr("pipeline.published.sheets.LARGE", 1)
    prepare.cache_clear()
    chance = Random(9)
    rows = [row(chance, body, 2562 + n % 7) for n, body in zip(range(80), bodies(), strict=False)]
    rows[11][4] = rows[55][6] = "0.01"
    fast, _ = both(tmp_path, [list(HEADER), *rows], jobs=2)
    assert fast.sound == 78


def test_one_table_or_two_halves_of_it_give_the_same_years(tmp_path: Path) -> None:
    chance = Random(2)
    rows = [
        row(chance, body, 2565) for body in [b for _, b in zip(range(40), bodies(), strict=False)]
    ]
    rows[3][5] = "1.00"
    (tmp_path / "in").mkdir()
    for name, part in (("all", rows), ("a", rows[:20]), ("b", rows[20:])):
        with (tmp_path / "in" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *part])
    paths: dict[str, tuple[str, ...]] = {"one": ("all",), "two": ("a", "b")}
    found = {}
    for out, names in paths.items():
        files = tuple(str(tmp_path / "in" / f"{name}.csv") for name in names)
        audit_tables(files, Settings(tmp_path / out), quiet)
        with (tmp_path / out / "agency_years.csv").open(encoding="utf-8", newline="") as file:
            found[out] = [{**line, "documents": ""} for line in csv.DictReader(file)]
    assert found["one"] == found["two"]


def test_names_spelt_officially_resolve_as_the_full_reading_resolves_them() -> None:
    from pipeline.agency.known.gazetteer import gazetteer

    chance = Random(4)
    place = Place(1, 1)
    hits = 0
    for seat in chance.sample(gazetteer().current, 250):
        for kind in KINDS:
            named = Named(kind + seat.name, "", seat.district, seat.province)
            quick = _exact(named, named.printed, place)
            if quick is None:
                continue
            hits += 1
            full = resolve_mention(
                named.whole, district=seat.district, province=seat.province, place=place
            )
            assert (quick.status, quick.body, quick.variants) == (
                full.status,
                full.body,
                full.variants,
            )
            assert not kind.startswith("เทศบาลนคร"), "cities have a list of their own"
    assert hits > 700


def test_sheets_are_read_by_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a;"b;\nc"\n1\n"2";3;4\n', encoding="utf-8")
    (sheet,) = read_sheets(path)
    assert [tuple(column) for column in sheet.columns] == [
        ("a", "1", "2"), ("b;\nc", "", "3"), ("", "", "4"),
    ]  # fmt: skip
    assert [column_letter(index) for index in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize("total", ["80.05", "80.40", "84.995", "84.994"])
def test_finer_instruments_and_totals_are_screened_as_they_are_judged(
    tmp_path: Path, total: str
) -> None:
    body = ["องค์การบริหารส่วนตำบลก้านเหลือง", "อุทุมพรพิสัย", "ศรีสะเกษ", "2565"]
    instruments = ["80.10", "80.20", "", "", "79.90"]
    alone = ["", "", "", "", ""]
    given = instruments if total.startswith("80") else alone
    scores = ["80"] * 10 if given is instruments else [""] * 10
    line = [*body, *scores, *given, total, *[""] * 5, "A" if given is alone else "B"]
    fast, _ = both(tmp_path, [list(WIDE), line])
    flags = (tmp_path / "fast" / "flags.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert bool(flags) is (total in ("80.40", "84.994")), flags
    assert len(fast.audited.agency_years) == len(flags)
