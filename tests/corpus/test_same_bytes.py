"""The same seed gives the same bytes: in another process, in another zone of time, in every
container that needs no program of the machine (a browser's bytes are its own)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from corpus.containers import CONTAINERS

WRITE = """
import sys
from pathlib import Path
from random import Random
from corpus.containers import CONTAINERS
from corpus.layouts import LAYOUTS
for container in CONTAINERS.values():
    if container.needs is None:
        report = LAYOUTS["merged-down"](Random(11))
        container.write(report, Path(sys.argv[1]) / f"{container.name}{container.suffix}", Random(12))
"""
DAY = "UTC-26"
"""A zone of time in which it is another day."""


def test_every_container_has_the_same_bytes_in_another_process_and_zone_of_time(
    tmp_path: Path,
) -> None:
    written = []
    for folder, seed, zone in (("a", "1", "UTC"), ("b", "2", DAY)):
        (tmp_path / folder).mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run(
            [sys.executable, "-c", WRITE, str(tmp_path / folder)], check=True, env=environment
        )
        written.append({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()})
    assert len(written[0]) == sum(container.needs is None for container in CONTAINERS.values())
    assert [name for name in written[0] if written[0][name] != written[1][name]] == []


def test_files_hold_no_time_of_their_making(tmp_path: Path) -> None:
    import re
    import zipfile
    from datetime import UTC, datetime
    from random import Random

    from corpus.layouts import LAYOUTS

    today = f"{datetime.now(UTC):%Y%m%d}".encode()
    for name in ("docx", "xlsx", "pdf", "pdf-fpdf", "pdf-typst", "pdf-split", "scan-200",
                 "scan-tables"):  # fmt: skip
        container = CONTAINERS[name]
        path = tmp_path / f"{name}{container.suffix}"
        container.write(LAYOUTS["cards"](Random(3)), path, Random(4))
        assert today not in re.sub(rb"[-:T]", b"", path.read_bytes()[-4000:])
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                assert {member.date_time[0] for member in archive.infolist()} == {2024}
