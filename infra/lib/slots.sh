# Sourced: a handler's slots. slots/HANDLER/N is a link to the release that worker N runs; `current` and `previous`
# of releases/HANDLER say which release the whole handler is on and was on.
link() { ln -sfn "$2" "$1.new" && mv -T "$1.new" "$1"; }  # atomic
place() { SSR_VAR=$SSR_VAR "$root/infra/lib/places" "$@"; }
current() { basename "$(readlink "$SSR_VAR/releases/$1/current")"; }
previous() { local to; to=$(readlink "$SSR_VAR/releases/$1/previous") && basename "$to"; }
release_of() { basename "$(readlink "$SSR_VAR/slots/$1/$2")"; }
point() { link "$SSR_VAR/slots/$1/$2" "../../releases/$1/$3"; }

# flip HANDLER SLOT RELEASE: the worker of one slot drains and comes back on RELEASE; proved by what it runs,
# and by its being the same process a moment later.
flip() {
    point "$1" "$2" "$3"
    place restart "$1" "$2" && runs "$1" "$2" "$3"
}
runs() {
    local pid exe=$SSR_VAR/releases/$1/$3/bin/handler
    wait_until 5 executes "$1" "$2" "$exe" || return 1
    pid=$(place pid "$1" "$2"); sleep "${SSR_SETTLE_SECONDS:-0.3}"
    [[ $pid != 0 && $(place pid "$1" "$2") == "$pid" ]]
}
executes() {
    local pid; pid=$(place pid "$1" "$2")
    [[ $pid != 0 && $(readlink "/proc/$pid/exe") == "$(readlink -f "$3")" ]]
}
deploy_log() {  # deploy_log HANDLER FROM TO TEXT
    printf '{"ts":"%s","who":"%s","handler":"%s","from":"%s","to":"%s","what":"%s"}\n' \
        "$(date -u +%FT%TZ)" "$(id -un)" "$1" "$2" "$3" "${4//\"/\'}" >>"$log/deploys.log"
}
