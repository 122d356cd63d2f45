#pragma once

#include <span>

#include "guard/house.h"
#include "web/form.h"
#include "web/route.h"

namespace ssr::webhooks {

using web::RawBody, web::Request, web::Response;

struct Config {
    guard::HouseConfig house;
    std::vector<std::string> secrets;  // RAZORPAY_WEBHOOK_SECRET, and for a while the one before it

    static Config from(Environment& environment);
};

/// What this binary's endpoints may touch: what the payment gateway reports.
struct App : guard::House {
    explicit App(Config const& config) : House{config.house}, secrets{config.secrets} {}
    std::vector<std::string> secrets;
};

std::span<web::Route<App> const> routes();

/// Keeps an event of the gateway and answers at once; the worker does what it says.
Response take_event(App&, Request const&, RawBody const&);

}  // namespace ssr::webhooks
