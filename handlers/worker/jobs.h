#pragma once

#include "base/clock.h"
#include "domain/jobs/runner.h"

namespace ssr::worker {

/// What the jobs may touch.
struct Workplace {
    db::Session& db;
    Clock const& clock;
};

/// Every kind of job, and who does it. In development messages are kept for the outbox instead of sent.
jobs::Table table(Workplace place);

}  // namespace ssr::worker
