# Two commands matter: `make run` and `make test`. Both set themselves up from nothing but python3 and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help install run playground test check audit lint lock bench coverage torture simulate month demo samples clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "RunCoach needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
ifdef UV
	@test -x $(BIN)/python || uv venv -q --python $(PYTHON) $(VENV)
	@uv pip install -q --python $(BIN)/python --require-hashes -r requirements/runtime.txt
	@uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/runtime.txt
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
endif
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
ifdef UV
	@uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
else
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt
endif
	@touch $@

install: $(VENV)/.runtime ## leave the command at .venv/bin/runcoach

run: $(VENV)/.runtime ## chat with RunCoach: on Telegram with a token, else in the browser
	@$(BIN)/runcoach run

playground: $(VENV)/.runtime ## the chat page in the browser
	@$(BIN)/runcoach playground

lint: $(VENV)/.dev ## style, types and import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint ## everything: style, types, import rules, tests
	$(BIN)/pytest -n auto --dist worksteal

check: test audit ## everything, and known vulnerabilities of what it is made of

audit: $(VENV)/.dev ## known vulnerabilities of the dependencies
	$(BIN)/python -m scripts.audit

coverage: $(VENV)/.dev ## branches of core that no test of core reaches
	$(BIN)/pytest -q -n auto tests/core --cov=core --cov-branch --cov-report=term-missing:skip-covered

bench: $(VENV)/.dev ## speed, as ratios within one run
	$(BIN)/python -m tests.bench

torture: $(VENV)/.dev ## kill -9 hundreds of times, and protections taken out one by one (about an hour)
	$(BIN)/python -m tests.torture.mutants
	$(BIN)/python -m tests.torture.enrichment
	RUNCOACH_LONG=1 $(BIN)/pytest -q tests/bot/test_several_processes.py
	$(BIN)/python -m tests.torture.check_ins

simulate: $(VENV)/.dev ## a week with up to a million runners, on paper
	$(BIN)/python -m scripts.simulation

month: $(VENV)/.dev ## live a month as two runners in the playground, and check all they read (needs Chromium)
	$(BIN)/python -m scripts.month

samples: $(VENV)/.dev ## write the sample plans and sessions of docs/samples anew
	$(BIN)/python -m scripts.samples

evals: $(VENV)/.dev ## judge recorded plans; with ANTHROPIC_API_KEY, record them anew
	$(BIN)/python -m tests.evals

demo: $(VENV)/.dev ## make the README's pictures anew (needs Chromium)
	$(BIN)/python -m scripts.screenshots

lock: ## compile the pinned requirements anew (needs uv)
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 --all-extras --group build pyproject.toml --custom-compile-command "make lock" -o requirements/runtime.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 --all-extras --group build --group dev pyproject.toml --custom-compile-command "make lock" -o requirements/dev.txt

clean: ## remove what was installed and measured
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache build dist
