#include "domain/jobs/shift.h"

#include <csignal>

#include "base/fault.h"
#include "log/log.h"

namespace ssr::jobs {

namespace {

volatile std::sig_atomic_t is_stopping = 0;

// The signal is looked at between steps, and ends the wait for the next one.
void listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = [](int) { is_stopping = 1; };
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void work_while_connected(db::Session& db, Shift const& shift) {
    shift.on_connected();
    db.execute("LISTEN " + shift.channel);
    while (!is_stopping) {
        shift.before_steps();
        while (!is_stopping && shift.step()) {
        }
        if (!is_stopping) db.wait_for_notice(std::chrono::seconds{1});
    }
}

}  // namespace

void work(db::Session& db, Shift const& shift) {
    listen_for_the_end();
    while (!is_stopping) {
        try {
            work_while_connected(db, shift);
        } catch (Fault const& fault) {
            log::error(shift.name + ".stumbled", {{"why", fault.what()}});
            timespec pause{0, 500'000'000};  // the next try opens a new connection; a signal ends the pause
            nanosleep(&pause, nullptr);
        }
    }
}

}  // namespace ssr::jobs
