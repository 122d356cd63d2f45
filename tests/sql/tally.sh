# Sourced by the tests of this folder, which run under infra/local/test-services: what holds, what does not, and how many.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
passed=0 failed=0
server=${SSR_TEST_POSTGRES:?run this under infra/local/test-services}
export PGOPTIONS=--client-min-messages=warning

on() { local name=$1; shift; psql -X -q -At -v ON_ERROR_STOP=1 -d "$server dbname=$name" "$@"; }
new_database() { on postgres -c "CREATE DATABASE $1 ${2:+TEMPLATE $2}"; }
ok() { passed=$(( passed + 1 )); }
wrong() { failed=$(( failed + 1 )); echo "  FAIL  $1"; }
# holds SENTENCE COMMAND...: COMMAND must succeed.  fails SENTENCE COMMAND...: it must not.
holds() { local what=$1; shift; if "$@" >/dev/null 2>&1; then ok; else wrong "$what"; fi; }
fails() { local what=$1; shift; if "$@" >/dev/null 2>&1; then wrong "$what"; else ok; fi; }
# lines FILE...: psql prints `ok …` and `FAIL …`, each a test; a file that stops half way is one more that failed.
lines() {
    local line told code=0
    told=$(on "$@") || code=$?
    while IFS= read -r line; do
        case $line in "ok "*) ok ;; "FAIL "*) wrong "${line#FAIL }" ;; ?*) wrong "not understood: $line" ;; esac
    done <<<"$told"
    (( ! code )) || wrong "psql $* ended with $code"
}
finish() { echo "$1: $passed passed, $failed failed"; (( failed == 0 && passed > 0 )); }
