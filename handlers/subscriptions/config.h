#pragma once

#include "domain/billing/billing_config.h"
#include "guard/house.h"

namespace ssr::subscriptions_pages {

/// The gateway's Checkout as the customer's browser loads it.
struct Razorpay {
    std::string key_id;
    std::string script;   // RAZORPAY_CHECKOUT_JS
    std::string sources;  // the origins that its script and its frames come from, with blanks between
};

struct Config {
    guard::HouseConfig house;
    billing::BillingConfig billing;
    Razorpay razorpay;

    static Config from(Environment& environment);
};

/// "https://checkout.razorpay.com/v1/checkout.js" is of "https://checkout.razorpay.com"; empty for what is no
/// address.
std::string origin_of(std::string_view url);
Razorpay razorpay_of(billing::GatewayConfig const& gateway, std::string script);

}  // namespace ssr::subscriptions_pages
