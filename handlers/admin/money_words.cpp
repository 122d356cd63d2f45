#include "admin/money_words.h"

#include <array>

#include "admin/answers.h"

namespace ssr::admin {

using view::Tone;
using web::Refusal, web::Status;

view::Pill pill_of(billing::PaymentStatus status) {
    using enum billing::PaymentStatus;
    switch (status) {
        case created: return {"Not paid", Tone::plain, "clock-fill"};
        case attempted: return {"Pending", Tone::warn, "clock-fill"};
        case authorized: return {"Authorised", Tone::warn, "clock-fill"};
        case failed: return {"Failed", Tone::bad, "x-circle-fill"};
        case captured: return {"Paid", Tone::ok, "check-circle-fill"};
        case partially_refunded: return {"Partly refunded", Tone::info, "arrow-counterclockwise"};
        case refunded: return {"Refunded", Tone::info, "arrow-counterclockwise"};
    }
    return {};
}

view::Pill pill_of(billing::RefundStatus status) {
    using enum billing::RefundStatus;
    switch (status) {
        case pending: return {"On its way", Tone::warn, "clock-fill"};
        case failed: return {"Failed", Tone::bad, "x-circle-fill"};
        case processed: return {"Gone back", Tone::ok, "check-circle-fill"};
    }
    return {};
}

view::Pill pill_of_event(std::string_view result) {
    struct Words {
        std::string_view result, text;
        Tone tone;
    };
    static constexpr std::array<Words, 13> kWords{{
        {"", "Waits for the worker", Tone::warn},
        {"parked", "Waits for its payment", Tone::warn},
        {"captured", "Booked", Tone::ok},
        {"applied", "Applied", Tone::ok},
        {"noted", "Noted", Tone::ok},
        {"sent_back", "Second payment, sent back", Tone::info},
        {"in_review", "In review", Tone::warn},
        {"nothing_new", "Nothing new", Tone::plain},
        {"unknown_order", "No order of ours", Tone::bad},
        {"no_payment", "Cannot be read", Tone::bad},
        {"no_refund", "Cannot be read", Tone::bad},
        {"no_dispute", "Cannot be read", Tone::bad},
        {"not_taken", "Of no use to us", Tone::plain},
    }};
    for (auto const& each : kWords)
        if (each.result == result) return {std::string{each.text}, each.tone, ""};
    return {std::string{result}, Tone::plain, ""};
}

std::string in_words(billing::DisputeStatus status) {
    using enum billing::DisputeStatus;
    switch (status) {
        case created: return "The customer complained at his bank";
        case under_review: return "The bank looks at the complaint";
        case action_required: return "The bank wants our answer";
        case closed: return "The complaint is closed";
        case won: return "The bank decided for us";
        case lost: return "The bank decided against us";
    }
    return {};
}

std::string in_words(billing::Difference::Kind kind) {
    using enum billing::Difference::Kind;
    switch (kind) {
        case not_booked: return "Paid at Razorpay, not booked here";
        case not_captured: return "Booked here, not paid at Razorpay";
        case amount_differs: return "The amounts differ";
        case refunded_differs: return "The sums given back differ";
        case refund_not_booked: return "Given back at Razorpay, not booked here";
        case refund_unknown: return "Given back here, unknown at Razorpay";
        case refund_differs: return "Amount or state of the refund differs";
    }
    return {};
}

std::string in_words(billing::TableTotal::Table table) {
    using enum billing::TableTotal::Table;
    switch (table) {
        case b2b: return "B2B";
        case b2cl: return "B2CL";
        case b2cs: return "B2CS";
        case cdnr: return "CDNR";
        case cdnur: return "CDNUR";
        case hsn_b2b: return "HSN, B2B";
        case hsn_b2c: return "HSN, B2C";
    }
    return {};
}

ReviewWords in_words_of_review(std::string_view reason) {
    struct Words {
        std::string_view begins, title;
    };
    static constexpr std::array<Words, 7> kWords{{
        {"amount:", "Another amount was paid"},
        {"currency:", "It was paid in another currency"},
        {"refund ", "A refund did not go as it should"},
        {"dispute ", "The customer complained at his bank"},
        {"returned ", "Razorpay returned it before it was booked"},
        {"upgrade:", "The credit of the upgrade is gone"},
        {"coupon:", "The coupon is used up"},
    }};
    for (auto const& [begins, title] : kWords)
        if (reason.starts_with(begins)) return {std::string{title}, std::string{reason}};
    return {"Something does not fit", std::string{reason}};
}

Refusal explain(billing::RefundRefused why, std::string const& amount_field) {
    using enum billing::RefundRefused;
    switch (why) {
        case unknown_payment:
            return {.status = Status::not_found,
                    .code = "not_found",
                    .title = "There is no such payment",
                    .detail = "Look for it among all payments."};
        case not_paid:
            return {.status = Status::conflict,
                    .code = "not_paid",
                    .title = "No money of this order is here",
                    .detail = "There is nothing to give back."};
        case more_than_left:
            return not_valid({{amount_field,
                               "That is more than is left of this payment. What was given back before, or "
                               "is on its way, counts."}});
        case below_a_rupee: return not_valid({{amount_field, "Razorpay gives back 1 rupee at least."}});
        case in_dispute:
            return {.status = Status::conflict,
                    .code = "in_dispute",
                    .title = "The customer complained at his bank",
                    .detail = "The bank decides who has the money. Until then nothing can be given back."};
        case too_late:
            return {.status = Status::conflict,
                    .code = "too_late",
                    .title = "It was paid more than 6 months ago",
                    .detail = "Razorpay does not give it back any more. Pay the customer another way."};
    }
    return not_valid({});
}

Refusal explain(billing::ReviewRefused why) {
    if (why == billing::ReviewRefused::nothing_held)
        return {.status = Status::conflict,
                .code = "nothing_held",
                .title = "No money of this case waits at Razorpay",
                .detail = "Settle the case instead; a booked payment is given back by its refund."};
    return {
        .status = Status::conflict,
        .code = "not_in_review",
        .title = "This payment is not in review",
        .detail = "Somebody has decided it already, or there was nothing to decide. Nothing was changed."};
}

Refusal explain(billing::AskRefused why) {
    if (why == billing::AskRefused::unknown_payment)
        return explain(billing::RefundRefused::unknown_payment, "");
    return {.status = Status::conflict,
            .code = "not_known_there",
            .title = "Razorpay never heard of this order",
            .detail = "There is nothing to ask."};
}

}  // namespace ssr::admin
