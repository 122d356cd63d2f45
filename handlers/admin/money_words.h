#pragma once

#include <string>
#include <string_view>

#include "domain/billing/comparison.h"
#include "domain/billing/gstr1.h"
#include "domain/billing/payment_desk.h"
#include "domain/billing/review_queue.h"
#include "view/pieces.h"
#include "web/http.h"

// What staff are told about money.
namespace ssr::admin {

view::Pill pill_of(billing::PaymentStatus status);
view::Pill pill_of(billing::RefundStatus status);
/// What became of an event: "Booked", "Waits for its payment".
view::Pill pill_of_event(std::string_view result);
std::string in_words(billing::DisputeStatus status);
std::string in_words(billing::Difference::Kind kind);
std::string in_words(billing::TableTotal::Table table);

/// Why a payment waits for staff: in a few words, and as it was written down.
struct ReviewWords {
    std::string title, detail;
};
ReviewWords in_words_of_review(std::string_view reason);

/// `amount_field`: beside which a complaint about the amount stands.
web::Refusal explain(billing::RefundRefused why, std::string const& amount_field);
web::Refusal explain(billing::ReviewRefused why);
web::Refusal explain(billing::AskRefused why);

}  // namespace ssr::admin
