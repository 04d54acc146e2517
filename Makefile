# Every target sets up what it needs by itself; see CONTRIBUTING.md.
.PHONY: help run test bench pictures format lock samples bundle clean

SET_UP := sh build_spec/set_up.sh
IN_VENV := .venv/bin/python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: ## open the program on a sample; without a display leave its workbook and chart in build/output
	@$(SET_UP) runtime $(if $(DISPLAY),window)
	@$(IN_VENV) build_spec/run.py

test: ## check everything: format, lint, types, import rules, tests with coverage
	@$(SET_UP) development
	@$(IN_VENV) build_spec/gate.py

bench: ## measure the speed of the heavy parts
	@$(SET_UP) development
	@$(IN_VENV) -m pytest tests/benchmarks --benchmark-enable --benchmark-columns=min,median,rounds

pictures: ## write a picture of every main view to build/pictures, and those of the README anew
	@$(SET_UP) development
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) -m build_spec.pictures build/pictures

format: ## put the code into its standard form
	@$(SET_UP) development
	@$(IN_VENV) -m ruff format .
	@$(IN_VENV) -m ruff check --fix .

lock: ## refresh the lock files; with UPGRADE=--upgrade to the newest versions that pyproject.toml admits
	@$(SET_UP) development
	@sh build_spec/lock.sh $(UPGRADE)

samples: ## make the files in sample_data again, the same bytes each time
	@$(SET_UP) development
	@$(IN_VENV) -m build_spec.samples

bundle: ## make the program as a folder that runs without Python, in build/bundle
	@$(SET_UP) bundle window
	@$(IN_VENV) -m PyInstaller --noconfirm --clean --log-level WARN --distpath build/bundle --workpath build/pyinstaller \
		build_spec/notification_viewer.spec
	@cd / && QT_QPA_PLATFORM=offscreen "$(CURDIR)/build/bundle/notification-viewer/notification-viewer" self-check

clean: ## remove what these targets made, the environment too
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks .coverage*
