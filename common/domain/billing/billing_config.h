#pragma once

#include <string>
#include <vector>

#include "config/environment.h"
#include "values/gstin.h"

namespace ssr::billing {

/// The gateway's account (RAZORPAY_*).
struct GatewayConfig {
    std::string key_id, key_secret;
    std::string api_url;  // "https://api.razorpay.com", without a slash
};

/// Who sells: the papers' first block (SSR_SUPPLIER_*).
struct Supplier {
    std::string name, address;
    Gstin gstin;
    std::string series;  // of invoices: "SSR", so that SSR/26-27/000001 has 16 characters
    std::string credit_note_series = "SCN";
};

/// What the handlers that take money or give it back need: subscriptions, admin and worker.
struct BillingConfig {
    GatewayConfig gateway;
    Supplier supplier;
    std::vector<std::string> secret_keys;  // the present one first
    std::string blobs;                     // SSR_BLOBS: the folder of files, invoices among them
    /// SSR_AUTO_RENEW: new mandates to charge renewals by themselves may be begun. Those that run are
    /// honoured either way.
    bool begins_mandates = false;

    static BillingConfig from(Environment& environment);
};

}  // namespace ssr::billing
