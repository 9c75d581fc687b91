# What a newcomer needs: `make demo` and `make test`. Everything else is for those who change the code.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help env demo demo-data test test-engines check fix docs bench fuzz drill-kill drill-insider drill-publish bench-deadline bench-measure bench-publish bench-report bench-score pins messages clean

BIN := .venv/bin
PYTHON ?= python3
# Folders of the demo; `make demo-data DATA=dir OUT=dir` puts it elsewhere.
DATA ?= .demo/data
OUT ?= .demo/site
# How long `make fuzz` takes for each reader.
FUZZ_SECONDS ?= 60
# How many reports `make drill-kill` sends to each database, and how `make bench-deadline` is scaled.
N ?= 20000
MINUTES ?= 10
AGENCIES ?= 300
# How many generated registers `make test-engines` compares.
CASES ?= 1000
# How many dossiers `make bench-measure` makes (50 bytes each on disk) and measures. What was made stays in
# MEASURE_DATA=dir, else it is removed; CHART=10000000,30000000 draws the cost of these sizes into SVG=file instead.
ROWS ?= 10000000
MEASURE_DATA ?=
CHART ?=
SVG ?= measure-cost.svg
# How large the programme of `make bench-publish` is.
COMMUNES ?= 3321
TASKS ?= 400
YEARS ?= 10

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

env: .venv/.complete ## make the environment in .venv, nothing else

.venv/.complete: requirements/dev.txt pyproject.toml tools/env
	@PYTHON=$(PYTHON) tools/env
	@touch $@

demo: env ## load the model programme, publish it and serve it on this machine
	@$(BIN)/thuocdo demo --data $(DATA) --out $(OUT)

demo-data: env ## all of the demo but serving, into DATA=dir and OUT=dir
	@$(BIN)/thuocdo demo --data $(DATA) --out $(OUT) --no-serve

test: env ## every check and every test, on SQLite and on PostgreSQL
	@tools/test

.venv/.engines: .venv/.complete requirements/engines.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/engines.txt
	@touch $@

test-engines: .venv/.engines ## hold every engine to the contract over CASES=1000 registers; installs a gigabyte, needs Java 17
	@CASES=$(CASES) $(BIN)/python tools/postgres.py $(BIN)/python -m pytest -rsP \
	  tests/contract/test_engines_agree.py tests/contract/test_engines_extras.py

check: env ## lint, types, import contracts, docs; changes nothing
	@tools/check

fix: env ## put right what a tool can put right
	@$(BIN)/ruff check --fix --quiet src tests benchmarks tools || true
	@$(BIN)/ruff format --quiet src tests benchmarks tools

docs: env ## write the pages that are made from the code
	@$(BIN)/python tools/docs.py --write

bench: env ## measure; one `name: value` line for each figure
	@for file in $(filter-out benchmarks/cost_chart.py benchmarks/deadline.py benchmarks/full_size.py benchmarks/measured.py benchmarks/publish_full.py benchmarks/served.py,$(wildcard benchmarks/*.py)); do $(BIN)/python $$file; done

fuzz: env ## fuzz every reader for FUZZ_SECONDS=60 each; stops at the first finding
	@for reader in csv docx html md pdf txt xlsx; do $(BIN)/python tools/fuzz.py $$reader --seconds $(FUZZ_SECONDS) || exit 1; done

drill-kill: env ## kill -9 under N=20000 reports on SQLite and PostgreSQL; nothing acknowledged may be lost
	@env -u DATABASE_URL $(BIN)/python tools/drill_kill.py --submissions $(N)
	@$(BIN)/python tools/postgres.py $(BIN)/python tools/drill_kill.py --submissions $(N)

drill-insider: env ## attack an installation from inside; every attack has to be found by name
	@env -u DATABASE_URL $(BIN)/python tools/drill_insider.py

drill-publish: env ## kill a publication at each of its steps; readers see the old or the new, a restart finishes
	@env -u DATABASE_URL $(BIN)/python tools/drill_publish.py

bench-deadline: env ## the last hour: AGENCIES=300 bodies hand in 20 reports with 1 MB each within MINUTES=10
	@$(BIN)/python tools/postgres.py --durable $(BIN)/python benchmarks/deadline.py --minutes $(MINUTES) --agencies $(AGENCIES)
	@env -u DATABASE_URL $(BIN)/python benchmarks/deadline.py --minutes $(MINUTES) --agencies $(AGENCIES)

bench-measure: .venv/.engines ## ten ratios out of ROWS=10000000 dossiers, beside merely decoding them, pandas and Spark; or CHART=1000000,3000000
	@$(BIN)/python benchmarks/measure.py --rows $(ROWS) $(if $(MEASURE_DATA),--data $(MEASURE_DATA)) \
	  $(if $(CHART),--chart $(CHART) --svg $(SVG))

bench-publish: env ## the public site at full size: COMMUNES=3321 TASKS=400 YEARS=10; written, rewritten, served, recomputed
	@$(BIN)/python benchmarks/publish_full.py --communes $(COMMUNES) --tasks $(TASKS) --years $(YEARS)

bench-report: env ## the six-month report of the model programme: composed, checked, as .docx, .xlsx and PDF
	@$(BIN)/python benchmarks/report.py

bench-score: env ## 3,400 units × 60 criteria × 12 periods, and what one changed value moves
	@$(BIN)/python benchmarks/score.py

pins: env ## resolve requirements/*.txt anew, with hashes and without addresses
	@tools/pins

messages: env ## list English messages that have no Vietnamese words yet
	@$(BIN)/python tools/messages.py

clean: ## remove the environment, the demo and caches
	@rm -rf .venv .demo .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
