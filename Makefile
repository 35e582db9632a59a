# kg: `make` lists the targets. Everything is installed into .venv, from constraints.txt.

PYTHON ?= python3
SEED := seeds/000_b3681564877a6439.txt
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test lint types check approve gallery clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

.venv/python: ; @$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer: make PYTHON=python3.11 ...")' && $(PYTHON) -m venv .venv && $(PIP) install --upgrade pip && touch $@

.venv/kg: .venv/python pyproject.toml constraints.txt ; @$(PIP) install -c constraints.txt -e . && touch $@

.venv/dev: .venv/kg ; @$(PIP) install -c constraints.txt -e '.[dev]' && touch $@

demo: .venv/kg ## install kg and build the seed article's graph into output/
	@$(BIN)/kg build $(SEED)

test: .venv/dev lint types check ## install all and run what CI runs

lint: .venv/dev ## check style and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/dev ## check types
	@$(BIN)/mypy

check: .venv/dev ## run the tests
	@$(BIN)/pytest -n 2 --nbmake kg tests notebooks

approve: .venv/dev ## accept the present result as golden: read the difference first
	@$(BIN)/kg build $(SEED) && $(BIN)/python tests/approve.py

gallery: .venv/kg ## draw the pictures of docs/gallery.md anew
	@$(BIN)/python docs/gallery.py

clean: ## remove the environment and all caches
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
