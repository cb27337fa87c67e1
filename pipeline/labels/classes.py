"""The classes of labels that compete, as ``reference/labels.toml`` lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.facts import Item

_MARKS = re.compile("[ัิ-ฺ็-๎]")
_NOT_WORD = re.compile(r"[^\wก-๎]+|[_\u00b2\u00b3\u00b9\u2070-\u2079]")


@dataclass(frozen=True, slots=True)
class Label:
    """One class of labels; strangers have no item."""

    name: str
    item: Item | None
    keys: tuple[str, ...]
    exact: bool
    keep_digits: bool
    transparent: bool = False
    """Running text is read through it: it hides the names inside it, and is no mention."""
    shared: tuple[str, ...] = ()
    """Keys of another class that may mean this one."""
    alone: frozenset[str] = frozenset()
    """Keys that are names only where they stand alone, never inside running text."""


def squash(text: str) -> str:
    """Letters and digits only, case, spaces and marks of footnotes gone: the form in which labels
    are compared."""
    return _NOT_WORD.sub("", text).replace("ํา", "ำ").lower()


def skeleton(key: str) -> str:
    """A key without vowel signs and tone marks, which OCR loses first."""
    return _MARKS.sub("", key.replace("ำ", "า"))


@cache
def labels() -> tuple[Label, ...]:
    """Every class of ``reference/labels.toml``, in its order."""
    result = []
    for entry in _reference()["label"]:
        alone = entry.get("alone", ())
        spellings = dict.fromkeys([entry["name"], *entry.get("variants", ()), *alone])
        item = Item(entry["item_type"], entry["code"]) if "code" in entry else None
        result.append(
            Label(
                name=entry["name"],
                item=item,
                keys=tuple(squash(spelling) for spelling in spellings),
                exact=entry.get("exact", False),
                keep_digits=entry.get("keep_digits", False),
                transparent=entry.get("transparent", False),
                shared=tuple(squash(spelling) for spelling in entry.get("shared", ())),
                alone=frozenset(map(squash, alone)),
            )
        )
    return tuple(result)


def item_name(item: Item) -> str:
    """The official Thai name of an item; its code for questions."""
    for label in labels():
        if label.item == item:
            return label.name
    return item.code


def beside_acronym() -> dict[str, list[str]]:
    """Words that may stand beside an acronym in an instrument's name: ``any``, and by its code."""
    return dict(_reference()["acronym"])


@cache
def _reference() -> dict[str, Any]:
    """``reference/labels.toml`` as it stands."""
    import tomllib

    text = files("pipeline").joinpath("reference/labels.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
