#pragma once

#include <string>
#include <vector>

#include "admin/money_forms.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/event_console.h"
#include "domain/billing/gstr1.h"
#include "domain/billing/nightly.h"
#include "domain/billing/payment_desk.h"
#include "domain/billing/payment_file.h"
#include "domain/billing/review_queue.h"
#include "view/page.h"
#include "web/http.h"

namespace ssr::admin {

/// Everybody's payments.
struct PaymentsPage {
    billing::DeskWish wish;
    billing::DeskList list;
    Month month;  // that of the counts
    billing::MonthAtDesk counts;
    Instant now;
};
std::string render(PaymentsPage const& page, view::Frame const& frame);

/// A decision that was tried and came back.
struct TriedDecision {
    bool sends_back = false;
    view::Values typed = {};
    std::optional<web::Refusal> refusal = {};
};

/// All of one payment, with what can be done about it.
struct PaymentPage {
    billing::PaymentFile file;
    std::vector<billing::StoredEvent> events;  // of its order, the newest first
    Instant now;
    TriedDecision tried = {};
};
std::string render(PaymentPage const& page, view::Frame const& frame);

/// How much of a payment goes back, why, and what that makes.
struct RefundPage {
    billing::Payment payment;
    std::string next_note;  // the number that the credit note will have
    std::string key;        // of idempotency
    Instant now;
    view::Values typed = {};
    std::optional<web::Refusal> refusal = {};  // of what was just tried
};
std::string render(RefundPage const& page, view::Frame const& frame);

/// Payments that wait for a decision, the oldest first.
struct ReviewPage {
    std::vector<billing::ReviewCase> cases;
    bool is_more = false;
};
std::string render(ReviewPage const& page, view::Frame const& frame);

/// What the gateway told, and what became of it.
struct EventsPage {
    EventsQuery query;
    std::vector<billing::StoredEvent> events;
    bool is_more = false;
};
std::string render(EventsPage const& page, view::Frame const& frame);

struct EventPage {
    billing::StoredEvent event;
};
std::string render(EventPage const& page, view::Frame const& frame);

/// Each night's comparison of our books with the gateway's.
struct ComparisonsPage {
    std::vector<billing::ReconciliationReport> reports;
    int number = 1;
    bool is_more = false;
};
std::string render(ComparisonsPage const& page, view::Frame const& frame);

/// The return of a month, table by table.
struct Gstr1Page {
    billing::Gstr1 made;
    billing::PaperAmounts papers;  // invoices less credit notes, as they state it themselves
    int paper_count = 0;
    Instant now;
    bool may_export = false;  // his code is fresh
};
std::string render(Gstr1Page const& page, view::Frame const& frame);

/// The places of money, above each of these pages.
void add_money_tabs(view::Dictionary& into, view::Marker const& at, view::Frame const& frame);

}  // namespace ssr::admin
