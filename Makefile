# Two commands to start with: `make account` and `make test`. `make check` is what decides whether a change lands.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := src tests scripts
GOLD ?= ../shared/gold

.PHONY: help account correction pictures test check format lint types imports quality train bench lock clean

help:
	@echo "make account     the main job on examples/najin     make check   everything that must hold before a change lands"
	@echo "make test        the tests                          make bench   speed, as ratios to bare spaCy and to plain reading"
	@echo "make correction  one figure corrected, its trace    make lock    pin the dependencies anew"
	@echo "make train       what learning would add to rules   make clean   remove what was set up"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "waybill: needs Python 3.11 or newer; try make PYTHON=python3.12")'
	@echo "[1/3] making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "[2/3] installing what Waybill needs, by hash (about a minute)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "[3/3] installing Waybill"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "[+] installing what the tests and checks need, by hash"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

account: $(VENV)/.run
	@$(BIN)/waybill account examples/najin --out out/najin --force
	@echo "The report: out/najin/account.md   The data: out/najin/account.json"

correction: export WAYBILL_LEDGER := out/correction.sqlite
correction: $(VENV)/.run
	@mkdir -p out && rm -f $(WAYBILL_LEDGER)*
	@$(BIN)/waybill account examples/najin/calder-wire.txt --out out/correction --force > out/correction.txt
	@$(BIN)/waybill judge correct Q2 asserter="US officials" --why "the picture shows it, but officials say it"
	@$(BIN)/waybill explain Q2
	@$(BIN)/waybill account --out out/correction --force > out/correction.txt
	@$(BIN)/waybill verify
	@echo "The report, with the correction in its place: out/correction/account.md"

# The pictures of examples/najin in the README; a test tells when they are out of date.
pictures: $(VENV)/.run
	@$(BIN)/python scripts/make_pictures.py

test: $(VENV)/.dev
	@$(BIN)/python -m pytest

check: format lint types imports test quality

format: $(VENV)/.dev
	@$(BIN)/ruff format --check $(SOURCES)

lint: $(VENV)/.dev
	@$(BIN)/ruff check $(SOURCES)

types: $(VENV)/.dev
	@$(BIN)/mypy

imports: $(VENV)/.dev
	@$(BIN)/lint-imports --no-cache

quality: $(VENV)/.dev
	@$(BIN)/python scripts/quality.py $(GOLD) --floors quality/floors.json

train: $(VENV)/.run
	@$(BIN)/python scripts/marked_gold.py attribution $(VENV)/corpus --split train
	@$(BIN)/python scripts/ranker.py $(VENV)/corpus $(GOLD)/attribution/dev

bench: $(VENV)/.dev
	@$(BIN)/python scripts/bench.py

# uv, if installed, pins for every platform at once; no registry's address enters the files.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header requirements.in -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header requirements-dev.in -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) out build
