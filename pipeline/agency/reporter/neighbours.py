"""Bodies that a document of one province names without saying where they lie.

A name that the lists know in one other province alone may still be that of a body here, which
they do not know: one in ten municipalities bears a name of no tambon. Such a body is left open,
and one of a kind whose names they all know where a name here is like it, which may be misprinted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.kinds import LOCAL, main_type
from pipeline.agency.known.lists import Lists
from pipeline.agency.known.register import Register
from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.resolving.single import name_in, without_list_number
from pipeline.facts import Resolution


def left_open(
    named: Mapping[str, Resolution],
    reporter: Resolution,
    stated: str,
    register: Register | None = None,
) -> dict[str, Resolution]:
    """The bodies that a document names, by how they are printed: those resolved by their name
    alone, but to another province than the document is of, are open.

    The document is of the province of its ``reporter``, and of the ``stated`` one where there is
    no reporter and half of the bodies lie there.
    """
    homes = _homes(named, reporter, stated)
    if not homes:
        return dict(named)
    lists = Lists(gazetteer(), register)
    return {
        printed: _open(one) if _strays(printed, one, homes, lists) else one
        for printed, one in named.items()
    }


def _homes(named: Mapping[str, Resolution], reporter: Resolution, stated: str) -> frozenset[str]:
    if reporter.body is not None:
        told = reporter.body.province
        return frozenset((told, stated)) - {""} if told else frozenset()
    provinces = [one.body.province for one in named.values() if one.body and one.body.province]
    if not stated or provinces.count(stated) * 2 < len(provinces):
        return frozenset()
    return frozenset((stated,))


def _strays(printed: str, one: Resolution, homes: frozenset[str], lists: Lists) -> bool:
    if one.status != "resolved" or one.body is None or one.body.province in ("", *homes):
        return False
    main = main_type(one.body.kind)
    if main is None or main.listed or main.names not in LOCAL:
        return False
    if lists.register is not None and one.body.kind in lists.register.kinds:
        return False
    named = name_in(without_list_number(printed), lists)
    if named is None or any(named.place):
        return False
    seats = lists.seats(named.type)
    if not main.closed or seats is None:
        return True
    name = key(named.name)
    return any(is_near(name, one) for home in homes for one in seats.names("", home).near(name))


def _open(one: Resolution) -> Resolution:
    """The same name of no place, which may be the body that lists know elsewhere."""
    assert one.body is not None
    return replace(
        one,
        status="ambiguous",
        body=replace(one.body, district="", province=""),
        candidates=(one.body, *one.candidates),
        variants=(),
    )
