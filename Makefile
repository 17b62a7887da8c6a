# `make demo` and `make test` do all their own set-up; everything else is for who works on doorbraak itself.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: demo test check lint types layers docs wheel-test lowest-test golden reference bench clean

demo: $(VENV)/.made
	@$(BIN)/doorbraak demo

test: $(VENV)/.made-test
	@$(BIN)/python -m pytest -n auto -q

check: lint types layers docs

lint: $(VENV)/.made-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.made-dev
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks

layers: $(VENV)/.made-dev
	$(BIN)/lint-imports

# The reference pages say what the program says.
docs: $(VENV)/.made-dev
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_blind_spots.py --check

# The commands and the content again, on an installed wheel, in a folder without the sources: all that a wheel can lack.
wheel-test: $(VENV)/.made-dev
	rm -rf build/wheel-test && mkdir -p build/wheel-test
	$(BIN)/python -m build --wheel --outdir build/wheel-test/dist .
	$(PYTHON) -m venv build/wheel-test/venv
	build/wheel-test/venv/bin/python -m pip install -q --upgrade "pip>=25.1"
	build/wheel-test/venv/bin/python -m pip install -q build/wheel-test/dist/*.whl --group test
	cp -r tests pyproject.toml build/wheel-test/
	cd build/wheel-test && venv/bin/python -m pytest -n auto -q -m 'not terminal' tests/cli tests/content

# What uses a library again, on the lowest versions that pyproject.toml allows; the tests in a pseudo-terminal take
# minutes and drive the same prompts as tests/terminal does, so they are left to `make test`.
lowest-test:
	$(PYTHON) -m venv --clear build/lowest
	build/lowest/bin/python -m pip install -q --upgrade "pip>=25.1"
	build/lowest/bin/python -m pip install -q -c constraints/lowest.txt -e . --group test
	build/lowest/bin/python -m pytest -n auto -q -m 'not terminal' tests/cli tests/files tests/terminal tests/renderers

golden: $(VENV)/.made-test
	$(BIN)/python -m pytest -q tests/renderers --update-golden

reference: $(VENV)/.made
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_blind_spots.py

bench: $(VENV)/.made-test
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) build dist

$(VENV)/.made: pyproject.toml
	@$(PYTHON) tools/make_venv.py $(VENV)
	@touch $@

$(VENV)/.made-test: pyproject.toml
	@$(PYTHON) tools/make_venv.py $(VENV) test
	@touch $@ $(VENV)/.made

$(VENV)/.made-dev: pyproject.toml
	@$(PYTHON) tools/make_venv.py $(VENV) dev
	@touch $@ $(VENV)/.made $(VENV)/.made-test
