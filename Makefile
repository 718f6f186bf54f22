.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help environment experiment test lint types check data student teacher ladder external benchmark agreement docs notebooks clean

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

student: $(READY)  ## train the model that ships: from labels to data/model (needs make data)
	$(BIN)/detente train data/model

teacher: $(READY)  ## fine-tune the encoder and label statements for the student (hours without a GPU; needs make data)
	$(BIN)/python -m pip install --quiet --editable '.[encoder]'
	$(BIN)/detente train-encoder data/encoder --labels data/distilled/labels.parquet

ladder: $(READY)  ## every model on gold, each against the rung below, with its cost (needs make data and make teacher)
	$(BIN)/detente experiment experiments/ladder.toml

external: $(READY)  ## n-grams and the encoder on published benchmarks (needs make data and make teacher)
	$(BIN)/python -m research.external plv-sides cameo --encoder data/encoder/encoder --seeds 3
	$(BIN)/python -m research.external plv-roots --encoder data/encoder/encoder --seeds 3 --epochs 10
	$(BIN)/python -m research.external rusentne newsmtsc --encoder data/encoder/encoder
	$(BIN)/python -m research.external unscon --encoder intfloat/multilingual-e5-small  # ours has read its sentences

benchmark: $(READY)  ## measure speed and memory, peers beside us
	$(BIN)/python benchmarks/predictor.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/reading.py memory
	$(BIN)/python benchmarks/segment.py
	$(BIN)/python benchmarks/corpora.py
	$(BIN)/python benchmarks/peers.py
	$(BIN)/python benchmarks/scale.py
	$(BIN)/python benchmarks/coverage.py

agreement: $(READY)  ## how well coders agree: gold, the CAMEO rounds, authored, contrast
	for source in gold cameo-rounds authored contrast; do $(BIN)/detente agreement $$source; done
	$(BIN)/python -m research.evaluation.annotators data/articles/second data/articles/development data/articles/held data/articles/blind data/articles/last data/articles/fourth data/articles/fifth data/articles/sixth/uk

docs: $(READY)  ## build the site in docs/_build/html; its notebooks run on what is here: the fetched corpora, else what ships
	$(BIN)/sphinx-build -W -c docs -b html . docs/_build/html

notebooks: $(READY)  ## run the notebooks anew on the fetched corpora (gold, wh-briefings), and render them into the site
	$(BIN)/detente corpora fetch gold wh-briefings
	$(BIN)/sphinx-build -W -E -c docs -b html . docs/_build/html

clean:  ## remove the environment and everything made by tools
	rm -rf $(VENV) build dist docs/_build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
