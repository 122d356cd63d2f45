#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/billing/billing_config.h"
#include "domain/billing/gateway.h"

namespace Poco::Net {
class HTTPServer;
}

namespace ssr::test {

/// The payment gateway as the code under test sees it: its REST API on a free port of loopback. What it
/// "knows" of payments is what the test told it.
class GatewayFake {
public:
    GatewayFake();
    ~GatewayFake();

    billing::BillingConfig const& config() const { return config_; }
    /// The same house with new mandates taken.
    billing::BillingConfig with_mandates() const {
        auto config = config_;
        config.begins_mandates = true;
        return config;
    }

    /// losing: it does what it is asked, and its answers are lost.
    enum class Mood { well, broken, babbling, losing };
    void be(Mood mood);
    /// From now on it tells of this payment, whoever asks; in lists of some time only if it was made then,
    /// where that is known.
    void has(billing::GatewayPayment const& payment, std::optional<Instant> made_at = {});
    int orders_made() const;
    /// What it gave back, by the key of idempotency.
    std::map<std::string, billing::GatewayRefund> refunds() const;
    /// As if somebody had given it back at the gateway's own desk.
    void has(billing::GatewayRefund const& refund);

    /// From now on it tells so of this mandate.
    void has(billing::GatewayMandate const& mandate);
    /// That payment was a charge of the mandate.
    void has_charged(std::string const& mandate_id, billing::GatewayPayment const& payment);
    /// As it would tell of it.
    billing::GatewayMandate mandate(std::string const& id) const;
    int plans_made() const;
    int mandates_made() const;

    /// One request, as its own threads ask: path, and whether it is a POST. Gives status and body.
    std::pair<int, std::string> answer(bool is_post, std::string const& path, std::string const& body,
                                       std::string const& idempotency_key);

private:
    std::pair<int, std::string> give_back(std::string const& payment_id, std::string const& body,
                                          std::string const& idempotency_key);
    std::pair<int, std::string> well_answered(bool is_post, std::string const& path, std::string const& body,
                                              std::string const& idempotency_key);
    bool is_within(std::string const& payment_id, std::string const& path) const;
    std::optional<Json> of_mandates(bool is_post, std::string const& path, Json const& wish);
    billing::BillingConfig config_;
    mutable std::mutex mutex_;
    Mood mood_ = Mood::well;
    int orders_ = 0;
    std::map<std::string, billing::GatewayPayment> payments_;
    std::map<std::string, Instant> made_at_;  // by payment
    std::map<std::string, billing::GatewayRefund> refunds_;
    std::map<std::string, billing::GatewayMandate> mandates_;
    std::vector<std::pair<std::string, std::string>> charges_;  // mandate and payment
    int plans_ = 0;
    std::unique_ptr<Poco::Net::HTTPServer> server_;
};

/// The body of a webhook as it stood when the event happened.
std::string event(std::string const& type, billing::GatewayPayment const& payment);
std::string event(std::string const& type, billing::GatewayPayment const& payment,
                  billing::GatewayRefund const& refund);
std::string event(std::string const& type, billing::GatewayMandate const& mandate);
std::string event(std::string const& type, billing::GatewayMandate const& mandate,
                  billing::GatewayPayment const& charge);
/// "invoice.paid" of a charge, which the gateway tells beside the rest.
std::string invoice_event(billing::GatewayMandate const& mandate, billing::GatewayPayment const& charge);
std::string dispute_event(std::string const& type, billing::GatewayPayment const& payment);

/// "pay_" and fourteen characters that nobody had before.
std::string fresh_gateway_id(std::string const& prefix);
/// What Checkout hands to the browser for it.
std::string checkout_signature(billing::BillingConfig const& config, billing::GatewayPayment const& payment);

}  // namespace ssr::test
