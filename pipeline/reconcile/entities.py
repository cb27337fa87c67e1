"""The bodies that the service knows: of a register, of a dataset, or of both."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from parsers.errors import UsageError
from pipeline.agency import Register, load_register
from pipeline.agency.known.identity import agency_id
from pipeline.agency.known.kinds import main_type, official_name
from pipeline.agency.known.spelling import key
from pipeline.facts import Body


@dataclass(frozen=True, slots=True)
class Entity:
    """One body of the service."""

    id: str
    body: Body
    names: tuple[str, ...] = ()
    """Other spellings met in documents."""
    years: str = ""
    succeeds: str = ""

    @property
    def name(self) -> str:
        return self.body.official_name or self.body.name

    @property
    def description(self) -> str:
        """Where the body lies, to tell namesakes apart."""
        places = (("อำเภอ", self.body.district), ("จังหวัด", self.body.province))
        return " ".join(f"{word}{name}" for word, name in places if name)


class Entities:
    """All bodies of the service, by id; those that are ambiguous or unknown are left out."""

    def __init__(self, entities: Iterable[Entity], listed: frozenset[str] = frozenset()) -> None:
        self.listed = listed
        """Kinds of which a register lists every body."""
        found: dict[str, Entity] = {}
        for one in entities:
            known = found.get(one.id)
            found[one.id] = _merged(known, one) if known else one
        self.by_id = dict(sorted(found.items()))

    def __len__(self) -> int:
        return len(self.by_id)

    @cached_property
    def all(self) -> tuple[Entity, ...]:
        return tuple(self.by_id.values())

    @cached_property
    def register(self) -> Register:
        """The bodies as a register whose codes are the ids."""
        return Register(replace(one.body, code=one.id) for one in self.all)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kinds of body there are, with a word for each."""
        met = sorted({one.body.kind for one in self.all})
        return {kind: _word(kind) for kind in met}

    @cached_property
    def keys(self) -> tuple[tuple[str, Entity], ...]:
        """Every name of every body as a key: official, bare and as seen."""
        return tuple(
            (name, one)
            for one in self.all
            for name in sorted({key(text) for text in (one.name, one.body.name, *one.names)} - {""})
        )

    @cached_property
    def names(self) -> list[str]:
        """The names of `keys`, to compare all at once."""
        return [name for name, _ in self.keys]


def _merged(first: Entity, second: Entity) -> Entity:
    return replace(
        first,
        names=tuple(sorted({*first.names, *second.names})),
        years=first.years or second.years,
        succeeds=first.succeeds or second.succeeds,
    )


_MANIFOLD = {
    "department": "ส่วนราชการ",
    "enterprise": "รัฐวิสาหกิจ",
    "other": "หน่วยงานอื่น",
    "special": "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ",
    "university": "สถาบันอุดมศึกษา",
}
"""Words for the kinds whose bodies are called in several ways."""


def _word(kind: str) -> str:
    main = main_type(kind)
    return _MANIFOLD.get(kind) or (main.word if main else kind)


def load_entities(agencies: Path | None, dataset: Path | None) -> Entities:
    """The bodies of a register file and of the ``agencies.csv`` in a dataset folder.

    Raises `UsageError` where neither is given, or one cannot be read.
    """
    entities = list(_of_register(agencies)) if agencies else []
    listed = frozenset(one.body.kind for one in entities)
    if dataset:
        entities += _of_dataset(dataset / "agencies.csv" if dataset.is_dir() else dataset)
    found = Entities(entities, listed)
    if not len(found):
        raise UsageError(
            "no-agencies",
            "There is no body to serve. Name a register with --agencies FILE, or a dataset that"
            " knows bodies with --dataset FOLDER.",
            "ไม่มีหน่วยงานให้บริการ กรุณาระบุทะเบียนด้วย --agencies FILE หรือชุดข้อมูลด้วย --dataset FOLDER",
        )
    return found


def _of_register(path: Path) -> Iterator[Entity]:
    register = load_register(path)
    for body in register.bodies:
        before = "; ".join(agency_id(one) for one in register.predecessors(body))
        yield Entity(agency_id(body), body, succeeds=before)


def _of_dataset(path: Path) -> list[Entity]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [_entity(row) for row in csv.DictReader(lines) if row["identity"] == "resolved"]
    except OSError as error:
        raise _refuse(path, str(error.strerror)) from error
    except (UnicodeDecodeError, csv.Error, KeyError, ValueError) as error:
        raise _refuse(path, f"{type(error).__name__}: {error}") from error


def _entity(row: dict[str, str]) -> Entity:
    kind, official = row["agency_type"], row["agency"]
    main = main_type(kind)
    bare = official.removeprefix(main.word) if main and not main.keep_word else official
    body = Body(
        kind,
        bare or official,
        row["district"],
        row["province"],
        row["register_code"],
        official or official_name(kind, bare),
    )
    names = tuple(json.loads(row["names_seen"] or "[]"))
    return Entity(row["agency_id"], body, names, row["fiscal_years"], row["succeeds"])


def _refuse(path: Path, problem: str) -> UsageError:
    return UsageError(
        "bad-dataset",
        f"{path} cannot be read as the agencies of a dataset ({problem}). Make it anew with"
        " `sucharit ingest`.",
        f"อ่านรายชื่อหน่วยงานจาก {path} ไม่ได้ ({problem}) กรุณาสร้างชุดข้อมูลใหม่ด้วย sucharit ingest",
    )
