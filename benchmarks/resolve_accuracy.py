"""A register resolved against itself after damage: ``python -m benchmarks.resolve_accuracy``.

Each body is mentioned with its district and province, with its province and with no place, its
name sound or with one or two letters misread or lost. What is not resolved is said to be open.
``--register`` takes a register as ``--agencies`` does; without it, bodies named after tambons are.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.resolve_speed import LOOK_ALIKE, bodies
from pipeline.agency import Register, resolve_all
from pipeline.agency.known.kinds import official_name
from pipeline.facts import Body

PLACES = {
    "district and province": " อ.{0.district} จ.{0.province}",
    "province": " จ.{0.province}",
    "nothing": "",
}
EDITS = range(3)


def damaged(name: str, edits: int, rng: random.Random) -> str:
    """The name with letters taken for others that look alike, or lost."""
    for _ in range(edits):
        place = rng.randrange(1, len(name)) if len(name) > 1 else 0
        letter = LOOK_ALIKE.get(name[place], "")
        name = name[:place] + letter + name[place + 1 :]
    return name


def judged(listed: Sequence[Body], place: str, edits: int, seed: int) -> Counter[str]:
    """How many mentions come out right, wrong and open."""
    rng = random.Random(seed)
    truth = {
        official_name(body.kind, damaged(body.name, edits, rng)) + place.format(body): body
        for body in listed
    }
    counted: Counter[str] = Counter()
    for text, answer in resolve_all(truth, Register(listed)).items():
        if answer.status != "resolved":
            counted["open"] += 1
        else:
            counted["right" if answer.body == truth[text] else "wrong"] += 1
    return counted


@click.command()
@click.option("--register", "path", type=click.Path(exists=True, path_type=Path), default=None)
@click.option("--bodies", "size", default=8_000, show_default=True, help="Without a register.")
@click.option("--seed", default=1, show_default=True)
def main(path: Path | None, size: int, seed: int) -> None:
    """Print shares as a Markdown table."""
    listed = _listed(path) if path else bodies(size, random.Random(seed))
    print("| printed beside the name | edits | mentions | right | wrong | open |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, place in PLACES.items():
        for edits in EDITS:
            found = judged(listed, place, edits, seed + edits)
            total = found.total()
            shares = " | ".join(
                f"{found[kind] / total:.{digits}%}"
                for kind, digits in (("right", 2), ("wrong", 3), ("open", 2))
            )
            print(f"| {name} | {edits} | {total} | {shares} |")


def _listed(path: Path) -> list[Body]:
    from pipeline.agency.register_file import load_register

    return list(load_register(path).bodies)


if __name__ == "__main__":
    main()
