"""A stable, readable id for a body, made from what identifies it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from pipeline.agency.spelling import key
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
    places = (body.district, body.province)
    if body.kind in NAME_SUFFICES:
        places = ("", body.province if _is_elsewhere(body) else "")
    name = body.name if body.kind in NAME_SUFFICES else body.name.removesuffix(f" {body.province}")
    parts = (*(_part(part) for part in (name, *places)), code_part(body.code))
    whole = "-".join((body.kind, *(part for part in parts if part)))
    if len(whole.encode()) <= _LONGEST:
        return whole
    digest = sha256(whole.encode()).hexdigest()[:10]
    cut = whole.encode()[:_LONGEST].decode(errors="ignore")
    return f"{cut}-{digest}"


def _is_elsewhere(body: Body) -> bool:
    """Whether a body named after a province is printed with another one: it is not known to be
    that province's."""
    named = body.kind in ("pao", "province") and bool(body.province)
    return named and key(body.name) != key(body.province)


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
