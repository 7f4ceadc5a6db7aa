# make demo   install everything, run the pipeline over seeds/ and print the events it finds
# make test   install everything, then lint, types and the fast tests
# make full   all tests, also those that take minutes
# make docs   the documentation site, in site/
# make notebook   run the notebook over the demonstration's tables
# make gate   extraction on the shipped gold against the floors
# make accuracy   measure again and write docs/accuracy.md; BENCH=DIR adds gold from elsewhere

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test full lint types docs notebook gate accuracy clean

demo: .venv/.installed
	$(BIN)/newsact run seeds/articles -o outputs/demo --overwrite
	$(BIN)/newsact show outputs/demo

test: .venv/.installed-dev lint types
	$(BIN)/pytest -m "not slow"
	@if [ -f seeds/floors.json ]; then $(MAKE) --no-print-directory gate; fi

full: .venv/.installed-dev lint types
	$(BIN)/pytest

lint: .venv/.installed-dev
	$(BIN)/ruff check pipeline tests benchmarks docs

types: .venv/.installed-dev
	$(BIN)/mypy

docs: .venv/.installed-dev
	$(BIN)/python docs/generate.py
	$(BIN)/python -m mkdocs build --strict -d site

notebook: demo .venv/.installed-dev
	$(BIN)/pytest --nbmake notebooks/analysis.ipynb

gate: .venv/.installed
	$(BIN)/newsact gate --gold seeds/gold --baseline seeds/floors.json

accuracy: .venv/.installed
	$(BIN)/newsact run seeds/gold/articles.jsonl --clean none -o outputs/accuracy --overwrite --quiet
	$(BIN)/newsact evaluate outputs/accuracy --gold seeds/gold --split dev --save benchmarks/scores/seeds-dev.json
	$(BIN)/newsact evaluate outputs/accuracy --gold seeds/gold --split test --save benchmarks/scores/seeds-test.json
	if [ -n "$(BENCH)" ]; then $(BIN)/python $(BENCH)/all.py --newsact $(CURDIR)/$(BIN)/newsact --json benchmarks/scores/gold-from-elsewhere.json; fi
	$(BIN)/python benchmarks/accuracy_page.py

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: .venv/bin/python pyproject.toml models/registry.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/newsact models install
	touch $@

.venv/.installed-dev: .venv/.installed pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv outputs/demo
