#include <algorithm>

#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "admin/payment.tpl.h"
#include "domain/billing/dispute.h"
#include "domain/billing/quote.h"
#include "domain/billing/refunds.h"
#include "values/gstin.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

using billing::FiledRefund, billing::Payment, billing::PaymentFile;
using Kind = view::Column::Kind;

view::PageHead head_of(PaymentPage const& page) {
    auto const& payment = page.file.payment;
    auto const what = billing::names_of(billing::lines_if_any(payment.snapshot));
    view::PageHead head{.title = payment.order_number,
                        .text = (what.empty() ? "" : what + ", ") + payment.total.display() + ", ordered " +
                                display_time(payment.created_at),
                        .crumbs = {{"Payments", std::string{urls::kPayments}}, {payment.order_number, ""}}};
    if (!billing::bar_to_refund(payment, page.now))
        head.actions.push_back({.label = "Refund",
                                .href = urls::refund(payment.public_id),
                                .look = view::Look::danger_quiet,
                                .icon = "arrow-counterclockwise"});
    return head;
}

view::Table lines_of(Payment const& payment) {
    view::Table table{.caption = "Modules of the order",
                      .columns = {{.label = "Module", .is_lead = true},
                                  {.label = "Months", .kind = Kind::number},
                                  {.label = "Price", .kind = Kind::number},
                                  {.label = "Discount", .kind = Kind::number},
                                  {.label = "GST", .kind = Kind::number}}};
    for (auto const& line : billing::lines_if_any(payment.snapshot))
        table.rows.push_back({{.text = line.name, .small = line.credit > Money{} ? "Upgrade" : ""},
                              {.text = std::to_string(line.months)},
                              {.text = line.price.grouped()},
                              {.text = line.discount > Money{} ? line.discount.grouped() : ""},
                              {.text = std::to_string(line.gst_percent) + " %"}});
    return table;
}

view::Totals totals_of(Payment const& payment) {
    using Row = view::TotalRow;
    view::Totals totals;
    auto const add = [&](std::string label, Money amount, Row::Kind kind = Row::Kind::plain) {
        totals.rows.push_back({.label = std::move(label), .amount = amount.grouped(), .kind = kind});
    };
    auto const coupon = payment.snapshot["coupon"].text().value_or("");
    if (payment.discount > Money{}) {
        add("Price", payment.subtotal);
        add(coupon.empty() ? "Discount" : "Discount, coupon " + coupon, -payment.discount);
    }
    add("Taxable", payment.subtotal - payment.discount, Row::Kind::sum);
    if (payment.tax.igst > Money{}) add("IGST", payment.tax.igst);
    if (payment.tax.cgst > Money{}) {
        add("CGST", payment.tax.cgst);
        add("SGST", payment.tax.sgst);
    }
    add("Total", payment.total, Row::Kind::grand);
    if (payment.refunded > Money{}) {
        add("Given back or on its way", -payment.refunded);
        add("Left", payment.total - payment.refunded, Row::Kind::sum);
    }
    return totals;
}

std::string what_of(FiledRefund const& refund) {
    if (!refund.is_surplus) return refund.reason;
    return refund.reason + " Not of this payment: no credit note.";
}

view::Table table_of(std::vector<FiledRefund> const& refunds) {
    view::Table table{.caption = "Refunds of this payment, the oldest first",
                      .columns = {{.label = "Asked for", .is_lead = true},
                                  {.label = "Amount", .kind = Kind::number},
                                  {.label = "State"},
                                  {.label = "Reason"},
                                  {.label = "Credit note"}}};
    for (auto const& refund : refunds)
        table.rows.push_back(
            {{.text = display_time(refund.created_at), .small = refund.requested_by},
             {.text = refund.amount.grouped()},
             {.small = refund.failure_reason.value_or(refund.gateway_refund_id.value_or("")),
              .pill = pill_of(refund.status)},
             {.text = what_of(refund), .small = refund.ends_access ? "Ends the access" : ""},
             {.text = refund.note_number, .small = refund.note && !refund.note_counts ? "cancelled" : ""}});
    return table;
}

view::Table table_of(std::vector<billing::StoredEvent> const& events) {
    view::Table table{.caption = "Events of this order, the newest first",
                      .columns = {{.label = "Event", .is_lead = true},
                                  {.label = "Received"},
                                  {.label = "Result"},
                                  {.kind = Kind::actions}}};
    for (auto const& event : events)
        table.rows.push_back(
            {{.text = event.type, .href = urls::event(event.event_id)},
             {.text = display_time(event.received_at)},
             {.pill = pill_of_event(event.result)},
             {.post_buttons = {{{.label = "Replay", .is_small = true}, urls::replay(event.event_id)}}}});
    return table;
}

