"""How long ``sucharit audit`` takes over many agency-years, beside pandas reading the same CSV.

``python -m benchmarks.audit_speed [--count N] [--faults PER_THOUSAND] [--seed S]`` writes a
table of N agency-years of as many different bodies as there are, times both in one run, each
in a process of its own (pandas without its start, the audit with it), and prints the ratio
and the largest memory of the audit's processes. The audit runs once before, on a few rows: the
very first start of a program compiles it, which is not counted.
"""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import click

HEADER = (
    "หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต", "IIT", "EIT", "OIT", "คะแนนรวม",
    "ระดับ",
)  # fmt: skip
YEARS = range(2562, 2569)
KINDS = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล")
_LETTERS = ((95, "AA"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F"))
_TIMES = 5
_FEW = 100
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""With this set, Python compiles the program at every start again."""


def bodies() -> Iterator[tuple[str, str, str]]:
    """(name, district, province) of a body of each kind in every tambon."""
    from corpus.world import tambons

    for kind in KINDS:
        for tambon, district, province in dict.fromkeys(tambons()):
            if "(" not in tambon:
                yield f"{kind}{tambon}", district, province


def cents(value: Fraction) -> str:
    """Two decimals, half up."""
    whole = (2 * value.numerator * 100 + value.denominator) // (2 * value.denominator)
    return f"{whole // 100}.{whole % 100:02d}"


def row(chance: random.Random, body: tuple[str, str, str], year: int) -> list[str]:
    """One agency-year as an office publishes it."""
    ten = [Fraction(chance.randint(50_000, 100_000), 1000) for _ in range(10)]
    if year in (2563, 2564):
        groups = [Fraction(chance.randint(0, size), size) for size in (9, 8, 7, 4, 5)]
        ten[8] = 100 * sum(groups, Fraction(0)) / 5
        ten[9] = 100 * (Fraction(chance.randint(0, 8), 8) + Fraction(chance.randint(0, 2), 2)) / 2
    three = [sum(part, Fraction(0)) / len(part) for part in (ten[:5], ten[5:8], ten[8:])]
    total = (3 * three[0] + 3 * three[1] + 4 * three[2]) / 10
    printed = [cents(value) for value in (*ten, *three, total)]
    return [*body, str(year), *printed, rating(year, printed[-4:])]


def rating(year: int, printed: list[str]) -> str:
    """What three instruments and a total, as printed, are called."""
    *three, total = (Decimal(text) for text in printed)
    if year < 2566:
        return next(letter for limit, letter in _LETTERS if total >= limit)
    if total < 85:
        return "ต้องปรับปรุง" if total >= 70 else "ต้องปรับปรุงโดยด่วน"
    if total >= 95 and min(three) >= 95:
        return "ผ่านดีเยี่ยม"
    return "ผ่านดี" if min(three) >= 85 else "ผ่าน"


def write_table(path: Path, count: int, faults: int, seed: int) -> int:
    """A table of ``count`` agency-years; of a thousand, ``faults`` with one digit wrong."""
    chance = random.Random(seed)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        written = 0
        for body in bodies():
            for year in YEARS:
                if written == count:
                    return written
                cells = row(chance, body, year)
                if chance.random() * 1000 < faults:
                    at = chance.randrange(4, 14)
                    digit = chance.choice([d for d in "123456789" if d != cells[at][0]])
                    cells[at] = digit + cells[at][1:]
                writer.writerow(cells)
                written += 1
    return written


def reading(path: Path) -> float:
    """Seconds that pandas takes to read the table as text: the median of some readings."""
    program = (
        "import sys, time, pandas\n"
        "for _ in range(int(sys.argv[2])):\n"
        "    start = time.perf_counter()\n"
        "    pandas.read_csv(sys.argv[1], dtype=str)\n"
        "    print(time.perf_counter() - start)\n"
    )
    call = [sys.executable, "-c", program, str(path), str(_TIMES)]
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    return sorted(float(line) for line in done.stdout.split())[_TIMES // 2]


def auditing(path: Path, out: Path) -> float:
    """Seconds that the command takes, from its start to its end."""
    call = [sys.executable, "-m", "pipeline.cli", "audit", str(path), "--out", str(out)]
    kept = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    started = time.perf_counter()
    subprocess.run(call, check=True, capture_output=True, timeout=600, env=kept)
    return time.perf_counter() - started


@click.command()
@click.option("--count", default=100_000, show_default=True, help="Agency-years.")
@click.option("--faults", default=1, show_default=True, help="Of a thousand, with a wrong digit.")
@click.option("--seed", default=1, show_default=True)
def main(count: int, faults: int, seed: int) -> None:
    """Measure, and print one line."""
    with tempfile.TemporaryDirectory(prefix="sucharit-speed-") as folder:
        table = Path(folder) / "table.csv"
        write_table(table, _FEW, faults, seed)
        auditing(table, Path(folder) / "first")
        written = write_table(table, count, faults, seed)
        audited = auditing(table, Path(folder) / "out")
        read = reading(table)
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = table.stat().st_size / 2**20
        print(
            f"{written} agency-years ({size:.0f} MiB, {faults} faults of a thousand), "
            f"{os.cpu_count()} cores: pandas {read:.2f} s, audit {audited:.2f} s, "
            f"ratio {audited / read:.1f}, largest process {largest:.0f} MiB"
        )


if __name__ == "__main__":
    main()
