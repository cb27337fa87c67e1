# Each target sets up what it needs; a second run costs nothing.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench format lock clean help

help:
	@echo "make run    ingest corpus/reports into outputs/"
	@echo "make test   run every test"
	@echo "make check  format, lint and types"
	@echo "make bench  measure on generated reports, into benchmarks/results.md"
	@echo "make format write the format"
	@echo "make lock   pin every dependency anew, with hashes"
	@echo "make clean  remove the environment and caches"

$(READY): pyproject.toml constraints.txt .ci/setup
	@sh .ci/setup $(VENV)
	@touch $@

run: $(READY)
	$(BIN)/sucharit ingest corpus/reports --out outputs

test: $(READY)
	$(BIN)/python -m pytest -n auto

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m benchmarks

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY)
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --all-extras --all-build-deps --generate-hashes \
	    --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	    --upgrade --output-file constraints.txt pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
