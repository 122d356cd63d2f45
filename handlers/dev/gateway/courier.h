#pragma once

#include <functional>

#include "dev/gateway/deliveries.h"

namespace ssr::dev::gateway {

/// The process that lets the gateway's books ripen and posts its webhooks as they fall due, until SIGTERM: a
/// post waits for our site, and the handler itself must not. It lives and dies with the worker that started
/// it; what it did not post stays in its table.
int run_courier(db::Session& db, Deliveries& deliveries, std::function<void()> const& ripen);

/// Starts it beside this process, as `dev --courier`, where this is the worker of slot 1: one is enough. A
/// worker that started anew still has its own.
void start_courier();

}  // namespace ssr::dev::gateway
