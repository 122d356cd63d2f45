# Sourced by the scripts of infra: where the local instance lives, and what its parts are called.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SSR_VAR=$(realpath -ms "${SSR_VAR:-$root/var}")
run=$SSR_VAR/run log=$SSR_VAR/log etc=$SSR_VAR/etc secrets=$SSR_VAR/secrets
: "${SSR_HTTPS_PORT:=8443}" "${SSR_HTTP_PORT:=8080}" "${SSR_GATEWAY_PORT:=8090}" "${SSR_BUILD:=$root/build}"
: "${SSR_PUBLIC_URL:=https://localhost:$SSR_HTTPS_PORT}"
static=$SSR_BUILD/static  # where infra/local/build-assets puts the browser's files
export PATH=$PATH:/usr/sbin  # nginx: not in the path of an ordinary user of Debian
max_slots=8  # places that supervisor keeps per handler; `ssr scale` fills or empties them

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

check_path() {
    [[ $root$SSR_VAR =~ ^[A-Za-z0-9/._+@,=-]+$ ]] ||
        fail "the paths $root and $SSR_VAR may hold letters, digits and / . _ + @ , = - only; move the checkout or set SSR_VAR"
    # A unix socket's path has 107 bytes, and the longest of ours is below run/postgres/.
    (( ${#SSR_VAR} <= 80 )) ||
        fail "the path $SSR_VAR has ${#SSR_VAR} characters; unix sockets allow 80 here; set SSR_VAR to a shorter one"
}

# The handlers that have a binary, in the order of infra/handlers.tsv.
is_production() { [[ ${SSR_ENV:-development} == production ]]; }
rows() { grep -v '^#' "$root/infra/handlers.tsv" | { if is_production; then grep -v '^dev'; else cat; fi; }; }
handlers() { rows | cut -f1; }
has_socket() { [[ $(rows | awk -F'\t' -v h="$1" '$1 == h { print $2 }') == yes ]]; }
built() { [[ -x $SSR_BUILD/handlers/$1/$1 ]]; }
known() { rows | cut -f1 | grep -qxF -- "$1" || fail "no handler is called '$1'; there are: $(handlers | xargs)"; }
installed() { [[ -L $SSR_VAR/slots/$1/1 ]]; }
slots() { find "$SSR_VAR/slots/$1" -maxdepth 1 -type l -printf '%f\n' 2>/dev/null | grep -xE '[0-9]+' | sort -n; }

# alive NAME: the process of run/NAME.pid lives and is the one of this instance.
alive() {
    local pid; pid=$(head -n1 "$run/$1.pid" 2>/dev/null) && [[ $pid =~ ^[0-9]+$ ]] || return 1
    [[ -r /proc/$pid/cmdline ]] && tr '\0' ' ' </proc/"$pid"/cmdline | grep -qF -- "$SSR_VAR/"
}

# end NAME SIGNAL SECONDS: asks the process of run/NAME.pid to end, and waits for it.
end() {
    alive "$1" || { rm -f "$run/$1.pid"; return 0; }
    local pid; pid=$(head -n1 "$run/$1.pid"); kill -s "$2" "$pid" 2>/dev/null || true
    wait_until "$3" not_running "$pid" || fail "$1 (process $pid) did not end within $3 seconds; its log is in $log"
    rm -f "$run/$1.pid"
}
not_running() { ! kill -0 "$1" 2>/dev/null || [[ $(cut -d' ' -f3 /proc/"$1"/stat 2>/dev/null) == Z ]]; }

# wait_until SECONDS COMMAND...: asks again every 50 ms.
wait_until() {
    local until=$(( $(date +%s%N) + $1 * 1000000000 )); shift
    until "$@"; do (( $(date +%s%N) < until )) || return 1; sleep 0.05; done
}

# One change at a time: up, down and deploys hold this lock. Daemons must not inherit it: start them with 9>&-.
lock() {
    mkdir -p "$SSR_VAR"; exec 9>"$SSR_VAR/.lock"
    flock -w "${1:-60}" 9 || fail "another command is changing this instance ($SSR_VAR)"
}

expand() {  # expand FILE: fills @NAME@ in
    local text name; text=$(<"$1")
    for name in $(grep -oE '@[A-Z0-9_]+@' "$1" | tr -d @ | sort -u); do
        [[ -v $name ]] || fail "$1 names @$name@, which has no value"
        text=${text//"@$name@"/"${!name}"}
    done
    printf '%s\n' "$text"
}
psql_owner() { PGPASSFILE=$secrets/pgpass psql -X -q -v ON_ERROR_STOP=1 -h "$run/postgres" -U postgres "$@"; }
owner_conninfo() { printf 'host=%s user=postgres dbname=ssr passfile=%s' "$run/postgres" "$secrets/pgpass"; }
