#include "web/fcgi.h"

#include <cerrno>
#include <csignal>
#include <optional>
#include <streambuf>
#include <utility>

#include <fcgiapp.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ssr::web {

namespace {

volatile std::sig_atomic_t is_stopping = 0;

void stop(int) { is_stopping = 1; }

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

// SIGTERM and SIGINT are blocked but for the wait below, so that they cut short neither a request that has
// just been accepted nor a wait for Postgres or Redis. Gives the mask to wait with.
sigset_t listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = stop;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t ends;
    sigset_t waiting;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigprocmask(SIG_BLOCK, &ends, &waiting);
    sigdelset(&waiting, SIGTERM);
    sigdelset(&waiting, SIGINT);
    return waiting;
}

// A wait that finds a connection ready returns without delivering the signal, so a busy worker asks for it as
// well.
bool is_told_to_stop() {
    sigset_t pending;
    sigpending(&pending);
    return is_stopping || sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

// The listening socket, fd 0, shared by all workers of the handler and never blocking: of those that wake up
// for a connection one gets it.
class Door {
public:
    Door() : waiting_{listen_for_the_end()}, epoll_{::epoll_create1(EPOLL_CLOEXEC)} {
        ::fcntl(STDIN_FILENO, F_SETFL, ::fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);
        epoll_event event{.events = EPOLLIN | EPOLLEXCLUSIVE, .data = {}};
        is_open_ = ::epoll_ctl(epoll_, EPOLL_CTL_ADD, STDIN_FILENO, &event) == 0;
    }
    Door(Door const&) = delete;
    ~Door() { ::close(epoll_); }

    /// The next connection that has something to say; none when the worker is told to stop.
    std::optional<int> next() const {
        while (is_open_ && !is_told_to_stop()) {
            epoll_event event{};
            if (::epoll_pwait(epoll_, &event, 1, -1, &waiting_) <= 0) continue;
            int const connection = ::accept4(STDIN_FILENO, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0) continue;
            pollfd peer{.fd = connection, .events = POLLIN, .revents = 0};
            if (::poll(&peer, 1, kPatienceMs) == 1) return connection;
            ::close(connection);
        }
        return std::nullopt;
    }

private:
    static constexpr int kPatienceMs =
        2000;  // a peer that connects and says nothing must not hold the worker
    sigset_t waiting_;
    int epoll_;
    bool is_open_ = false;
};

// libfcgi is given the accepted connection; with a listening socket of its own it would lose one to a signal
// that arrives between accept and the first byte.
bool read_request(FCGX_Request& raw, int connection) {
    raw.ipcFd = connection;
    raw.keepConnection = 1;
    raw.listen_sock = -1;
    return FCGX_Accept_r(&raw) == 0;
}

}  // namespace

Ended accept_requests(Exchange const& exchange, int most) {
    // Whatever a library prints must not reach the protocol.
    if (int const nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0)
        ::dup2(nowhere, STDOUT_FILENO);
    Door const door;
    FCGX_Init();
    FCGX_Request raw;
    FCGX_InitRequest(&raw, -1, 0);
    for (int served = 0; served < most; ++served) {
        auto const connection = door.next();
        if (!connection) return Ended::as_told;
        if (!read_request(raw, *connection)) {
            raw.ipcFd = -1;  // libfcgi has closed it
            continue;
        }
        FromNginx buffer{raw.in};
        std::istream body{&buffer};
        auto const answer = exchange(params_of(raw.envp), body);
        FCGX_PutStr(answer.data(), int(answer.size()), raw.out);
        FCGX_Finish_r(&raw);
        if (raw.ipcFd >= 0) ::close(std::exchange(raw.ipcFd, -1));
    }
    return is_told_to_stop() ? Ended::as_told : Ended::worn;
}

void start_anew() {
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    char* const arguments[] = {program_invocation_name, nullptr};
    ::execv("/proc/self/exe", arguments);
}

}  // namespace ssr::web