void add_fact(view::Dictionary& body, std::string const& label, std::string const& value,
              std::string const& href = {}) {
    if (value.empty()) return;
    auto& fact = view::section(body, kp_FACT);
    fact.SetValue(kp_LABEL, label);
    auto& kind = view::section(fact, href.empty() ? kp_PLAIN : kp_LINK);
    kind.SetValue(kp_VALUE, value);
    kind.SetValue(kp_HREF, href);
}

void fill_facts(view::Dictionary& body, PaymentFile const& file) {
    auto const& payment = file.payment;
    add_fact(body, "State", pill_of(payment.status).text);
    add_fact(body, "User", file.user_name.empty() ? "Without a name" : file.user_name, urls::user(file.user));
    auto const order = payment.gateway_order_id.value_or("");
    add_fact(body, "Razorpay order", order, order.empty() ? "" : urls::events_of(order));
    add_fact(body, "Razorpay payment", payment.gateway_payment_id.value_or(""));
    if (payment.dispute) add_fact(body, "Dispute", in_words(*payment.dispute) + " (" + file.dispute_id + ")");
    if (payment.checks > 0)
        add_fact(body, "Looked at", std::to_string(payment.checks) + " times by the schedule");
}

void fill_bill_to(view::Dictionary& body, billing::BillTo const& bill_to) {
    auto const state = State::parse(bill_to.state_code);
    std::pair<char const*, std::string> const facts[] = {
        {"Name", bill_to.name.empty() ? "Erased" : bill_to.name},
        {"Mobile", bill_to.phone},
        {"E-mail", bill_to.email},
        {"GSTIN", bill_to.gstin},
        {"Address", bill_to.address},
        {"Place of supply", bill_to.state_code + (state ? " " + std::string{state->name()} : "")}};
    for (auto const& [label, value] : facts) {
        if (value.empty()) continue;
        auto& fact = view::section(body, kp_BILL_TO);
        fact.SetValue(kp_LABEL, label);
        fact.SetValue(kp_VALUE, value);
    }
}

void fill_papers(view::Dictionary& body, PaymentFile const& file) {
    if (file.invoice_number.empty()) return;
    auto const& id = file.payment.public_id;
    auto& papers = view::section(body, kp_PAPERS);
    view::add(papers, kp_PAPER,
              view::Button{
                  .label = "Invoice " + file.invoice_number, .href = urls::invoice(id), .icon = "download"});
    for (auto const& refund : file.refunds) {
        if (!refund.note) continue;
        if (refund.note_counts)
            view::add(papers, kp_PAPER,
                      view::Button{.label = "Credit note " + refund.note_number,
                                   .href = urls::credit_note(id, *refund.note),
                                   .icon = "download"});
        else
            view::section(papers, kp_CANCELLED).SetValue(kp_NUMBER, refund.note_number);
    }
}

struct Happened {
    Instant at;
    std::string text, detail = {};
    view::TimelineEntry::State state = view::TimelineEntry::State::done;
};

void add_refund(std::vector<Happened>& story, FiledRefund const& refund) {
    using State = view::TimelineEntry::State;
    auto const amount = refund.amount.display();
    auto const whose = refund.requested_by.empty() ? "" : " by " + refund.requested_by;
    story.push_back({refund.created_at, "Refund of " + amount + " asked for" + whose});
    if (refund.status == billing::RefundStatus::pending) story.back().state = State::now;
    if (!refund.ended_at) return;
    if (refund.status == billing::RefundStatus::failed)
        story.push_back({*refund.ended_at, "Refund of " + amount + " failed",
                         refund.failure_reason.value_or(""), State::bad});
    else
        story.push_back({*refund.ended_at, amount + " went back"});
}

