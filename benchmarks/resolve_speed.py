"""How fast bodies are resolved in a batch: ``python -m benchmarks.resolve_speed``.

100,000 distinct mentions against 8,000 bodies named after tambons, in one run with a plain
``rapidfuzz.process.extractOne`` loop over the whole list. The plain loop is timed on a sample and
extrapolated: all of it takes the better part of an hour.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import click

from pipeline.agency import Register, resolve_all, resolve_mention
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.kinds import official_name
from pipeline.facts import Body

_SHORT = {"sao": "อบต.", "subdistrict-municipality": "ทต."}
LOOK_ALIKE = dict(zip("ดคตนมบปสลงกทพผอว่้ิีุู", "คดดมนปบลสวถหผพฮา้่ีิูุ", strict=True))


def bodies(count: int, rng: random.Random) -> list[Body]:
    """Bodies named after tambons, each with its place."""
    kinds = tuple(_SHORT)
    seats = sorted(set(gazetteer().current))
    named = [
        (kind, seat)
        for seat in rng.sample(seats, min(count, len(seats)))
        for kind in (kinds if rng.random() < 0.2 else kinds[:1])
    ]
    return [
        Body(kind, one.name, one.district, one.province, str(number), official_name(kind, one.name))
        for number, (kind, one) in enumerate(named[:count])
    ]  # fmt: skip


def mentions_of(listed: Sequence[Body], count: int, rng: random.Random) -> dict[str, Body]:
    """Distinct mentions in many shapes, half of them with a letter or two misread, and whose
    each is."""
    found: dict[str, Body] = {}
    while len(found) < count:
        body = rng.choice(listed)
        name = body.name
        for _ in range(rng.choice((0, 0, 1, 2))):
            name = _misread(name, rng)
        word = rng.choice((_SHORT[body.kind], official_name(body.kind, "")))
        place = rng.choice(
            (f"อ.{body.district} จ.{body.province}", f"อำเภอ{body.district} จังหวัด{body.province}")
        )
        found.setdefault(f"{word}{rng.choice(('', ' '))}{name} {place}", body)
    return found


def _misread(name: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(name))
    letter = LOOK_ALIKE.get(name[place], "")
    return name[:place] + letter + name[place + 1 :] if len(name) > 3 else name


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


@click.command()
@click.option("--mentions", default=100_000, show_default=True)
@click.option("--bodies", "size", default=8_000, show_default=True)
@click.option("--sample", default=200, show_default=True, help="Of the plain loop.")
@click.option("--seed", default=1, show_default=True)
def main(mentions: int, size: int, sample: int, seed: int) -> None:
    """Print seconds and ratios as a Markdown table."""
    from rapidfuzz import fuzz, process

    rng = random.Random(seed)
    listed = bodies(size, rng)
    truth = mentions_of(listed, mentions, rng)
    few = rng.sample(sorted(truth), sample)
    whole = [f"{one.official_name} อำเภอ{one.district} จังหวัด{one.province}" for one in listed]
    resolve_all(few[:1], Register(listed[:1]))

    answers = {}
    batch = _seconds(lambda: answers.update(resolve_all(truth, Register(listed))))
    register = Register(listed)
    share = len(truth) / len(few)
    alone = _seconds(lambda: [resolve_mention(one, register=register) for one in few]) * share
    plain = _seconds(lambda: [process.extractOne(one, whole) for one in few]) * share
    ratio = (
        _seconds(lambda: [process.extractOne(one, whole, scorer=fuzz.ratio) for one in few]) * share
    )

    resolved = [one for one, answer in answers.items() if answer.status == "resolved"]
    right = sum(answers[one].body == truth[one] for one in resolved)
    print(f"{len(truth)} distinct mentions, {len(listed)} bodies, sample of {sample}\n")
    print("| way | seconds of processor | ratio |\n|---|--:|--:|")
    for name, seconds in (
        ("batch", batch),
        ("one by one (extrapolated)", alone),
        ("extractOne, its default scorer (extrapolated)", plain),
        ("extractOne, fuzz.ratio (extrapolated)", ratio),
    ):
        print(f"| {name} | {seconds:.1f} | {seconds / batch:.1f} |")
    print(f"\nresolved {len(resolved)}, of these right {right}, wrong {len(resolved) - right}")


if __name__ == "__main__":
    main()
