# Kindhum's errands. `make run` and `make test` need nothing but Go, make and bash
# beforehand, on Debian or Ubuntu; `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Only the UI goroutine touches Fyne: its own checks for older programs stay off.
TAGS := migrated_fynedo
FUZZ_SECONDS ?= 5
# A checkout that belongs to another user, as in a container, has no version to stamp.
export GOFLAGS := $(strip $(GOFLAGS) -buildvcs=false)
export GO_TAGS := $(TAGS)

FOLDERS := app assets audio cmd

.PHONY: help run test check build lint rules test-unit test-e2e fuzz cross bench bench-window soak clean

help: ## list what can be made
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: ## install what is missing, build, open the window
	@assets/linux/packages build
	@$(MAKE) --no-print-directory build
	build/kindhum

test: ## install what the tests need, and run all of them
	@assets/linux/packages test
	@$(MAKE) --no-print-directory check

# One after the other and the quick ones first: the first failure ends it.
check: ## all tests, installing nothing
	@for step in lint rules test-unit cross fuzz desktop test-e2e; do \
	  echo "== $$step"; $(MAKE) --no-print-directory $$step; \
	done
	@echo "all of it holds"

# The linker leaves the program in the page cache in pieces of 2 MB, and the kernel maps a whole piece for
# every page of it that is touched. A copy lies there in small ones, as an installed program does: the
# player and the sound take half the memory from it.
build: ## build build/kindhum
	go build -tags $(TAGS) -trimpath -ldflags="-s -w -buildid=" -o build/linked ./cmd/kindhum
	cp build/linked build/copied && mv -f build/copied build/kindhum && rm build/linked

