"""The service over HTTP, on the standard library's server.

Threat: whatever reaches the port. Every page of a browser may read the answers (the API asks for
that), so nothing but the list of bodies is served, nothing is written, and requests are bounded in
size, number and time. It listens on loopback unless told otherwise.
"""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from parsers.errors import UsageError
from pipeline.reconcile import answers
from pipeline.reconcile.entities import Entities
from pipeline.reconcile.queries import BadQuery, read_batch, read_extension

_LARGEST = 8 * 2**20
"""Bytes of a request's body."""
_SECONDS = 30
"""How long a client may take to send a request."""
_DIGITS = 9
"""Digits of a number of suggestions."""
_HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")
_CALLBACK = re.compile(r"[A-Za-z_$][\w$]{0,99}(?:\.[A-Za-z_$][\w$]{0,99}){0,4}", re.ASCII)
"""A function's name, and nothing that could be a program of its own."""
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
}


class Service(ThreadingHTTPServer):
    """A server of one list of bodies."""

    daemon_threads = True

    def __init__(self, host: str, port: int, entities: Entities) -> None:
        self.entities = entities
        super().__init__((host, port), _Handler)

    @property
    def address(self) -> str:
        """The URL that clients are given."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


def open_service(host: str, port: int, entities: Entities) -> Service:
    """A service bound to its port, not yet serving. Raises `UsageError` for a port that is taken
    and a host that is not this machine's."""
    try:
        service = Service(host, port, entities)
    except OSError as error:
        raise UsageError(
            "port-unavailable",
            f"{host}:{port} cannot be served on ({error.strerror}). Name another port with --port.",
            f"เปิดบริการที่ {host}:{port} ไม่ได้ ({error.strerror}) กรุณาระบุพอร์ตอื่นด้วย --port",
        ) from error
    # The first query should not pay for reading the lists.
    _ = entities.register, entities.keys
    return service


class _Handler(BaseHTTPRequestHandler):
    server: Service
    callback = ""
    protocol_version = "HTTP/1.1"
    server_version = "sucharit"
    sys_version = ""
    timeout = _SECONDS

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self._answer(url.path, url.query)

    def do_POST(self) -> None:
        body = self._body()
        if body is None:
            return
        if body and self.headers.get_content_type() == "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send queries as a form, not as JSON")
            return
        url = urlsplit(self.path)
        self._answer(url.path, f"{url.query}&{body}")

    def do_OPTIONS(self) -> None:
        self._send(HTTPStatus.NO_CONTENT, b"", "")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _body(self) -> str | None:
        """The body of the request; None where it was refused."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self._refuse(HTTPStatus.LENGTH_REQUIRED, "Content-Length is missing")
            return None
        if int(length) > _LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {_LARGEST} bytes")
            return None
        return self.rfile.read(int(length)).decode("utf-8", errors="replace")

    def _answer(self, path: str, encoded: str) -> None:
        entities = self.server.entities
        parts = [unquote(part) for part in path.split("/") if part]
        try:
            given = _parameters(encoded)
            self.callback = _callback(given)
            prefix = given.get("prefix", "")
            match parts:
                case [] | ["reconcile"]:
                    self._json(self._reconcile(given))
                case ["suggest", "entity"]:
                    cursor = _cursor(given.get("cursor", ""))
                    self._json(answers.suggest_entities(prefix, cursor, entities))
                case ["suggest", "property"]:
                    self._json(answers.suggest_properties(prefix))
                case ["suggest", "type"]:
                    self._json(answers.suggest_types(prefix, entities))
                case ["properties"]:
                    self._json(answers.proposed_properties(given.get("type", "")))
                case ["preview" | "agency", identity] if identity in entities.by_id:
                    page = answers.page(entities.by_id[identity], entities)
                    self._send(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8")
                case _:
                    self._refuse(HTTPStatus.NOT_FOUND, "there is nothing at this address")
        except BadQuery as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))

    def _reconcile(self, given: dict[str, str]) -> answers.Json:
        entities = self.server.entities
        if "queries" in given:
            return answers.results(read_batch(given["queries"]), entities)
        if "extend" in given:
            return answers.extension(*read_extension(given["extend"]), entities)
        return answers.manifest(self._base(), entities)

    def _base(self) -> str:
        host = self.headers.get("Host", "")
        return f"http://{host}" if _HOST.fullmatch(host) else self.server.address

    def _json(self, answer: answers.Json) -> None:
        """The answer as JSON, or as a call of the function that an old client names (JSONP)."""
        if self.callback:
            script = f"/**/{self.callback}({json.dumps(answer)});".encode()
            self._send(HTTPStatus.OK, script, "application/javascript; charset=utf-8")
            return
        # Half a surrogate pair, which JSON may hold, has no UTF-8: it goes back escaped.
        data = json.dumps(answer, ensure_ascii=False).encode(errors="backslashreplace")
        self._send(HTTPStatus.OK, data, "application/json; charset=utf-8")

    def _refuse(self, status: HTTPStatus, said: str) -> None:
        told = json.dumps({"status": "error", "message": said}, ensure_ascii=False)
        data = told.encode(errors="backslashreplace")
        self.close_connection = True
        self._send(status, data, "application/json; charset=utf-8")

    def _send(self, status: HTTPStatus, data: bytes, media_type: str) -> None:
        self.send_response(status)
        for name, value in _CORS.items():
            self.send_header(name, value)
        if media_type:
            self.send_header("Content-Type", media_type)
        self.send_header("X-Content-Type-Options", "nosniff")
        if status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Nothing: what people look up is their own affair."""


def _parameters(encoded: str) -> dict[str, str]:
    """The last value of each parameter of a query string or form."""
    try:
        found = parse_qs(encoded, keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise BadQuery(str(error)) from error
    return {name: values[-1] for name, values in found.items()}


def _cursor(given: str) -> int:
    """How many suggestions the client has seen; 0 where it does not say so in a number."""
    return int(given) if given.isdecimal() and len(given) <= _DIGITS else 0


def _callback(given: dict[str, str]) -> str:
    """The function that is to be called with the answer; empty for plain JSON."""
    name = given.get("callback", "")
    if name and not _CALLBACK.fullmatch(name):
        raise BadQuery("callback must be the name of a function")
    return name
