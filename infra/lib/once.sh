# Sourced by those who load seeds.

# once NAME STAMP COMMAND...: not again on this cluster until STAMP (a hash of what is loaded) changes.
once() {
    local name=$1 stamp=$2; shift 2
    [[ $(cat "$SSR_VAR/done/$name" 2>/dev/null) == "$stamp" ]] && return
    "$@" >"$log/$name.log" 2>&1 || { tail -n 10 "$log/$name.log" >&2; fail "$name failed"; }
    printf '%s' "$stamp" >"$SSR_VAR/done/$name"
}

# run_built HANDLER ARGUMENT...: its current release with its settings, beside those that serve.
run_built() { "$root/infra/supervisor/with-settings" "$SSR_VAR" "$1" "$SSR_VAR/releases/$1/current" "$SSR_VAR/releases/$1/current/bin/handler" "${@:2}"; }
