"""Write the dataset: CSV tables, their data package, and the account of the run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.audit.model import Audited
from pipeline.run.records import Record, write_whole
from pipeline.tables.agencies import agency_rows
from pipeline.tables.fields import (
    AGENCIES,
    AGENCY_YEARS,
    DOCUMENTS,
    FLAGS,
    MEASURES,
    RECOMMENDATIONS,
    SCORES,
    TableSchema,
)
from pipeline.tables.package import data_package
from pipeline.tables.rows import (
    Row,
    agency_year_rows,
    document_rows,
    flag_rows,
    measure_rows,
    recommendation_rows,
    score_rows,
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters at which a spreadsheet runs a cell as a formula."""


def write_dataset(
    out: Path, records: Mapping[str, Record], audited: Audited, *, excel_safe: bool = False
) -> tuple[Path, ...]:
    """Write every table whole; the files written, in order.

    ``excel_safe`` puts an apostrophe before text cells that a spreadsheet would run.
    """
    tables: dict[TableSchema, Iterable[Row]] = {
        DOCUMENTS: document_rows(records),
        SCORES: score_rows(records, audited),
        AGENCY_YEARS: agency_year_rows(audited),
        MEASURES: measure_rows(records),
        FLAGS: flag_rows(audited),
        RECOMMENDATIONS: recommendation_rows(records),
        AGENCIES: agency_rows(records, audited),
    }
    written = []
    for table, rows in tables.items():
        path = out / f"{table.name}.csv"
        write_whole(path, to_csv(table, rows, excel_safe=excel_safe))
        written.append(path)
    package = out / "datapackage.json"
    text = json.dumps(data_package(), ensure_ascii=False, indent=2)
    write_whole(package, f"{text}\n".encode())
    return (*written, package)


def to_csv(table: TableSchema, rows: Iterable[Row], *, excel_safe: bool = False) -> bytes:
    """RFC 4180 with line feeds, in UTF-8, columns in the order of the dictionary."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    columns = table.columns
    writer.writerow(columns)
    words = {field.name for field in table.fields if field.type in ("string", "array")}
    known = frozenset(columns)
    for row in rows:
        if not row.keys() <= known:
            raise ValueError(f"{table.name} has no column {', '.join(sorted(row.keys() - known))}")
        cells = _safe(row, words) if excel_safe else row
        writer.writerow([cells.get(column, "") for column in columns])
    return text.getvalue().encode("utf-8")


def _safe(row: Row, words: set[str]) -> Row:
    return {name: neutral(value) if name in words else value for name, value in row.items()}


def neutral(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
