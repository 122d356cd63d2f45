#pragma once

#include <functional>
#include <string>

#include "db/session.h"

namespace ssr::jobs {

/// A process that does what falls due. `step` does one thing and says whether there may be another at once.
struct Shift {
    std::string name;     // in the log: "worker"
    std::string channel;  // of NOTIFY, which wakes it
    std::function<void()> on_connected = [] {};
    std::function<void()> before_steps = [] {};
    std::function<bool()> step;
};

/// Works until SIGTERM or SIGINT: what is in hand is finished first. Looks for work at each notice and once a
/// second; a Postgres that is away is tried again twice a second.
void work(db::Session& db, Shift const& shift);

}  // namespace ssr::jobs
