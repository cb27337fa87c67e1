"""Reading the TOML files under ``pipeline/reference`` that people edit.

A file that does not fit is refused with its name, the key and what is wrong with
it: a rule that silently lost half its data would judge by the other half.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from parsers.errors import UsageError

T = TypeVar("T")

STRICT = {"extra": "forbid"}
"""Set as ``__pydantic_config__`` of a dataclass, it makes unknown keys an error."""


def refuse(path: Path, key: str, problem: str) -> UsageError:
    """The error for a wrong reference file."""
    return UsageError(
        "bad-reference",
        f"{path}: {key}: {problem}. Correct this key and run again.",
        f"{path}: {key}: {problem} กรุณาแก้ไขค่านี้แล้วสั่งใหม่",
    )


def load(path: Path, kind: type[T]) -> T:
    """The file as a frozen dataclass ``kind``; numbers with a point become `Decimal`.

    Raises `UsageError` for broken TOML, a missing or unknown key, or a wrong type.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refuse(path, "file", str(error)) from error
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "file"
        raise refuse(path, key, first["msg"]) from error
