#include "domain/billing/billing_config.h"

#include <algorithm>

namespace ssr::billing {

namespace {

constexpr std::size_t kLongestSeries =
    3;  // with year and number it has the 16 characters that the rule allows

std::string api_url(Environment& environment) {
    auto url = environment.required("RAZORPAY_API_URL");
    while (url.ends_with('/')) url.pop_back();
    // Plain HTTP is for the simulator beside a development instance.
    bool const is_safe =
        url.starts_with("https://") || (!environment.is_production() && url.starts_with("http://"));
    if (!url.empty() && !is_safe) environment.complain("RAZORPAY_API_URL must begin with https://");
    return url;
}

bool is_series(std::string const& text) {
    return !text.empty() && text.size() <= kLongestSeries &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Supplier supplier_in(Environment& environment) {
    // A number in the right form that was given to nobody: what stands here in complaint is never used.
    auto const nobody = Gstin::parse("36AAAAA0000A1Z3");
    auto const gstin = Gstin::parse(environment.required("SSR_SUPPLIER_GSTIN"));
    if (!gstin) environment.complain("SSR_SUPPLIER_GSTIN must be the 15 characters of a GSTIN");
    auto const series = environment.optional("SSR_INVOICE_SERIES", "SSR");
    if (!is_series(series)) environment.complain("SSR_INVOICE_SERIES must be one to three capital letters");
    auto const notes = environment.optional("SSR_CREDIT_NOTE_SERIES", "SCN");
    if (!is_series(notes) || notes == series)
        environment.complain(
            "SSR_CREDIT_NOTE_SERIES must be one to three capital letters, other than the invoices'");
    return {.name = environment.required("SSR_SUPPLIER_NAME"),
            .address = environment.required("SSR_SUPPLIER_ADDRESS"),
            .gstin = gstin.value_or(*nobody),
            .series = series,
            .credit_note_series = notes};
}

// Off until somebody turns it on: the gateway's account must have its subscriptions enabled.
bool auto_renew_in(Environment& environment) {
    auto const word = environment.optional("SSR_AUTO_RENEW", environment.is_production() ? "off" : "on");
    if (word != "on" && word != "off") environment.complain("SSR_AUTO_RENEW must be on or off");
    return word == "on";
}

}  // namespace

BillingConfig BillingConfig::from(Environment& environment) {
    std::vector<std::string> keys{environment.required("SSR_SECRET_KEY")};
    if (auto previous = environment.optional("SSR_SECRET_KEY_PREVIOUS"); !previous.empty())
        keys.push_back(std::move(previous));
    return {.gateway = {.key_id = environment.required("RAZORPAY_KEY_ID"),
                        .key_secret = environment.required("RAZORPAY_KEY_SECRET"),
                        .api_url = api_url(environment)},
            .supplier = supplier_in(environment),
            .secret_keys = std::move(keys),
            .blobs = environment.required("SSR_BLOBS"),
            .begins_mandates = auto_renew_in(environment)};
}

}  // namespace ssr::billing
