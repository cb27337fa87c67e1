"""Values that are never changed, made as fast as those that may be.

A frozen dataclass sets each field by a call, which for the cells, lines and places of a document
takes a good part of the time that it is read in. A record is frozen for who writes the program:
the type checker lets nothing assign to it. It has no guard at run time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def record(cls: type[_T]) -> type[_T]:
    """A dataclass with slots, equal and hashed by its fields, that nothing may assign to."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
