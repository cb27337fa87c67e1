"""The Frictionless data package that describes the tables."""

from __future__ import annotations

from typing import Any

from pipeline.tables.fields import TABLES, Field, TableSchema


def data_package() -> dict[str, Any]:
    """The descriptor of all tables, made from the dictionary of fields."""
    return {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "name": "sucharit",
        "title": "Integrity and transparency assessment (ITA) of Thai public bodies, audited",
        "description": "Read from published reports; every value with its place, every total"
        " recomputed, every inconsistency flagged.",
        "description_th": "อ่านจากรายงานที่เผยแพร่ ทุกค่ามีตำแหน่งอ้างอิง คะแนนรวมทุกค่าคำนวณซ้ำ"
        " และข้อขัดแย้งทุกข้อมีคำอธิบาย",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: TableSchema) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.foreign:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [column]}}
            for column, other in table.foreign
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.en,
        "title_th": table.th,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": schema,
    }


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "description": field.en,
        "description_th": field.th,
    }
    if field.unit:
        described["unit"] = field.unit
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.enum:
        constraints["enum"] = list(field.enum)
    if constraints:
        described["constraints"] = constraints
    return described
