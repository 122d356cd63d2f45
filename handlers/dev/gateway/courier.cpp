#include "dev/gateway/courier.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>

#include "dev/gateway/tables.h"
#include "domain/jobs/shift.h"

namespace ssr::dev::gateway {

namespace {

constexpr char const* kRunning = "SSR_DEV_COURIER";  // its process, for a worker that starts anew

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

int run_courier(db::Session& db, Deliveries& deliveries, std::function<void()> const& ripen) {
    jobs::work(db, {.name = "courier",
                    .channel = "gateway",
                    .on_connected = [&] { create_tables(db); },
                    .before_steps = ripen,
                    .step = [&] { return deliveries.deliver_next(); }});
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
