#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/json.h"
#include "db/session.h"

namespace ssr::jobs {

/// A job in hand. `token` fences: once the lease is lost, another worker's token is higher and ours counts no
/// more.
struct Job {
    JobId id;
    std::string kind;
    Json payload;
    int attempt;
    int max_attempts;
    std::int64_t token;
};

/// Does the work inside the runner's transaction, so that its effect and its done mark are one. A throw is
/// tried again with growing pauses, and after the last attempt the job is dead, for staff to see.
using Work = std::function<void(Job const&)>;
using Table = std::map<std::string, Work, std::less<>>;

struct Limits {
    std::chrono::seconds lease{
        60};  // by the database's own clock; a worker that died gives its job back after it
};

/// The pause after a failed attempt: 2, 4, 8 … seconds, at most an hour.
std::chrono::seconds pause_after(int attempt);

/// Takes due jobs one by one. Any number of runners share the table; none is run by two.
class Runner {
public:
    Runner(db::Session& db, Clock const& clock, Table table, Limits limits = {})
        : db_{db}, clock_{clock}, table_{std::move(table)}, limits_{limits} {}

    /// Runs one due job; false when none is due.
    bool run_one();
    /// Runs until nothing is due, schedules included. Returns how many it ran.
    int run_due();
    /// Turns schedules that are due into jobs.
    void wake_schedules();

private:
    std::optional<Job> take();
    void finish(Job const& job);
    void give_back(Job const& job, std::string const& why);
    void give_back_cut_off();
    db::Session& db_;
    Clock const& clock_;
    Table table_;
    Limits limits_;
    std::optional<Job> cut_off_;  // in hand when the connection was lost
};

}  // namespace ssr::jobs
