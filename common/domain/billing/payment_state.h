#pragma once

#include <string_view>

namespace ssr::billing {

/// Where a payment stands. In the order of the ranks: nothing ever goes back.
enum class PaymentStatus {
    created,
    attempted,
    failed,
    authorized,
    captured,
    partially_refunded,
    refunded,
};
std::string_view code(PaymentStatus status);
/// Throws for a word that the table's own check would refuse.
PaymentStatus parse_payment_status(std::string_view code);

/// Pure: the state after the gateway reported `reported`. Forward only, so every order of arrival ends in the
/// same state; a late authorisation lifts `failed`, and a failure told late takes nothing back.
PaymentStatus after(PaymentStatus now, PaymentStatus reported);

/// Money was received; also where it was given back later.
bool is_paid(PaymentStatus status);

}  // namespace ssr::billing
