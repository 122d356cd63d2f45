#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/json.h"
#include "db/session.h"

namespace ssr::jobs {

/// Work for later: its kind names the function that does it (handlers/worker/jobs.cpp).
struct NewJob {
    std::string kind;  // "message.send", "payment.apply_event"
    Json payload;
    std::optional<std::string>
        dedupe_key;  // a second job of the same key is not made while the first waits or is done
    std::optional<Instant> run_at;  // at once where empty
    std::optional<UserId> user;     // whose page shows the progress
    int max_attempts = 10;
};

/// Puts work into `jobs` inside the caller's transaction; the worker wakes at the commit.
class Queue {
public:
    Queue(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}
    /// Nothing where a job of that dedupe key exists.
    std::optional<JobId> enqueue(NewJob const& job);

private:
    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::jobs
