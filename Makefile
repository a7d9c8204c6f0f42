# Every command of the project. `make` alone lists them.
BIN := .venv/bin
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test lint unused bench sbom clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## serve the app on http://127.0.0.1:8501; the first time it installs what is needed
	@sh scripts/install.sh requirements.lock
	@$(BIN)/python -m data prepare
	@exec $(BIN)/streamlit run serve.py

test: lint ## check everything: lint, types, unit, page and browser tests
	@sh scripts/browser.sh
	@sh scripts/office.sh
	@# After a crash of one of its processes pytest-xdist would wait forever for the tests it held.
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 0 \
		--durations 25

lint: ## check style, imports and types
	@sh scripts/install.sh requirements-dev.lock
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

unused: ## list code that nothing uses (tests do not count)
	@sh scripts/install.sh requirements-dev.lock
	@$(BIN)/vulture

bench: ## measure speed and quality beside the alternatives
	@sh scripts/install.sh requirements-dev.lock
	@for file in benchmarks/[a-z]*.py; do \
		echo "== $$file"; $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1; \
	done

sbom: ## write the list of all software it is made of (CycloneDX) and check the licences
	@sh scripts/install.sh requirements-dev.lock
	@mkdir -p build
	@$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible --of JSON -o build/sbom.cdx.json
	@$(BIN)/python -m scripts.check_licences

clean: ## remove what was made; the store with your data stays
	@rm -rf .venv build .import_linter_cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
