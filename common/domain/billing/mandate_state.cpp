#include "domain/billing/mandate_state.h"

#include <algorithm>
#include <tuple>

#include "base/fault.h"

namespace ssr::billing {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours kToAuthorise{24};
// A day to authorise it, and a day between that and the first charge.
constexpr std::chrono::hours kBeforeFirstCharge{48};
constexpr int kMonthsAtMost = 60;

constexpr std::chrono::minutes kAwaitsAuthorisation{15};
constexpr std::chrono::hours kAwaitsCharge{1}, kAwaitsNextTry{6};
constexpr std::chrono::hours kCrossesCancellation{24};

}  // namespace

std::string_view code(MandateStatus status) {
    switch (status) {
        case MandateStatus::created: return "created";
        case MandateStatus::authenticated: return "authenticated";
        case MandateStatus::active: return "active";
        case MandateStatus::pending: return "pending";
        case MandateStatus::cancelled: return "cancelled";
        case MandateStatus::completed: return "completed";
        case MandateStatus::halted: return "halted";
    }
    return "created";
}

MandateStatus parse_mandate_status(std::string_view text) {
    using enum MandateStatus;
    for (auto const status : {created, authenticated, active, pending, cancelled, completed, halted})
        if (code(status) == text) return status;
    throw Fault{"a status of a mandate that nobody knows", false};
}

bool is_live(MandateStatus status) {
    return status == MandateStatus::authenticated || status == MandateStatus::active ||
           status == MandateStatus::pending;
}

bool is_over(MandateStatus status) { return status >= MandateStatus::cancelled; }

MandateStanding after(MandateStanding now, MandateStanding reported) {
    auto const paid = std::max(now.paid_count, reported.paid_count);
    if (is_over(now.status) && is_over(reported.status)) return {std::max(now.status, reported.status), paid};
    if (is_over(now.status)) return {now.status, paid};
    if (is_over(reported.status)) return {reported.status, paid};
    auto const age = [](MandateStanding const& each) { return std::tuple{each.paid_count, each.status}; };
    return age(now) < age(reported) ? reported : now;
}

std::optional<Instant> first_charge(Instant ends_at, Instant now) {
    return ends_at >= now + kBeforeFirstCharge ? std::optional{ends_at} : std::nullopt;
}

Instant authorise_by(Instant begun_at) { return begun_at + kToAuthorise; }

int charges_of_mandate(int months) { return std::max(1, kMonthsAtMost / std::max(1, months)); }

std::optional<Instant> next_look(MandateStatus status, MandateTimes const& times, Instant now) {
    if (is_over(status)) {
        // A charge may have crossed the end.
        auto const last = times.ended_at.value_or(now) + kCrossesCancellation;
        return times.authorised_at && now < last ? std::optional{last} : std::nullopt;
    }
    if (status == MandateStatus::created) return now + kAwaitsAuthorisation;
    auto const due = times.next_charge_at ? *times.next_charge_at + kAwaitsCharge : now + kAwaitsNextTry;
    return due > now ? due : now + kAwaitsNextTry;
}

}  // namespace ssr::billing