view::Timeline story_of(PaymentFile const& file) {
    using State = view::TimelineEntry::State;
    auto const& payment = file.payment;
    std::vector<Happened> story{{payment.created_at, "Order made"}};
    if (file.attempted_at) story.push_back({*file.attempted_at, "Payment begun"});
    if (file.failed_at)
        story.push_back({*file.failed_at, "Payment failed", payment.failure_reason.value_or(""), State::bad});
    if (file.authorized_at) story.push_back({*file.authorized_at, "Authorised by the bank"});
    if (payment.captured_at)
        story.push_back({*payment.captured_at, "Paid, access and invoice given", file.invoice_number});
    for (auto const& refund : file.refunds) add_refund(story, refund);
    std::stable_sort(story.begin(), story.end(), [](auto const& a, auto const& b) { return a.at < b.at; });

    view::Timeline timeline;
    // Nothing says when the bank told of it: it stands with what is now.
    if (payment.dispute)
        timeline.entries.push_back({in_words(*payment.dispute), file.dispute_id,
                                    billing::is_frozen(*payment.dispute) ? State::bad : State::done});
    for (auto at = story.rbegin(); at != story.rend(); ++at)
        timeline.entries.push_back(
            {at->text, display_time(at->at) + (at->detail.empty() ? "" : ". " + at->detail), at->state});
    return timeline;
}

view::Field note_field(PaymentPage const& page, bool sends_back) {
    view::Field field{.name = "note",
                      .label = "Note",
                      .hint = "What you found; it stands in the audit log",
                      .id = sends_back ? "f-send-note" : "f-note",
                      .max_length = 200};
    auto const& tried = page.tried;
    if (tried.refusal && tried.sends_back == sends_back)
        return view::filled(std::move(field), tried.typed, tried.refusal->errors);
    return field;
}

void fill_review(view::Dictionary& body, PaymentPage const& page) {
    auto const& file = page.file;
    auto const& payment = file.payment;
    if (!payment.review_reason) return;
    auto const words = in_words_of_review(*payment.review_reason);
    auto& review = view::section(body, kp_REVIEW);
    review.SetValue(kp_TITLE, words.title);
    review.SetValue(kp_DETAIL, words.detail);
    auto& settle = view::section(review, kp_SETTLE);
    settle.SetValue(kp_ACTION, urls::settle(payment.public_id));
    view::add(settle, kp_FIELD, note_field(page, false));
    if (!file.held_payment_id || !file.held_amount) return;
    auto& held = view::section(review, kp_HELD);
    held.SetValue(kp_ACTION, urls::send_back(payment.public_id));
    held.SetValue(kp_AMOUNT, file.held_amount->display());
    held.SetValue(kp_GATEWAY_PAYMENT, *file.held_payment_id);
    view::add(held, kp_FIELD, note_field(page, true));
}

// A complaint about a note is linked to the form in which it stands.
void show_tried(view::Document& out, TriedDecision const& tried) {
    if (!tried.refusal) return;
    view::Errors errors;
    for (auto const& [name, complaint] : tried.refusal->errors)
        errors.emplace(tried.sends_back ? "send-" + name : name, complaint);
    out.show_errors(errors);
    if (errors.empty())
        view::add(out.body(), kp_NOTE,
                  view::Note{view::Tone::bad, tried.refusal->title + ".", tried.refusal->detail});
}

void fill_events(view::Dictionary& body, PaymentPage const& page) {
    auto const& payment = page.file.payment;
    if (payment.gateway_order_id)
        view::add(
            body, kp_ASK,
            view::PostButton{{.label = "Ask Razorpay", .is_small = true}, urls::check(payment.public_id)});
    if (!page.events.empty()) {
        view::add(body, kp_EVENTS, table_of(page.events));
        return;
    }
    view::add(body, kp_EVENTS,
              view::Empty{.title = "Nothing yet",
                          .text = payment.gateway_order_id ? "No event of this order has come."
                                                           : "Razorpay does not know this order."});
}

}  // namespace

std::string render(PaymentPage const& page, view::Frame const& frame) {
    auto const& file = page.file;
    view::Document out{frame, "admin/payment.tpl", file.payment.order_number};
    auto& body = out.body();
    view::add(body, kp_HEAD, head_of(page));
    show_tried(out, page.tried);
    fill_review(body, page);
    if (auto const lines = lines_of(file.payment); !lines.rows.empty()) view::add(body, kp_LINES, lines);
    view::add(body, kp_TOTALS, totals_of(file.payment));
    if (!file.refunds.empty()) view::add(view::section(body, kp_REFUNDS), kp_TABLE, table_of(file.refunds));
    fill_events(body, page);
    fill_facts(body, file);
    fill_bill_to(body, file.payment.bill_to);
    fill_papers(body, file);
    view::add(body, kp_TIMELINE, story_of(file));
    return out.html();
}

}  // namespace ssr::admin
