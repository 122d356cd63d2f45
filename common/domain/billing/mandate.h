#pragma once

#include <optional>
#include <string>

#include "domain/billing/mandate_state.h"
#include "domain/billing/payment.h"

namespace ssr::billing {

/// Why a mandate came to its end.
enum class MandateEnd {
    turned_off,         // by him
    paid_by_hand,       // he paid himself: the next date would charge for the same again
    subscription_over,  // what it renews is cancelled, paused or closed
    not_authorised,     // in its time
    replaced,           // by one of another price or date, before it was authorised
    at_the_bank,        // cancelled there, or at the gateway's own desk
    failed,             // every try of a charge failed
    completed,
};
std::string_view code(MandateEnd why);
MandateEnd parse_mandate_end(std::string_view code);

/// Somebody's leave to charge a module's renewals by itself, at the price that he agreed to. The price, the
/// tax and who is billed hold for its whole life, whatever the price page says later.
struct Mandate {
    MandateId id;
    PublicMandateId public_id;
    UserId user;
    ModuleId module;
    SubscriptionId subscription;  // what it renews
    PublicSubscriptionId public_subscription;
    MandateStanding standing;
    int months;
    Json snapshot;  // as of an order: one line
    Money subtotal;
    Tax tax;
    Money total;  // of each charge, never more
    BillTo bill_to;
    std::optional<std::string> gateway_subscription_id;  // "sub_…"; empty until the gateway knows it
    std::string method;                                  // "upi", "card"; empty before it is authorised
    Instant first_charge_at;
    std::optional<Instant> next_charge_at;
    Instant authorise_by, created_at;
    std::optional<Instant> authorised_at, ended_at, gateway_ended_at;
    std::optional<MandateEnd> end;

    MandateStatus status() const { return standing.status; }
    std::string name() const { return names_of(lines_of(snapshot)); }
    MandateTimes times() const { return {next_charge_at, authorised_at, ended_at}; }
};

}  // namespace ssr::billing
