#include "web/fcgi.h"

#include <csignal>
#include <streambuf>

#include <fcgiapp.h>
#include <fcntl.h>
#include <unistd.h>

namespace ssr::web {

namespace {

volatile std::sig_atomic_t is_stopping = 0;

void stop(int) {
    is_stopping = 1;
    FCGX_ShutdownPending();
}

class FromNginx : public std::streambuf {
public:
    explicit FromNginx(FCGX_Stream* in) : in_{in} {}

private:
    int_type underflow() override {
        int const got = FCGX_GetStr(chunk_, sizeof chunk_, in_);
        if (got <= 0) return traits_type::eof();
        setg(chunk_, chunk_, chunk_ + got);
        return traits_type::to_int_type(chunk_[0]);
    }
    FCGX_Stream* in_;
    char chunk_[32 * 1024];
};

Params params_of(char** environment) {
    Params params;
    for (; *environment; ++environment) {
        std::string_view const entry{*environment};
        auto const at = entry.find('=');
        if (at != std::string_view::npos) params.emplace_back(entry.substr(0, at), entry.substr(at + 1));
    }
    return params;
}

// Installed without SA_RESTART: accept() must return. A worker idle in accept then leaves in a millisecond.
void listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = stop;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace

int accept_requests(Exchange const& exchange, int most) {
    listen_for_the_end();
    // Whatever a library prints must not reach the protocol.
    if (int const nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0)
        ::dup2(nowhere, STDOUT_FILENO);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);

    FCGX_Init();
    FCGX_Request raw;
    FCGX_InitRequest(&raw, 0, FCGI_FAIL_ACCEPT_ON_INTR);
    for (int served = 0; !is_stopping && served < most && FCGX_Accept_r(&raw) >= 0; ++served) {
        // From here to the end of the answer a signal waits: it would cut short a wait for Postgres or Redis.
        sigprocmask(SIG_BLOCK, &ends, nullptr);
        FromNginx buffer{raw.in};
        std::istream body{&buffer};
        auto const answer = exchange(params_of(raw.envp), body);
        FCGX_PutStr(answer.data(), int(answer.size()), raw.out);
        FCGX_Finish_r(&raw);
        sigprocmask(SIG_UNBLOCK, &ends, nullptr);
    }
    return 0;
}

}  // namespace ssr::web
