"""A body as a text names it, before anything is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.agency.known.kinds import BodyType
from pipeline.agency.naming.location import Location


@dataclass(frozen=True, slots=True)
class Mention:
    """One body named in a text, as printed: nothing is corrected yet."""

    start: int
    end: int
    """Span in the text, with the place behind the name."""
    type: BodyType
    printed: str
    """Type word and name as printed, without white space inside."""
    name: str
    """The name as printed, without its type word."""
    location: Location
    known: bool
    """A list of places or the register holds the name for this type of body."""
    clean: bool
    """The name visibly ends where it was taken to end."""
    before: str
    """The letters in front, without white space."""
    after: str = ""
    """The letters behind, without white space."""
    next_word: str = ""
    """The letters behind up to the next white space."""
    part: str = ""
    """The campus or branch of the body that is meant, where one is named behind it."""

    past: bool = False
    """It is the former name of the body in front of it."""

    @property
    def kind(self) -> str:
        return self.type.kind

    @property
    def district(self) -> str:
        return self.location.district

    @property
    def province(self) -> str:
        return self.location.province


class Named(NamedTuple):
    """A body as a mention names it."""

    type: BodyType
    name: str
    district: str = ""
    province: str = ""
    tambon: str = ""
    part: str = ""

    @property
    def place(self) -> tuple[str, str]:
        return self.district, self.province
