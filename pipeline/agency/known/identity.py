"""A stable, readable id for a body, made from what identifies it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import sha256

from pipeline.agency.known.kinds import reference
from pipeline.agency.known.spelling import key
from pipeline.facts import Body

_UNSAFE = re.compile(r"[^a-z0-9ก-ฺเ-๎]+")
NAME_SUFFICES = frozenset(("pao", "province", "special", "university", "court"))
"""Kinds whose names the country has once."""
_LONGEST = 180
"""Bytes that leave room for a suffix in a file name."""


@lru_cache(maxsize=1 << 15)
def agency_id(body: Body) -> str:
    """The id: kind, name, district and province as far as they are known, then the code.

    It depends on the body alone: not on the document, the order of a run or the
    machine. NFC letters and digits joined by hyphens, safe in file names and URLs.
    """
    places = _places(body)
    name = body.name.removesuffix(f" {body.province}") if any(places) else body.name
    parts = (*(_part(part) for part in (name, *places)), code_part(body.code))
    whole = "-".join((body.kind, *(part for part in parts if part)))
    if len(whole.encode()) <= _LONGEST:
        return whole
    digest = sha256(whole.encode()).hexdigest()[:10]
    cut = whole.encode()[:_LONGEST].decode(errors="ignore")
    return f"{cut}-{digest}"


def _places(body: Body) -> tuple[str, str]:
    """The places that are part of an id. Of a body named after its province only another one that
    is printed with it: then it is not known to be that province's."""
    if body.kind in _AFTER_PROVINCES or body.name.startswith(_areas()):
        return "", "" if key(body.province) in key(body.name) else body.province
    return ("", "") if body.kind in NAME_SUFFICES else (body.district, body.province)


_AFTER_PROVINCES = ("pao", "province")


@cache
def _areas() -> tuple[str, ...]:
    """Words for bodies whose names begin with their province."""
    return tuple(one.word for one in reference().type if one.after_province)


def code_part(code: str) -> str:
    """A register code as a part of an id. Signs cannot stand in an id, yet ``1/12`` and ``11/2``
    are two codes: a digest tells codes with signs apart."""
    plain = "".join(unicodedata.normalize("NFC", code).translate(_DIGITS).lower().split())
    part = _part(code)
    if part == plain:
        return part
    digest = sha256(plain.encode()).hexdigest()[:_DIGEST]
    return f"{part}-{digest}" if part else digest


_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DIGEST = 8
"""Hexadecimal digits that tell the codes of one body's namesakes apart."""


@lru_cache(maxsize=1 << 15)
def _part(text: str) -> str:
    return _UNSAFE.sub("", unicodedata.normalize("NFC", key(text)))
