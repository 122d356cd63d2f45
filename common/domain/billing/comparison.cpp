#include "domain/billing/comparison.h"

#include <map>
#include <set>

namespace ssr::billing {

namespace {

using Kind = Difference::Kind;

std::string both(std::string const& there, std::string const& here) {
    return "there " + there + ", here " + here;
}

void compare_payments(GatewayBooks const& theirs, Books const& ours, std::vector<Difference>& found) {
    std::map<std::string, BookedPayment> booked;
    for (auto const& payment : ours.payments) booked.emplace(payment.gateway_payment_id, payment);
    std::set<std::string> captured;
    for (auto const& payment : theirs.payments) {
        if (!payment.was_captured) continue;
        captured.insert(payment.id);
        auto const here = booked.find(payment.id);
        if (here == booked.end()) {
            found.push_back({Kind::not_booked, payment.id, payment.amount.plain() + ", " + payment.order_id});
            continue;
        }
        if (payment.amount != here->second.amount)
            found.push_back({Kind::amount_differs, payment.id,
                             both(payment.amount.plain(), here->second.amount.plain())});
        if (payment.refunded != here->second.refunded)
            found.push_back({Kind::refunded_differs, payment.id,
                             both(payment.refunded.plain(), here->second.refunded.plain())});
    }
    for (auto const& [id, payment] : booked)
        if (!captured.contains(id)) found.push_back({Kind::not_captured, id, payment.amount.plain()});
}

void compare_refunds(GatewayBooks const& theirs, Books const& ours, std::vector<Difference>& found) {
    std::map<std::string, BookedRefund> booked;
    for (auto const& refund : ours.refunds) booked.emplace(refund.gateway_refund_id, refund);
    // What was only authorised, as a mandate's first payment, went back by itself.
    std::set<std::string> never_ours;
    for (auto const& payment : theirs.payments)
        if (!payment.was_captured) never_ours.insert(payment.id);
    std::set<std::string> known;
    for (auto const& refund : theirs.refunds) {
        known.insert(refund.id);
        if (never_ours.contains(refund.payment_id) && !booked.contains(refund.id)) continue;
        auto const here = booked.find(refund.id);
        if (here == booked.end()) {
            found.push_back(
                {Kind::refund_not_booked, refund.id, refund.amount.plain() + " of " + refund.payment_id});
            continue;
        }
        auto const& ours_of_it = here->second;
        if (refund.amount != ours_of_it.amount || refund.status != ours_of_it.status)
            found.push_back({Kind::refund_differs, refund.id,
                             both(refund.amount.plain() + " " + std::string{code(refund.status)},
                                  ours_of_it.amount.plain() + " " + std::string{code(ours_of_it.status)})});
    }
    for (auto const& [id, refund] : booked)
        if (!known.contains(id)) found.push_back({Kind::refund_unknown, id, refund.amount.plain()});
}

}  // namespace

std::string_view code(Kind kind) {
    switch (kind) {
        case Kind::not_booked: return "not_booked";
        case Kind::not_captured: return "not_captured";
        case Kind::amount_differs: return "amount_differs";
        case Kind::refunded_differs: return "refunded_differs";
        case Kind::refund_not_booked: return "refund_not_booked";
        case Kind::refund_unknown: return "refund_unknown";
        case Kind::refund_differs: return "refund_differs";
    }
    return "not_booked";
}

std::vector<Difference> compare(GatewayBooks const& theirs, Books const& ours) {
    std::vector<Difference> found;
    compare_payments(theirs, ours, found);
    compare_refunds(theirs, ours, found);
    return found;
}

}  // namespace ssr::billing
