#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"
#include "values/money.h"

namespace ssr::billing {

/// Where a mandate to charge somebody by itself stands. The ends are in the order of what they say most of.
enum class MandateStatus {
    created,        // waits for his authorisation
    authenticated,  // authorised; nothing was charged yet
    active,
    pending,    // a charge failed; it is tried again for three days
    cancelled,  // by him, by us, or at his bank
    completed,  // as often charged as was agreed
    halted,     // every try of a charge failed
};
std::string_view code(MandateStatus status);
/// Throws for a word that the table's own check would refuse.
MandateStatus parse_mandate_status(std::string_view code);

/// It may charge.
bool is_live(MandateStatus status);
bool is_over(MandateStatus status);

/// A status, and how often was charged when it was so: by both together words of different age are told
/// apart.
struct MandateStanding {
    MandateStatus status;
    int paid_count;
    bool operator==(MandateStanding const&) const = default;
};

/// Pure: the standing after the gateway reported `reported`. Within one cycle it goes forward, a charge
/// begins the next one, and an end is the end; so every order of arrival ends in the same standing.
MandateStanding after(MandateStanding now, MandateStanding reported);

/// What may be debited at most without the person's own word each time (RBI's e-mandate framework, software
/// by card or UPI). The table has the same limit.
inline constexpr Money kMandateLimit = Money::from_rupees(15'000);

/// Pure: the first charge falls on the end of what is paid; nothing where that is too near for the
/// authorisation and the notice of 24 hours before it.
std::optional<Instant> first_charge(Instant ends_at, Instant now);
/// Till when it can be authorised.
Instant authorise_by(Instant begun_at);
/// Pure: how often a mandate charges at most: five years' worth, at least once.
int charges_of_mandate(int months);

struct MandateTimes {
    std::optional<Instant> next_charge_at, authorised_at, ended_at;
};
/// Pure: when the gateway is asked next, should its word be lost; nothing: never again.
std::optional<Instant> next_look(MandateStatus status, MandateTimes const& times, Instant now);

}  // namespace ssr::billing
