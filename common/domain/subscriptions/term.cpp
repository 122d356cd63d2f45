#include "domain/subscriptions/term.h"

namespace ssr::subscriptions {

namespace {

bool is_live(Status status) {
    return status == Status::active || status == Status::pending || status == Status::suspended;
}

}  // namespace

Term term_for(std::optional<Held> const& held, int months, Instant now) {
    bool const goes_on = held && is_live(held->status) && !held->ends_at_period_end;
    if (goes_on && held->expires_at <= now && now < held->expires_at + held->grace)
        return {true, held->expires_at, add_months(held->expires_at, months)};
    if (!held || held->status == Status::expired || held->expires_at <= now) {
        // One that the office paused stays the live one, and paused.
        bool const is_paused = held && held->status == Status::suspended;
        return {is_paused, now, add_months(now, months)};
    }
    auto const ends_at = add_months(held->expires_at, months);
    if (goes_on) return {true, held->expires_at, ends_at};
    return {false, now, ends_at};
}

Term term_of_upgrade(Instant expires_at, std::chrono::seconds given_up, int months, Instant now) {
    auto const starts_at = std::max(now, expires_at - given_up);
    return {true, starts_at, add_months(starts_at, months)};
}

}  // namespace ssr::subscriptions
