"""What holds for the repository as a whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Set
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


GENERATED = {".venv", ".git", "outputs", "build", "dist", "__pycache__"}


def tracked() -> list[Path]:
    """The files of the repository; in a copy without git, all but what is generated."""
    if not (ROOT / ".git").exists():
        found = (path for path in ROOT.rglob("*") if path.is_file())
        return [p for p in found if not GENERATED & set(p.relative_to(ROOT).parts)]
    done = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - git as found on the path
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_tracked_file_is_larger_than_a_megabyte() -> None:
    assert [path for path in tracked() if path.stat().st_size > 1_000_000] == []


def test_no_tracked_file_names_a_package_registry() -> None:
    hosts = re.compile(
        "|".join([r"pypi\." + "org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs"])
    )
    texts = [path for path in tracked() if path.suffix not in (".pdf", ".pyc")]
    found = [
        path for path in texts if hosts.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    modules = [path for path in tracked() if path.suffix == ".py"]
    silent = [path for path in modules if not ast.get_docstring(ast.parse(path.read_text()))]
    assert silent == []


def test_no_module_of_the_program_grows_out_of_hand() -> None:
    modules = [p for p in tracked() if p.suffix == ".py" and p.parts[len(ROOT.parts)] != "tests"]
    assert [p for p in modules if len(p.read_text().splitlines()) > 600] == []


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_rules_in_the_documentation_are_those_of_the_program() -> None:
    from pipeline.audit.catalogue import rules_markdown

    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_markdown()


@pytest.mark.parametrize("call", [["--help"], ["ingest", "--help"], ["--version"]])
def test_help_answers_without_importing_what_is_heavy(call: list[str]) -> None:
    heavy = ["pandas", "pythainlp", "pdfplumber", "pydantic", "rich", "numpy", "lxml", "rapidfuzz"]
    program = (
        "import sys\nfrom pipeline.cli import main\n"
        f"try:\n    main({call!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_every_command_and_option_stands_in_the_documentation() -> None:
    import click

    from pipeline.cli import main

    text = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")
    for name, command in main.commands.items():
        context = click.Context(command, info_name=f"sucharit {name}")
        assert f"```text\n{command.get_help(context)}\n```" in text, name


def test_no_modules_import_each_other_in_a_circle() -> None:
    from graphlib import TopologicalSorter

    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for folder in ("parsers", "pipeline", "corpus", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if path.name != "__main__.py"
    }
    graph = {name: _imported(path, modules.keys()) - {name} for name, path in modules.items()}
    for name, names in graph.items():
        graph[name] = {one for one in names if modules[one].name != "__init__.py"}
    assert list(TopologicalSorter(graph).static_order())


def _imported(path: Path, modules: Set[str]) -> set[str]:
    """The modules that a file imports anywhere, in functions and for types alone too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & set(modules)
