#pragma once

#include <optional>
#include <string>

#include "domain/billing/payment_history.h"
#include "domain/billing/quote.h"
#include "values/gstin.h"
#include "values/short_text.h"
#include "web/form.h"

namespace ssr::subscriptions_pages {

using BillingName = ShortText<200>;
using BillingAddress = ShortText<300>;

/// What somebody came to buy: the address of the checkout.
struct WishQuery {
    billing::Wish wish;
    bool is_upgrade = false;  // of what he has of that module
    static std::optional<WishQuery> read(web::FieldReader& read);
};

/// An order as its form has it.
struct CheckoutForm {
    billing::Wish wish;
    bool is_upgrade = false;
    BillingName billing_name;
    State state;
    std::optional<Gstin> gstin;
    std::optional<BillingAddress> address;
    std::string idempotency_key;
    std::string coupon;  // as typed; empty for none
    static std::optional<CheckoutForm> read(web::FieldReader& read);
};

/// What Checkout handed to the page.
struct VerifyForm {
    std::string payment_id, order_id, signature;
    static std::optional<VerifyForm> read(web::FieldReader& read);
};

/// Asks what became of an order; `closed`: the customer shut Checkout's window himself.
struct CheckForm {
    bool closed = false;
    static std::optional<CheckForm> read(web::FieldReader& read);
};

/// What Checkout handed to the page when a mandate was authorised.
struct AuthoriseForm {
    std::string payment_id, subscription_id, signature;
    static std::optional<AuthoriseForm> read(web::FieldReader& read);
};

/// What happened a moment ago at a mandate's page.
struct MandateQuery {
    bool was_closed = false;  // ?closed=1: the customer shut Checkout's window himself
    bool is_awaited = false;  // ?awaited=1: he authorised it, and the gateway has not said so yet
    static std::optional<MandateQuery> read(web::FieldReader& read);
};

struct TrialForm {
    Module module;
    static std::optional<TrialForm> read(web::FieldReader& read);
};

/// Access ends with what was paid for unless "0" is said.
struct CancelForm {
    bool at_period_end = true;
    static std::optional<CancelForm> read(web::FieldReader& read);
};

/// Whether a subscription is to go on; nothing said: the other way round than before.
struct RenewalForm {
    std::optional<bool> is_on;
    static std::optional<RenewalForm> read(web::FieldReader& read);
};

/// What a page says once because of what was done a moment ago.
struct NoticeQuery {
    std::optional<Module> started;  // ?started=estimate: its trial
    bool was_cancelled = false;     // ?cancelled=1
    bool was_kept = false;          // ?kept=1
    std::optional<bool> renewal;    // ?renewal=1
    static std::optional<NoticeQuery> read(web::FieldReader& read);
};

/// Which duration's prices are shown first.
struct PricesQuery {
    int months = 12;
    static std::optional<PricesQuery> read(web::FieldReader& read);
};

struct PaymentsQuery {
    std::string text;                          // ?q=000418
    std::optional<FinancialYear> year;         // ?year=26-27
    std::optional<billing::PaymentKind> kind;  // ?status=paid
    int page = 1;
    static std::optional<PaymentsQuery> read(web::FieldReader& read);
};

}  // namespace ssr::subscriptions_pages
