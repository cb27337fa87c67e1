"""An official register of bodies, given by the user as CSV.

Columns ``kind,name,district,province,code``, and ``succeeds`` if there is one: the codes,
divided by spaces or semicolons, of the bodies whose successor this is. The order does not
matter, other columns and blank rows are passed over. The kind is one of the ids of the contract, a
type word (``อบต.``, ``เทศบาลตำบล``), or a code that ``agencies.toml`` lists.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from parsers.errors import UsageError
from pipeline.agency.gazetteer import gazetteer
from pipeline.agency.kinds import (
    called,
    kinds,
    main_type,
    national_types,
    official_name,
    reference,
)
from pipeline.agency.location import place_words
from pipeline.agency.spelling import Names, key
from pipeline.facts import Body

COLUMNS = ("kind", "name", "district", "province", "code")
SUCCEEDS = "succeeds"
"""The column that need not be there."""


class Register:
    """Every body that exists, as far as the user's list goes: it checks kind, name and place."""

    def __init__(
        self, bodies: Iterable[Body], succeeds: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.bodies = tuple(bodies)
        self._succeeds = succeeds or {}

    @cached_property
    def _by_code(self) -> dict[str, Body]:
        return {body.code: body for body in self.bodies}

    def predecessors(self, body: Body) -> tuple[Body, ...]:
        """The bodies that the register says this one succeeds."""
        return tuple(self._by_code[code] for code in self._succeeds.get(body.code, ()))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that it lists; of others it says nothing."""
        return frozenset(body.kind for body in self.bodies)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], tuple[Body, ...]]:
        found: dict[tuple[str, str], list[Body]] = defaultdict(list)
        for body in self.bodies:
            found[body.kind, key(body.name)].append(body)
        return {name: tuple(bodies) for name, bodies in found.items()}

    @cached_property
    def _by_place(self) -> dict[tuple[str, str, str], Names]:
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for body in self.bodies:
            province, name = key(body.province), key(body.name)
            for place in ((province, key(body.district)), (province, ""), ("", "")):
                found[body.kind, *place].add(name)
        return {place: Names(names) for place, names in found.items()}

    def has_name(self, kind: str, name: str) -> bool:
        """Whether a body of this kind bears exactly this name."""
        return (kind, key(name)) in self._by_name

    def called(
        self, kind: str, name: str, district: str = "", province: str = ""
    ) -> tuple[Body, ...]:
        """The bodies of exactly this kind and name, within the place as far as it is given; those
        that the register gives no place to are everywhere."""
        named = self._by_name.get((kind, key(name)), ())
        here = tuple(
            body
            for body in named
            if (not province or key(body.province) == key(province))
            and (not district or not body.district or key(body.district) == key(district))
        )
        return here or tuple(body for body in named if not (body.province or body.district))

    def names(self, kind: str, district: str = "", province: str = "") -> Names:
        """The names of this kind within a place, or in the whole country."""
        return self._by_place.get((kind, key(province), key(district)), _NONE)

    def like(self, kind: str, name: str, district: str, province: str) -> tuple[Body, ...]:
        """The bodies of this kind in the place whose name may be misspelt so."""
        near = self.names(kind, district, province).near(key(name))
        return tuple(body for one in near for body in self.called(kind, one, district, province))


_NONE = Names(())


def load_register(path: Path) -> Register:
    """Read a register.

    Raises `UsageError` naming row and column for a missing file or column, an empty or
    unknown value, and a code listed twice. Bodies of one kind, name and place are let
    be, for they exist: they are ambiguous.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = tuple(_read(path, csv.DictReader(lines, strict=True)))
    except OSError as error:
        raise _refuse(
            path, f"cannot be read ({error.strerror})", f"อ่านไม่ได้ ({error.strerror})"
        ) from error
    except UnicodeDecodeError as error:
        raise _refuse(path, "is not UTF-8 text", "ไม่ใช่ข้อความ UTF-8") from error
    except csv.Error as error:
        raise _refuse(path, f"is not sound CSV ({error})", f"ไม่ใช่ CSV ที่ถูกต้อง ({error})") from error
    codes = {row.body.code for row in rows}
    for row in rows:
        if strange := [code for code in row.succeeds if code not in codes]:
            code = strange[0]
            raise _wrong(
                path,
                row.number,
                SUCCEEDS,
                f"{code!r} is the code of no row",
                f"ไม่มีแถวที่มีรหัส «{code}»",
            )
    return Register(
        (row.body for row in rows), {row.body.code: row.succeeds for row in rows if row.succeeds}
    )


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    body: Body
    succeeds: tuple[str, ...]


def _read(path: Path, rows: csv.DictReader[str]) -> Iterator[_Row]:
    header = tuple(name.strip().lower() for name in rows.fieldnames or ())
    rows.fieldnames = header
    if missing := [name for name in COLUMNS if name not in header]:
        names = ", ".join(missing)
        raise _refuse(path, f"row 1: column {names} is missing", f"แถว 1: ไม่มีคอลัมน์ {names}")
    seen: dict[str, int] = {}
    for row in rows:
        number = rows.line_num
        values = {name: " ".join((row[name] or "").split()) for name in COLUMNS}
        if not any(values.values()):
            continue
        for column in ("kind", "name", "code"):
            if not values[column]:
                raise _wrong(path, number, column, "is empty", "ว่างเปล่า")
        kind = _kinds().get(key(values["kind"]))
        if kind is None:
            said = values["kind"]
            raise _wrong(
                path,
                number,
                "kind",
                f"{said!r} is no known kind",
                f"ไม่รู้จักประเภท «{said}»",
            )
        name = _bare_name(kind, values["name"])
        district, province = _place(values["district"], values["province"])
        body = Body(kind, name, district, province, values["code"], official_name(kind, name))
        first = seen.setdefault(body.code, number)
        if first != number:
            raise _wrong(path, number, "code", f"repeats row {first}", f"ซ้ำกับแถว {first}")
        succeeds = (row.get(SUCCEEDS) or "").replace(";", " ").split()
        if body.code in succeeds:
            raise _wrong(path, number, SUCCEEDS, "names the row itself", "อ้างถึงแถวตัวเอง")
        yield _Row(number, body, tuple(succeeds))


def _kinds() -> dict[str, str]:
    """Every word for a kind, as a key."""
    listed = reference()
    words = {key(kind): kind for kind in kinds()}
    for one in listed.type:
        for word in (one.word, *one.spellings):
            words.setdefault(key(word), one.kind)
    return words | {key(code): kind for code, kind in listed.register_kinds.items()}


def _place(district: str, province: str) -> tuple[str, str]:
    """A place as other lists name it: without words for places, ``เมือง`` and short names of
    provinces written out."""
    district = _without_word(district, "district")
    province = _without_word(province, "province")
    lists = gazetteer()
    if key(province) in lists.province_names:
        province = lists.province(province)
    if key(district) == key("เมือง"):
        district = lists.capitals.get(province, district)
    return district, province


def _without_word(place: str, level: str) -> str:
    """The name of a place without the word for such a place in front (``อ.``, ``จังหวัด``)."""
    hit = place_words()[level].match(place)
    return place[hit.end() :].strip() or place if hit else place


def _bare_name(kind: str, name: str) -> str:
    """The name as `Body` has it: without the main type word of its kind."""
    single = (one.word for one in reference().type if one.kind == kind and one.names == "none")
    for word in single:
        if key(word).endswith(key(name)):
            return word
    for one in national_types():
        if one.kind == kind and key(one.word) == key(name):
            return called(one, "")[0]
    main = main_type(kind)
    if main is None or main.names == "none" or main.keep_word:
        return name
    for word in (main.word, *main.spellings):
        if name.startswith(word) and len(name) > len(word):
            return name.removeprefix(word).strip()
    return name


def _wrong(path: Path, row: int, column: str, problem: str, problem_th: str) -> UsageError:
    return _refuse(
        path,
        f"row {row}, column {column}: {problem}",
        f"แถว {row} คอลัมน์ {column}: {problem_th}",
    )


def _refuse(path: Path, problem: str, problem_th: str) -> UsageError:
    columns = ", ".join(COLUMNS)
    return UsageError(
        "bad-register",
        f"{path}: {problem}. The register must be UTF-8 CSV with the columns {columns}: "
        f"correct it and run again.",
        f"{path}: {problem_th} ทะเบียนหน่วยงานต้องเป็น CSV แบบ UTF-8 มีคอลัมน์ {columns} โปรดแก้ไขแล้วสั่งใหม่",
    )
