# Everything a person or a machine does with this repository, by name.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WEB := .web
WEB_STAMP := $(WEB)/.installed
export HF_HUB_OFFLINE := 1
export RAY_USAGE_STATS_ENABLED := 0

.PHONY: help run test test-web web-types check fmt bench golden clean

help: ## Say what can be done here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Castmates needs Python 3.11: apt-get install python3.11 python3.11-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv module is missing: apt-get install python3.11-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@echo "Installing about 140 packages; this takes three minutes."
	@# The lock is complete, so pip need not and must not pull in what it leaves out (CUDA, notebooks).
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'import torch' 2>/dev/null || { \
	  echo "torch came as a build for GPUs. Put its CPU build in with"; \
	  echo "  $(BIN)/pip install --no-deps torch==2.13.0+cpu --index-url ADDRESS"; \
	  echo "where ADDRESS is PyTorch's own index of CPU builds, and call make again."; exit 1; }
	@touch $(STAMP)

run: $(STAMP) ## Set everything up and start the server
	$(BIN)/castmates serve

test: $(STAMP) ## Run the default tests
	$(BIN)/python -m pytest

# Chromium and Node.js are the system's; the rest goes into .venv and .web, which git ignores.
$(WEB_STAMP): $(STAMP) requirements-web.txt tests/web/package.json tests/web/package-lock.json
	@for program in chromium npm; do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	  [ -z "$$missing" ] || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $$missing; } || \
	  { echo "The browser tests need$$missing: apt-get install$$missing"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements-web.txt
	@mkdir -p $(WEB)
	cp tests/web/package.json tests/web/package-lock.json $(WEB)/
	npm ci --prefix $(WEB) --ignore-scripts --no-audit --no-fund --silent
	@touch $(WEB_STAMP)

test-web: $(WEB_STAMP) ## Walk the app in a browser; installs what that needs
	$(BIN)/python -m pytest tests/web -m web

web-types: $(WEB_STAMP) ## Write the app's types anew after the API changed
	rm -f api/web/types/api.d.ts
	$(BIN)/python -m pytest tests/web/test_types.py -m web --golden

check: $(STAMP) ## Run lint, format check and every test, the slow ones too
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest -m "not web" --hypothesis-profile=drawn

fmt: $(STAMP) ## Put the code in its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP) ## Measure against floors of the same run and write bench.json
	$(BIN)/python -m benchmarks

golden: $(STAMP) ## Write the golden files that are missing
	$(BIN)/python -m pytest --golden tests/domain tests/api tests/render_cluster

clean: ## Remove the virtual environment and caches, never data
	rm -rf $(VENV) $(WEB) .pytest_cache .ruff_cache .hypothesis .import_linter_cache castmates.egg-info
