"""A plain HTTP client of the reconciliation service, which holds answers to their schemas.

``schemas.json`` holds schemas of our own, written after the specification.
"""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import jsonschema

SCHEMAS = json.loads(Path(__file__).with_name("schemas.json").read_text(encoding="utf-8"))
REGISTER = """kind,name,district,province,code,succeeds
อบต.,แม่ตืน,ลี้,ลำพูน,A1,
ทต.,แม่ตืน,ลี้,ลำพูน,A2,A1
อบต.,นาดี,เมืองอุดรธานี,อุดรธานี,B1,
อบต.,นาดี,นาดี,ปราจีนบุรี,B2,
อบต.,นาดีใหญ่,นาดี,ปราจีนบุรี,B3,
อบจ.,อุดรธานี,เมืองอุดรธานี,อุดรธานี,C1,
เทศบาลนคร,อุดรธานี,เมืองอุดรธานี,อุดรธานี,C2,
"""
UPGRADED = "subdistrict-municipality-แม่ตืน-ลี้-ลำพูน-a2"


class Client:
    """A plain HTTP client."""

    def __init__(self, address: str) -> None:
        self.netloc = urlsplit(address).netloc

    def ask(
        self, path: str, form: dict[str, str] | None = None, method: str = "", **headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(self.netloc, timeout=10)
        body = urlencode(form) if form is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        connection.request(method or ("POST" if form else "GET"), path, body, {**kind, **headers})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def json(self, path: str, schema: str, form: dict[str, str] | None = None) -> Any:
        answer, data = self.ask(path, form)
        assert answer.status == 200, data
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Content-Type"].startswith("application/json")
        return valid(schema, json.loads(data))

    def one(self, **query: Any) -> list[dict[str, Any]]:
        """The candidates of a single query."""
        batch = valid("query-batch", {"q0": query})
        found = self.json("/", "result-batch", {"queries": json.dumps(batch)})
        result: list[dict[str, Any]] = found["q0"]["result"]
        return result


def valid(schema: str, value: Any) -> Any:
    checked = {**SCHEMAS[schema], "$defs": SCHEMAS["$defs"]}
    jsonschema.Draft202012Validator(checked).validate(value)
    return value


def matched(candidates: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in candidates if one["match"]]
