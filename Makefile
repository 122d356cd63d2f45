# The front door. Each target is one line; the work is in infra/.
.PHONY: help run up down reset status test test-unit test-integration test-handlers test-wire test-browser test-storm lint lint-headers \
	format bench bench-data check-data psql release

help: ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 18
run: ## install, build, start everything in the foreground; Ctrl-C stops it
	@infra/local/run
up: ## the same in the background; returns when every handler is ready
	@infra/local/up
down: ## stop what `make up` started; the data stays
	@infra/local/stop
reset: ## stop and delete the data
	@infra/local/reset
status: ## what runs, and where to find it
	@infra/local/status
test: ## all tests; the last line counts them
	@infra/local/run-tests unit integration handlers wire browser storm
test-unit: ## values, rules, forms, rendering: no servers
	@infra/local/run-tests unit
test-integration: ## domains against real Postgres and Redis
	@infra/local/run-tests integration
test-handlers: ## the routes of each handler, in process
	@infra/local/run-tests handlers
test-wire: ## built binaries behind the real nginx
	@infra/local/run-tests wire
test-browser: ## the journeys in Chromium
	@infra/local/run-tests browser
test-storm: ## 200 people buy, renew, cancel and have money back while handlers are killed and Postgres falls
	@infra/local/run-tests storm
lint: ## layers, templates, shell, formatting
	@infra/local/lint
lint-headers: ## every header compiles alone
	@infra/bin/check-headers
format: ## format the C++ sources
	@infra/local/format
bench: ## the benchmarks on the running instance, one JSON object a line
	@infra/local/bench
bench-data: ## the large tables for the benchmarks, into the running instance (SSR_BENCH_PEOPLE, 1000000)
	@infra/local/on-instance infra/local/bench-data
check-data: ## every invariant on the running instance; 1 where one is broken
	@infra/local/on-instance infra/local/check-data
psql: ## a psql on the running instance
	@infra/local/psql
release: ## HANDLER=auth: pack one handler's release archive
	@infra/local/release $(HANDLER)
