# Both targets set up what is missing and share one release build.
RELEASE = .build/release
export SWIFT_BACKTRACE = enable=no

.PHONY: demo test setup build lint data clean

# The main job on the embedded data: what is owed on a good, and what an action does.
demo: build
	@scripts/demo $(RELEASE)/tarifa

# Everything continuous integration checks.
test: setup lint
	swift build -c release --build-tests -Xswiftc -warnings-as-errors
	swift test -c release --skip-build --disable-testable-imports
	scripts/check-dependencies
	$(RELEASE)/tarifa law check Law
	$(RELEASE)/tarifa data verify
	scripts/web-tests
	scripts/wheel --test
	scripts/spark-test
	scripts/fuzz 30

setup:
	@scripts/setup

build: setup
	swift build -c release --product tarifa

lint:
	swift format lint --strict --parallel --configuration .swift-format -r Sources Tests Package.swift

# Rebuilds the shipped set from the official files: make data RAW=DIR
data:
	swift build -c release --product databuild
	$(RELEASE)/databuild --raw $(RAW) --out Data

clean:
	rm -rf .build
