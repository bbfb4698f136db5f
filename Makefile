# Everything starts here: `make demo`, `make test`, `make bench`, `make lint`.
# Each installs what it needs first, into .venv; a second call finds it there and goes straight on.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
BROWSER := $(VENV)/.browser

.PHONY: help install demo test bench chaos lint constraints clean

help:
	@echo "make demo    file a sample roster of twelve people on the bundled portal"
	@echo "make test    the quick checks of make lint, then the whole test suite"
	@echo "make bench   our time per case beside a hand-written script's"
	@echo "make chaos   the program killed 200 times and taken up again: nobody filed twice, nobody lost"
	@echo "make lint    ruff, mypy, and the flows"
	@echo "make constraints   take the newest versions of what we build on"
	@echo "make clean   remove what these commands made"

install: $(BROWSER)

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev --constraint constraints.txt
	@touch $@

$(BROWSER): $(INSTALLED)
	$(BIN)/portal doctor --install
	@touch $@

demo: $(BROWSER)
	$(BIN)/portal demo

test: $(BROWSER) lint
	$(BIN)/python -m pytest -n 2 --dist worksteal

bench: $(BROWSER)
	$(BIN)/python -m benchmarks

chaos: $(BROWSER)
	$(BIN)/python -m benchmarks.chaos

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/portal lint

constraints: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable . --group dev
	{ sed -n '/^#/p' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable | sort -f; } > constraints.new
	mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) demo demo-* dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
