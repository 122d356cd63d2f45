#pragma once

#include "domain/billing/payment.h"

namespace ssr::subscriptions_pages {

/// Where an order stands for the person who made it.
enum class Stage {
    unsent,   // Razorpay was away when it was ordered: the checkout goes on with it
    to_pay,   // nothing was tried yet
    failed,   // the bank said no; it can be tried again
    waiting,  // the bank has not said
    lapsed,   // too old to be paid: prices may have changed
    held,     // money came that does not fit; staff look at it
    paid,
    returned,  // all of it was given back
};

/// Pure.
Stage stage_of(billing::Payment const& payment, Instant now);

/// Pure: Checkout may be opened. A bank that says nothing for a quarter of an hour keeps nobody from trying
/// again: a second success on one order goes back by itself.
bool can_be_paid(billing::Payment const& payment, Instant now);
/// Pure: the same of an order that the gateway knows and nobody looks at.
bool can_be_paid(billing::PaymentStatus status, Instant ordered_at, Instant now);

}  // namespace ssr::subscriptions_pages
