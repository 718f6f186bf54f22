.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help environment experiment test lint types check data model benchmark agreement clean

help:  ## list every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  \033[36m%-14s\033[0m %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[develop]'
	@touch $@

environment: $(READY)  ## create the environment in .venv

experiment: $(READY)  ## run experiments/default.toml: metrics, figures, report (about two minutes)
	$(BIN)/detente experiment experiments/default.toml

test: $(READY)  ## run all tests, the README and the docstrings among them
	$(BIN)/pytest

lint: $(READY)  ## check style, formatting and who imports whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(READY)  ## check types, strictly
	$(BIN)/mypy

check: lint types test  ## everything that must pass before a change lands

data: $(READY)  ## fetch all foreign corpora (about 80 MB, from their public repositories)
	$(BIN)/detente corpora fetch

model: $(READY)  ## train the model that ships on authored and gold, and write data/model (about five minutes; needs make data)
	$(BIN)/detente train data/model

benchmark: $(READY)  ## measure speed and memory of the predictor, the reader and the loaders
	$(BIN)/python benchmarks/predictor.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/corpora.py

agreement: $(READY)  ## how well coders agree: gold, the CAMEO rounds, authored, contrast
	for source in gold cameo-rounds authored contrast; do $(BIN)/detente agreement $$source; done

clean:  ## remove the environment and everything made by tools
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
