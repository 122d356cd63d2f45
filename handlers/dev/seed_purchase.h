#pragma once

#include "dev/app.h"

namespace ssr::dev {

/// Ravi buys all four modules for a year, as anybody does: an order, the gateway's Checkout, its word of it.
/// Once, however often it is called. The instance must be up: the gateway is asked through its own port.
void seed_purchase(App& app);

}  // namespace ssr::dev
