#pragma once

#include <boost/test/unit_test.hpp>

#include "domain/billing/webhook_inbox.h"
#include "handlers/admin_site.h"
#include "support/shop.h"

namespace ssr::test {

/// The panel with a customer who orders and pays.
struct MoneyPanel : Panel {
    Counter counter{app.clock, gateway.config()};

    /// An administrator who was here before: his session is in Redis.
    Browser settled_desk() {
        auto browser = desk();
        browser.get("/admin-panel/");
        return browser;
    }
    billing::Payment order(billing::Wish what = {.module = Module::estimate, .months = 3}) {
        auto made = counter.checkout.begin({.user = sita.id,
                                            .wish = std::move(what),
                                            .billing_name = "Sita Devi",
                                            .email = sita.email.text(),
                                            .phone = sita.phone.e164(),
                                            .address = "Flat 4, Karimnagar",
                                            .state = *State::parse("36"),
                                            .gstin = std::nullopt,
                                            .idempotency_key = {}});
        BOOST_REQUIRE(bool(made));
        return *std::move(made);
    }
    billing::GatewayPayment told(billing::Payment const& payment,
                                 billing::PaymentStatus status = billing::PaymentStatus::captured) const {
        return {.id = fresh_gateway_id("pay_"),
                .order_id = *payment.gateway_order_id,
                .amount = payment.total,
                .currency = "INR",
                .status = status,
                .failure = status == billing::PaymentStatus::failed ? "The bank declined it." : ""};
    }
    billing::Payment paid(billing::Wish what = {.module = Module::estimate, .months = 3}) {
        auto const made = order(std::move(what));
        counter.capture.apply(told(made), billing::Messenger::webhook);
        return again(made);
    }
    /// One whose money does not fit and lies at the gateway.
    billing::Payment held() {
        auto const made = order();
        auto wrong = told(made);
        wrong.amount = wrong.amount + Money::from_rupees(1);
        counter.capture.apply(wrong, billing::Messenger::webhook);
        return again(made);
    }
    /// As it stands now.
    billing::Payment again(billing::Payment const& payment) {
        return *billing::PaymentStore{owner.db}.find_anyone_s(payment.public_id);
    }
    /// An event that the gateway told of it; returns its id.
    std::string event_of(billing::Payment const& payment) {
        db::Session inbox{{clone_as("ssr_webhooks")}};
        auto const id = "evt_" + new_public_id();
        billing::receive(inbox, app.clock, event("payment.captured", told(payment)), id);
        return id;
    }
    std::string text_of(std::string const& sql, db::Param const& id) {
        return owner.db.maybe_one(sql, {{"id", id}}, [](db::Row const& row) { return row.text("text"); })
            .value_or("");
    }
    std::string invoice_of(billing::Payment const& payment) {
        return text_of("SELECT invoice_number AS text FROM invoices WHERE payment_id = :id", payment.id);
    }
    std::int64_t count(std::string const& from, db::Param const& id) {
        return owner.db.one("SELECT count(*) AS n FROM " + from, {{"id", id}},
                            [](db::Row const& row) { return row.integer("n"); });
    }
    /// What the administrator has done, by its name in the audit trail.
    std::int64_t audited(std::string const& action) {
        return owner.db.one("SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action = :action",
                            {{"by", admin.id}, {"action", action}},
                            [](db::Row const& row) { return row.integer("n"); });
    }
    static std::string page_of(billing::Payment const& payment) {
        return "/admin-panel/payments/" + payment.public_id.text() + "/";
    }
    static std::string refund_of(billing::Payment const& payment) { return page_of(payment) + "refund/"; }
};

inline int status(web::Response const& answer) { return int(answer.status); }

}  // namespace ssr::test
