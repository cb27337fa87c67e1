"""A running service over a small register."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.reconcile.entities import Entities, load_entities
from pipeline.reconcile.server import Service, open_service
from tests.pipeline.reconcile.client import REGISTER, Client


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "bodies.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def entities(register: Path) -> Entities:
    return load_entities(register, None)


@pytest.fixture(scope="module")
def service(entities: Entities) -> Iterator[Service]:
    with open_service("127.0.0.1", 0, entities) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def client(service: Service) -> Client:
    return Client(service.address)