lint: ## formatting, go vet, staticcheck, shellcheck
	@unformatted=$$(go tool gofumpt -l $(FOLDERS)); \
	if [ -n "$$unformatted" ]; then echo "not as gofumpt -w leaves them:" $$unformatted >&2; exit 1; fi
	go vet -tags $(TAGS),e2e ./...
	go tool staticcheck -tags $(TAGS),e2e ./...
	shellcheck .ci/run $$(grep -lE '^#!.*sh$$' assets/linux/*)

rules: ## who imports whom, and the sizes of things
	go test -count=1 ./app

# The race detector compiles everything once more, and Fyne's C part takes minutes. What stands on
# that part is tested without it, and so is the signal processing, which takes ten times as long under
# it and has no goroutine (make rules holds that). All that has goroutines of ours in it is tested with it.
FYNE := fyne\.io/fyne/v2/app
SIGNAL := kindhum/audio/synth|kindhum/audio/measure|kindhum/audio/export
test-unit: ## unit tests and goldens
	go test -race -timeout 5m $$(go list -tags $(TAGS) -f '{{.ImportPath}} {{join .Deps " "}} ' ./... | grep -v ' $(FYNE) ' | cut -d' ' -f1 | grep -vE '^($(SIGNAL))$$')
	go test -run '^TestNoWishClicks' ./audio
	go test -tags $(TAGS) -timeout 10m ./audio/synth ./audio/measure ./audio/export $$(go list -tags $(TAGS) -f '{{.ImportPath}} {{join .Deps " "}} ' ./... | grep ' $(FYNE) ' | cut -d' ' -f1)

test-e2e: build ## the real program on a private desktop, measured
	go test -tags $(TAGS),e2e -count=1 -timeout 8m -run '^TestProgram' ./cmd/kindhum

fuzz: ## every fuzz target for FUZZ_SECONDS (5)
	assets/linux/fuzz $(FUZZ_SECONDS)

cross: ## compile without cgo what does not need Fyne, for Windows and macOS
	assets/linux/cross

# What is claimed of the sound: its cost, how soon a wish is heard, and ten minutes (or MINUTES) of it recorded.
MINUTES ?= 10
bench: build ## what synthesis and the tone cost, how soon wishes are heard, and MINUTES (10) of recorded sound
	go test -run '^$$' -bench . -benchmem ./audio/synth ./audio/export
	go test -tags $(TAGS),e2e -count=1 -timeout 5m -v -run '^TestCost' ./cmd/kindhum
	go test -tags $(TAGS),e2e -count=1 -timeout 5m -v -run '^TestBarWishes' ./cmd/kindhum
	KINDHUM_MINUTES=$(MINUTES) go test -tags $(TAGS),e2e -count=1 -timeout 3h -v -run '^TestBar(Tone|Circle)' ./cmd/kindhum

# In Chromium, where it is installed, a page that does about the same is measured in the same run. ROUNDS of which the median counts.
ROUNDS ?= 3
bench-window: build ## what the window costs in each state, beside an empty one and a web page, how soon it opens, in ROUNDS (3), and the frames of a session of MINUTES (10)
	go build -tags $(TAGS) -trimpath -ldflags="-s -w" -o build/emptywindow ./cmd/kindhum/testdata/emptywindow
	@missed=0; \
	KINDHUM_ROUNDS=$(ROUNDS) go test -tags $(TAGS),e2e -count=1 -timeout 30m -v -run '^TestWindow(Opens|Costs|DoesNotGrow)$$' ./cmd/kindhum || missed=1; \
	KINDHUM_MINUTES=$(MINUTES) go test -tags $(TAGS),e2e -count=1 -timeout 3h -v -run '^TestWindowFrames$$' ./cmd/kindhum || missed=1; \
	exit $$missed

# Minutes for which a line is fitted: 12 where MINUTES is not given.
soak: build ## whether the window, the player or the sound grow while all is used, in MINUTES (12)
	KINDHUM_MINUTES=$(if $(filter command line environment,$(origin MINUTES)),$(MINUTES)) go test -tags $(TAGS),e2e -count=1 -timeout 3h -v -run '^TestBarGrowth$$' ./cmd/kindhum

# What a desktop reads of Kindhum, and how it gets there. Nothing is built twice: tree, the packages and what
# is installed are the same files. Under sudo, where Go may not be found and should not leave root's files, what
# make tree has laid out before is installed as it is.
PREFIX ?= /usr/local
DESTDIR ?=
# Where homepage and pictures are, such as https://kindhum.example, for software centres; without it they are told of none.
SITE ?=
export SITE
.PHONY: tree desktop install uninstall packages try-package
tree: build ## lay out in build/tree all that is installed
	@assets/linux/tree build/tree

desktop: tree ## check entry, metainfo, icons, manual, completions, installing and removing
	@assets/linux/desktop build/tree

install: ## install under PREFIX (/usr/local), or for packagers below DESTDIR
	@if [ -z "$${SUDO_USER-}" ] || [ ! -x build/tree/bin/kindhum ]; then $(MAKE) --no-print-directory tree; fi
	@assets/linux/install --from build/tree --prefix "$(PREFIX)" --destdir "$(DESTDIR)"

uninstall: ## remove what was installed under PREFIX, and nothing else
	@assets/linux/install --remove --prefix "$(PREFIX)" --destdir "$(DESTDIR)"

packages: ## a .deb, a tar.xz, the source and their checksums of the last commit, in build/packages
	@assets/linux/pack build/packages

try-package: ## packages from two folders compared, and the .deb in a bare Debian 12 (as root; minutes)
	@assets/linux/try-package

# All goldens again, where they do not hold any more, and all pictures; git shows what has changed. SCREENS is a part of
# the name of the pictures wanted, such as de-light.
SCREENS ?=
.PHONY: goldens screenshots
goldens: build ## have the goldens be what the window looks like now
	go test -tags $(TAGS) -count=1 -run Golden ./app/window -update
	go test -tags $(TAGS),e2e -count=1 -timeout 5m -run '^TestProgramCircleLooksAsItDid$$' ./cmd/kindhum -update

screenshots: build ## every screen in build/screenshots, and the README's pictures
	KINDHUM_KEEP=1 KINDHUM_SCREENS=$(SCREENS) go test -tags $(TAGS),e2e -count=1 -timeout 20m -run '^TestScreenshots$$' ./cmd/kindhum

clean: ## remove what was built
	rm -rf build
