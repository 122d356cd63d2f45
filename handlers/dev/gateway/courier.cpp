#include "dev/gateway/courier.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>

#include "base/fault.h"
#include "dev/gateway/tables.h"
#include "log/log.h"

namespace ssr::dev::gateway {

namespace {

constexpr char const* kRunning = "SSR_DEV_COURIER";  // its process, for a worker that starts anew

volatile std::sig_atomic_t is_stopping = 0;

void listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = [](int) { is_stopping = 1; };
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool is_first_worker() {
    auto const* const slot = std::getenv("SSR_SLOT");
    return slot && std::string_view{slot} == "1";
}

bool is_running() {
    auto const* const pid = std::getenv(kRunning);
    return pid && ::waitpid(std::atoi(pid), nullptr, WNOHANG) == 0;
}

[[noreturn]] void become_courier(pid_t worker) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != worker) ::_exit(0);
    // Not the socket that workers accept on.
    int const nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::execl("/proc/self/exe", "dev", "--courier", nullptr);
    ::_exit(71);
}

}  // namespace

int run_courier(db::Session& db, Deliveries& deliveries, Acquirer& acquirer) {
    listen_for_the_end();
    while (!is_stopping) {
        try {
            create_tables(db);
            db.execute("LISTEN gateway");
            while (!is_stopping) {
                acquirer.ripen();
                while (!is_stopping && deliveries.deliver_next()) {
                }
                if (!is_stopping) db.wait_for_notice(std::chrono::seconds{1});
            }
        } catch (Fault const& fault) {
            log::error("courier.stumbled", {{"why", fault.what()}});
            timespec pause{0, 500'000'000};
            nanosleep(&pause, nullptr);
        }
    }
    return 0;
}

void start_courier() {
    if (!is_first_worker() || is_running()) return;
    auto const worker = ::getpid();
    auto const courier = ::fork();
    if (courier == 0) become_courier(worker);
    ::setenv(kRunning, std::to_string(courier).c_str(), 1);
}

}  // namespace ssr::dev::gateway
