"""An official register of bodies, given by the user as CSV.

Columns ``kind,name,district,province,code``, and ``succeeds`` if there is one: the codes,
divided by spaces or semicolons, of the bodies whose successor this is. The order does not
matter, other columns and blank rows are passed over. Columns may have the Thai names that
``agencies.toml`` lists, be divided by commas, semicolons, tabs or bars, and be written in any
encoding that reports come in. The kind is one of the ids of the contract, a type word (``อบต.``,
``เทศบาลตำบล``), or a code that ``agencies.toml`` lists; where names are written out it may be left
away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parsers.encoding import decode
from parsers.errors import UnreadableDocument, UsageError
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.identity import code_part
from pipeline.agency.known.kinds import (
    called,
    kinds,
    main_type,
    national_types,
    official_name,
    reference,
)
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.location import place_words
from pipeline.agency.naming.typewords import forms
from pipeline.facts import Body

COLUMNS = ("kind", "name", "district", "province", "code")
SUCCEEDS = "succeeds"
"""The column that need not be there."""
_DIVIDERS = ",;\t|"
_DIVIDER_LINE = "sep="
"""What spreadsheets write in front of the header to say what divides the columns."""


def load_register(path: Path) -> Register:
    """Read a register.

    Raises `UsageError` naming row and column for a missing file or column, an empty or
    unknown value, and a code listed twice. Bodies of one kind, name and place are let
    be, for they exist: they are ambiguous.
    """
    try:
        rows = tuple(_read(path, _text(path)))
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


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refuse(
            path, f"cannot be read ({error.strerror})", f"อ่านไม่ได้ ({error.strerror})"
        ) from error
    try:
        return decode(data).text.removeprefix("\ufeff")
    except UnreadableDocument as error:
        raise _refuse(
            path,
            f"cannot be read as text ({error.message})",
            f"อ่านเป็นข้อความไม่ได้ ({error.message_th})",
        ) from error


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    body: Body
    succeeds: tuple[str, ...]


def _read(path: Path, text: str) -> Iterator[_Row]:
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower().startswith(_DIVIDER_LINE)
    header = rest.partition("\n")[0] if told else first
    divider = max(_DIVIDERS, key=lambda one: len(_known(header, one)))
    rows = csv.reader(
        io.StringIO(rest if told else text, newline=""), delimiter=divider, strict=True
    )
    columns = _columns(path, next(rows, []), 1 + told)
    seen: dict[str, int] = {}
    for cells in rows:
        number = rows.line_num + told
        values = _values(path, number, cells, columns)
        if not any(values.values()):
            continue
        yield _row(path, number, values, seen)


def _known(header: str, divider: str) -> set[str]:
    """The columns that a header names, divided so."""
    return {_column(cell) for cell in next(csv.reader([header], delimiter=divider), [])} - {""}


@cache
def _column_names() -> dict[str, str]:
    return {
        key(form): column
        for column, listed in reference().register_columns.items()
        for form in (column, *listed)
    }


def _column(cell: str) -> str:
    """The column that a header's cell means; empty for one that is passed over."""
    return _column_names().get(key(cell.strip("\ufeff")), "")


def _columns(path: Path, header: list[str], row: int) -> dict[str, int]:
    """Where each column stands. A column by its own name goes before one that means the same."""
    found: dict[str, int] = {}
    for column in (*COLUMNS, SUCCEEDS):
        meant = [index for index, cell in enumerate(header) if _column(cell) == column]
        exact = [index for index in meant if header[index].strip().lower() == column]
        if len(exact or meant) > 1:
            names = ", ".join(header[index].strip() for index in exact or meant)
            raise _refuse(
                path,
                f"row {row}: columns {names} both mean {column}",
                f"แถว {row}: คอลัมน์ {names} หมายถึง {column} เหมือนกัน",
            )
        if exact or meant:
            found[column] = (exact or meant)[0]
    optional = (SUCCEEDS, "kind") if len(found) > 1 else (SUCCEEDS,)
    if missing := [name for name in COLUMNS if name not in found and name not in optional]:
        names = ", ".join(missing)
        raise _refuse(path, f"row {row}: column {names} is missing", f"แถว {row}: ไม่มีคอลัมน์ {names}")
    return found


def _values(path: Path, row: int, cells: list[str], columns: dict[str, int]) -> dict[str, str]:
    """The cells of a row by column, white space folded."""
    values = dict.fromkeys((*COLUMNS, SUCCEEDS), "")
    for column, index in columns.items():
        value = " ".join(cells[index].split()) if index < len(cells) else ""
        if "\ufffd" in value:
            raise _wrong(path, row, column, "holds unreadable letters", "มีตัวอักษรที่อ่านไม่ได้")
        values[column] = value
    return values


def _row(path: Path, number: int, values: dict[str, str], seen: dict[str, int]) -> _Row:
    for column in ("name", "code"):
        if not values[column]:
            raise _wrong(path, number, column, "is empty", "ว่างเปล่า")
    kind = _kind(path, number, values)
    name = _bare_name(kind, values["name"])
    district, province = _place(values["district"], values["province"])
    body = Body(kind, name, district, province, values["code"], official_name(kind, name))
    first = seen.setdefault(code_part(body.code), number)
    if first != number:
        raise _wrong(path, number, "code", f"repeats row {first}", f"ซ้ำกับแถว {first}")
    succeeds = values[SUCCEEDS].replace(";", " ").split()
    if body.code in succeeds:
        raise _wrong(path, number, SUCCEEDS, "names the row itself", "อ้างถึงแถวตัวเอง")
    return _Row(number, body, tuple(succeeds))


def _kind(path: Path, number: int, values: dict[str, str]) -> str:
    """The kind of a row, by its column or else by the type word that begins its name."""
    said = values["kind"]
    if said:
        kind = _kinds().get(key(said))
        if kind is None:
            raise _wrong(
                path, number, "kind", f"{said!r} is no known kind", f"ไม่รู้จักประเภท «{said}»"
            )
        return kind
    pattern, types = forms()
    word = pattern.match("".join(values["name"].split()))
    if word is None:
        raise _wrong(path, number, "kind", "is empty", "ว่างเปล่า")
    return types[word.group()].kind


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
        f"{path}: {problem}. The register must be CSV with the columns {columns}: "
        f"correct it and run again.",
        f"{path}: {problem_th} ทะเบียนหน่วยงานต้องเป็น CSV มีคอลัมน์ {columns} โปรดแก้ไขแล้วสั่งใหม่",
    )
