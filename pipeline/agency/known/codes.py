"""Official codes of the places that bodies lie in: province, district, tambon."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pipeline.agency.known.gazetteer import place_names
from pipeline.agency.known.kinds import main_type
from pipeline.agency.known.spelling import key
from pipeline.facts import Body


def place_code(body: Body) -> str:
    """The code of the smallest place known to be the body's: of the tambon that a local body is
    named after (6 digits), its district (4) or its province (2); empty where none is known."""
    codes = _codes()
    province, district, name = key(body.province), key(body.district), key(body.name)
    main = main_type(body.kind)
    after_tambon = main is not None and main.names in ("tambon", "municipality")
    whole = codes.get((province, district, name), ()) if district and after_tambon else ()
    if len(whole) == 1:
        return whole[0]
    within = codes.get((province, district, ""), ()) or codes.get((province, "", ""), ())
    return within[0] if within and province else ""


@cache
def _codes() -> dict[tuple[str, str, str], tuple[str, ...]]:
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for province, district, tambon, code in place_names():
        found[key(province), key(district), key(tambon)].append(code)
    return {place: tuple(codes) for place, codes in found.items()}
