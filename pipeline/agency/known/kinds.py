"""The kinds of public bodies and the words they are printed with, from ``agencies.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import ClassVar, Literal

from pipeline.facts import Body
from pipeline.reference_file import STRICT, load

Names = Literal["tambon", "municipality", "province", "district", "free", "none"]
LOCAL: frozenset[Names] = frozenset(("tambon", "municipality"))
"""Named after places that a list can check, district by district."""


@dataclass(frozen=True)
class BodyType:
    """One way bodies of a kind are called."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    kind: str
    word: str
    names: Names
    spellings: tuple[str, ...] = ()
    standing: float = 1.0
    closed: bool = False
    damaged: bool = False
    alias: bool = False
    keep_word: bool = False
    tail: str = ""
    common: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    place_of: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    whole_line: bool = False
    place_apart: bool = False
    brackets: bool = False
    chains: tuple[str, ...] = ()
    after_district: bool = False
    after_province: bool = False
    branched: bool = False
    unfinished: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    numbered: bool = False
    zones: bool = False
    stands_apart: bool = False
    office: bool = False
    listed: bool = False
    sole: bool = False
    same_as: str = ""
    district: str = ""
    province: str = ""
    national: bool = False
    """The one body of this name in the country, from ``bodies.toml``."""


@dataclass(frozen=True)
class Words:
    """Words that end names or stand between their parts."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    stops: tuple[str, ...]
    sure_stops: tuple[str, ...]
    compounds: tuple[str, ...]
    within_names: tuple[str, ...]
    place_stops: tuple[str, ...]
    no_names: tuple[str, ...]
    tambon: tuple[str, ...]
    district: tuple[str, ...]
    bangkok_district: tuple[str, ...]
    province: tuple[str, ...]
    office_places: tuple[str, ...]
    joins: tuple[str, ...]
    street: tuple[str, ...]
    milestones: tuple[str, ...]
    wards: tuple[str, ...]
    titles: tuple[str, ...]
    years: tuple[str, ...]
    address: tuple[str, ...]
    strangers: tuple[str, ...]
    lookalikes: tuple[str, ...]


@dataclass(frozen=True)
class Passing:
    """Words in front of a body that change how much its mention counts."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    factor: float
    before: tuple[str, ...]
    writers: bool = False
    examples: bool = False
    after: tuple[str, ...] = ()
    """Words behind a body that names none of a place, which say the same."""


@dataclass(frozen=True)
class TerritoryWords:
    """Words by which a text says that a province or district is the body it is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    before: tuple[str, ...]
    after: tuple[str, ...]
    assessed: tuple[str, ...]
    hints: tuple[str, ...]
    opens: tuple[str, ...]
    verbs: tuple[str, ...]


@dataclass(frozen=True)
class TitleWords:
    """Words of the title of a report, above the name of the body that it is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    begins: tuple[str, ...]
    report: tuple[str, ...]
    ends: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class SuccessionWords:
    """Words by which a text says that one body became another."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    became: tuple[str, ...]
    was: tuple[str, ...]
    out_of: tuple[str, ...]
    raised: tuple[str, ...]
    into: tuple[str, ...]
    former: tuple[str, ...]
    planned: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (
            *self.became, *self.was, *self.out_of, *self.raised, *self.former, *self.beside
        )  # fmt: skip


@dataclass(frozen=True)
class Reference:
    """The whole of ``agencies.toml``; its comments say what each key means."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    type: tuple[BodyType, ...]
    words: Words
    passing: tuple[Passing, ...]
    territory: TerritoryWords
    title: TitleWords
    succession: SuccessionWords
    register_kinds: dict[str, str]
    register_columns: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class NationalGroup:
    """Bodies of one kind that the country has once."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    kind: str
    standing: float
    names: tuple[str, ...]


@dataclass(frozen=True)
class NationalBodies:
    """The whole of ``bodies.toml``."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    group: tuple[NationalGroup, ...]
    branch: tuple[str, ...]
    branched: tuple[str, ...]
    placed: tuple[str, ...]
    seats: tuple[str, ...]
    stationed: tuple[str, ...]
    short: dict[str, str]
    campuses: dict[str, tuple[str, ...]]
    respelt: dict[str, str]
    cities: dict[str, tuple[str, str]]
    province_codes: dict[str, str]


@cache
def reference() -> Reference:
    return load(Path(str(files("pipeline").joinpath("reference/agencies.toml"))), Reference)


@cache
def national() -> NationalBodies:
    return load(Path(str(files("pipeline").joinpath("reference/bodies.toml"))), NationalBodies)


@cache
def national_types() -> tuple[BodyType, ...]:
    """One type for each body that the country has once: its name is its word."""
    listed = national()
    short: dict[str, tuple[str, ...]] = {}
    for form, name in listed.short.items():
        short[name] = (*short.get(name, ()), form)
    for name in (name for group in listed.group for name in group.names):
        if name.startswith(_UNIVERSITY):
            form = name.replace(_UNIVERSITY, _UNIVERSITY_SHORT, 1)
            short[name] = (*short.get(name, ()), form)
    return tuple(
        BodyType(
            group.kind,
            name,
            "none",
            short.get(name, ()),
            group.standing,
            stands_apart=True,
            national=True,
        )
        for group in listed.group
        for name in group.names
    )


_UNIVERSITY, _UNIVERSITY_SHORT = "มหาวิทยาลัย", "ม."


@cache
def _national(kind: str) -> frozenset[str]:
    return frozenset(one.word for one in national_types() if one.kind == kind)


@cache
def main_type(kind: str) -> BodyType | None:
    """The first type of a kind: its names are written without the type word."""
    return next((one for one in reference().type if one.kind == kind), None)


@cache
def kinds() -> tuple[str, ...]:
    """Every kind, in the order of the file, and ``other``."""
    return tuple(dict.fromkeys(one.kind for one in reference().type))


ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def called(body_type: BodyType, name: str) -> tuple[str, str]:
    """(name, official name) of the body of this type whose printed name is ``name``."""
    main = main_type(body_type.kind)
    if body_type.national:
        bare = main is not None and main.names == "free" and not main.keep_word
        return body_type.word.removeprefix(main.word if main and bare else ""), body_type.word
    name = name.translate(ARABIC)
    if main and (body_type is main or body_type.alias) and not main.keep_word:
        return (name, main.word + name) if body_type.names != "none" else (main.word, main.word)
    full = (body_type.same_as or body_type.word) + name
    return full, full


def official_name(kind: str, name: str) -> str:
    """A body's name with its type word written out, where the kind has one."""
    main = main_type(kind)
    if main is None or main.keep_word or main.names == "none" or name in _national(kind):
        return name
    if any(name.startswith(one.word) for one in reference().type if one.kind == kind):
        return name
    return main.word + name


def with_official_name(body: Body) -> Body:
    """The same body with its official name filled in."""
    from dataclasses import replace

    return replace(body, official_name=body.official_name or official_name(body.kind, body.name))


def alternatives(words: tuple[str, ...], *, anywhere: bool = False) -> re.Pattern[str]:
    """A pattern of fixed words, longest first, that begins and ends where a syllable can; with
    ``anywhere`` the caller sees to where it begins."""
    ordered = sorted(words, key=len, reverse=True)
    before = "" if anywhere else "(?<![เ-ไ])"
    return re.compile(f"{before}(?:{'|'.join(re.escape(word) for word in ordered)})(?![ะัา-ฺๅ-๎])")
