#include "subscriptions/config.h"

namespace ssr::subscriptions_pages {

std::string origin_of(std::string_view url) {
    for (std::string_view const scheme : {"https://", "http://"})
        if (url.starts_with(scheme)) return std::string{url.substr(0, url.find('/', scheme.size()))};
    return {};
}

Razorpay razorpay_of(billing::GatewayConfig const& gateway, std::string script) {
    auto sources = origin_of(script);
    auto const api = origin_of(gateway.api_url);
    if (!api.empty() && api != sources) sources += " " + api;
    return {gateway.key_id, std::move(script), std::move(sources)};
}

Config Config::from(Environment& environment) {
    auto house = guard::HouseConfig::from(environment);
    auto billing = billing::BillingConfig::from(environment);
    auto script = environment.required("RAZORPAY_CHECKOUT_JS");
    // Plain HTTP is for the simulator beside a development instance.
    bool const is_safe =
        script.starts_with("https://") || (!house.is_production && script.starts_with("http://"));
    if (!script.empty() && !is_safe) environment.complain("RAZORPAY_CHECKOUT_JS must begin with https://");
    auto razorpay = razorpay_of(billing.gateway, std::move(script));
    return {std::move(house), std::move(billing), std::move(razorpay)};
}

}  // namespace ssr::subscriptions_pages
