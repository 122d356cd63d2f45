# Sourced: speaks to a handler over its unix socket, as nginx would.

# fcgi SOCKET METHOD PATH: prints the whole answer; nothing when nobody answers within five seconds.
fcgi() {
    env -i PATH="$PATH" REQUEST_METHOD="$2" DOCUMENT_URI="${3%%\?*}" REQUEST_URI="$3" QUERY_STRING="" CONTENT_LENGTH="" CONTENT_TYPE="" \
        REMOTE_ADDR=127.0.0.1 SERVER_PROTOCOL=HTTP/1.1 HTTPS=on HTTP_HOST=localhost REQUEST_ID="${REQUEST_ID:-00000000000000000000000000000000}" \
        SSR_ZONE="${SSR_ZONE:-site}" timeout 5 cgi-fcgi -bind -connect "$1" 2>/dev/null </dev/null 9>&- || true
}
# fcgi_status SOCKET METHOD PATH: the status; 000 when there is no answer, 200 when the handler named none.
fcgi_status() {
    local answer status; answer=$(fcgi "$@" | tr -d '\0\r' | head -n 30) || true
    status=$(sed -n 's/^Status: *\([0-9][0-9][0-9]\).*/\1/p;/^$/q' <<<"$answer")
    [[ -n $answer ]] || status=000
    printf '%s' "${status:-200}"
}
