#pragma once

#include "domain/billing/mandates.h"
#include "domain/billing/payment_history.h"
#include "domain/subscriptions/subscriptions.h"
#include "subscriptions/config.h"

// What programs are answered.
namespace ssr::subscriptions_pages {

/// An order that waits for its payment. `gateway_order_id` is null where nothing is to be paid.
Json order_json(billing::Payment const& payment, Razorpay const& razorpay);

/// What a payment opened, as it stands now; all but the status is null before the capture.
struct Outcome {
    billing::Payment payment;
    std::vector<subscriptions::Standing> given;
    billing::PaperNumbers papers;
};
Json outcome_json(Outcome const& outcome);

/// Whether auto-renew is on, and the mandate that waits to be authorised.
Json renewal_json(billing::Renewal const& renewal, Razorpay const& razorpay);
Json mandate_json(billing::Mandate const& mandate);

Json payments_json(billing::PaymentHistory const& history);
Json begun_json(subscriptions::Standing const& standing);
Json standing_json(subscriptions::Standing const& standing);

}  // namespace ssr::subscriptions_pages
