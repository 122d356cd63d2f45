#pragma once

#include "domain/jobs/runner.h"

namespace ssr::jobs {

/// Says on the job's row how far it is, and holds its lease meanwhile. It has a connection of its own: what
/// the job itself writes is seen by nobody before the job is done.
class Progress {
public:
    Progress(db::Session& beside, Job const& job) : beside_{beside}, job_{job} {}
    void tell(std::int64_t done, std::int64_t total, Limits const& limits = {});

private:
    db::Session& beside_;
    Job const& job_;
};

}  // namespace ssr::jobs
