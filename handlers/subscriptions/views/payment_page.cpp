#include <ctemplate/template.h>

#include "subscriptions/pages.h"
#include "subscriptions/payment.tpl.h"
#include "subscriptions/stage.h"
#include "subscriptions/urls.h"
#include "view/figure_pieces.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using billing::Payment;
using view::Tone;

constexpr char const* kMoneyComesBack =
    "If your bank took the amount all the same, it returns to your account in 5 to 7 working days.";

/// The words of one stage.
struct Words {
    Tone tone = Tone::plain;
    std::string icon, title, text;
    std::optional<view::Note> note = {};
    std::string advice = {};
};

Instant end_of(Outcome const& outcome) {
    auto end = outcome.payment.created_at;
    for (auto const& standing : outcome.given) end = std::max(end, standing.expires_at);
    return end;
}

std::string names(Payment const& payment) { return billing::names_of(billing::lines_of(payment.snapshot)); }

Words to_pay(PaymentPage const& page) {
    auto const& payment = page.outcome.payment;
    if (page.was_closed)
        return {
            .tone = Tone::warn,
            .icon = "x-lg",
            .title = "You closed the payment window",
            .text = "Razorpay knows of no payment, and nothing was opened. Your order is kept for 24 hours.",
            .advice = kMoneyComesBack};
    return {.icon = "lock-fill",
            .title = "Pay " + payment.total.display(),
            .text = "For " + names(payment) +
                    ". Razorpay’s window opens for UPI, card or net banking; this page waits for it."};
}

Words unsent() {
    return {.tone = Tone::warn,
            .icon = "clock",
            .title = "This order is not ready to be paid",
            .text = "Razorpay did not answer when you ordered. Nothing was charged; go on with the order."};
}

Words failed(Payment const& payment) {
    return {.tone = Tone::bad,
            .icon = "x-lg",
            .title = "Payment did not go through",
            .text =
                "Nothing was opened. Your order is kept for 24 hours: you can try again with the same or "
                "another way to pay.",
            .note = view::Note{.tone = Tone::bad,
                               .strong = "Reason from the bank:",
                               .text = payment.failure_reason.value_or("none was given.")},
            .advice = kMoneyComesBack};
}

Words waiting() {
    return {
        .tone = Tone::warn,
        .icon = "clock",
        .title = "Waiting for your bank",
        .text =
            "The bank has not confirmed yet. This page asks by itself every 10 seconds. Do not pay again.",
        .advice =
            "You may close this page: the module opens by itself, and the receipt is sent to you. If the "
            "bank says no, the amount returns to your account in 5 to 7 working days."};
}

Words lapsed() {
    return {.tone = Tone::warn,
            .icon = "clock",
            .title = "This order has ended",
            .text = "An order is kept for 24 hours, because prices change. Nothing was charged; order again.",
            .advice = kMoneyComesBack};
}

Words held() {
    return {.tone = Tone::warn,
            .icon = "hourglass-split",
            .title = "We are looking at this payment",
            .text =
                "An amount came that does not fit this order, so nothing was opened yet. Do not pay again. "
                "Support "
                "opens the module or returns the amount."};
}

Words paid(PaymentPage const& page) {
    auto const& payment = page.outcome.payment;
    auto const& given = page.outcome.given;
    bool const are_many = given.size() > 1;
    auto const& bill_to = payment.bill_to;
    auto const to = bill_to.email.empty() ? bill_to.phone : bill_to.email;
    Words words{.icon = "check-lg",
                .title = payment.total > Money{} ? "Payment received" : "Your order is complete",
                .text = names(payment) + (are_many ? " are" : " is") + " open till " +
                        display_date(end_of(page.outcome)) + "." +
                        (to.empty() ? "" : " The receipt was sent to " + to + ".")};
    if (payment.refunded > Money{})
        words.note = view::Note{.strong = payment.refunded.display() + " of it goes back to you.",
                                .text =
                                    "Banks take 5 to 7 working days. The credit note stands beside the "
                                    "invoice."};
    return words;
}

Words returned(Payment const& payment) {
    return {.tone = Tone::warn,
            .icon = "arrow-counterclockwise",
            .title = "Payment returned",
            .text = payment.total.display() +
                    " was returned to where it came from. Banks take 5 to 7 working days."};
}

Words words_of(PaymentPage const& page, Stage stage) {
    switch (stage) {
        case Stage::unsent: return unsent();
        case Stage::to_pay: return to_pay(page);
        case Stage::failed: return failed(page.outcome.payment);
        case Stage::waiting: return waiting();
        case Stage::lapsed: return lapsed();
        case Stage::held: return held();
        case Stage::paid: return paid(page);
        case Stage::returned: return returned(page.outcome.payment);
    }
    return {};
}

view::Timeline steps_of(Payment const& payment) {
    using State = view::TimelineEntry::State;
    return {
        {{.text = "Order made", .detail = display_time(payment.created_at), .state = State::done},
         {.text = "Payment begun in Razorpay’s window", .state = State::done},
         {.text = "Bank confirms", .detail = "Mostly under 2 minutes, sometimes 1 day", .state = State::now},
         {.text = names(payment) + " opens, invoice made", .state = State::awaited}}};
}

// Where the same is ordered anew.
std::string checkout_of(Payment const& payment) {
    auto const lines = billing::lines_of(payment.snapshot);
    auto const& first = lines.front();
    auto const bundle = payment.snapshot["bundle"].text().value_or("");
    auto const module = bundle.empty() ? parse_module(first.module) : std::nullopt;
    if (module && first.replaces) return urls::upgrade(*module, first.months);
    return urls::checkout({.module = module, .bundle = bundle, .months = first.months});
}

std::vector<view::Button> with_papers(std::vector<view::Button> steps, Outcome const& outcome) {
    auto const& [invoice, notes] = outcome.papers;
    auto const& payment = outcome.payment.public_id;
    steps.push_back({.label = "Invoice " + invoice, .href = urls::invoice(payment), .icon = "download"});
    for (auto const& note : notes)
        steps.push_back({.label = "Credit note " + note.number,
                         .href = urls::credit_note(payment, note.public_id),
                         .icon = "download"});
    return steps;
}

// What can be done next, besides paying.
std::vector<view::Button> steps(PaymentPage const& page, Stage stage) {
    auto const& payment = page.outcome.payment;
    view::Button const help{.label = "Ask for help", .href = std::string{urls::kSupport}};
    if (stage == Stage::unsent)
        return {{.label = "Go on with the order", .href = checkout_of(payment), .look = view::Look::primary}};
    if (stage == Stage::lapsed)
        return {{.label = "Order again", .href = checkout_of(payment), .look = view::Look::primary}};
    if (stage == Stage::to_pay) return {{.label = "Change the order", .href = checkout_of(payment)}};
    if (stage == Stage::returned) return with_papers({help}, page.outcome);
    if (stage != Stage::paid) return {help};

    auto const lines = billing::lines_of(payment.snapshot);
    auto const module = lines.size() == 1 ? parse_module(lines.front().module) : std::nullopt;
    view::Button open{.label = "Go to the dashboard", .href = "/dashboard/", .look = view::Look::primary};
    if (module) {
        open.label = "Open " + lines.front().name;
        open.href = home(*module);
    }
    return with_papers({open}, page.outcome);
}

void fill_pay(view::Dictionary& body, PaymentPage const& page, Stage stage) {
    auto const& payment = page.outcome.payment;
    auto& pay = view::section(body, kp_PAY);
    bool const is_first = stage == Stage::to_pay && !page.was_closed;
    pay.SetValue(kp_LOOK, stage == Stage::waiting ? "quiet" : "primary");
    view::show_if(is_first, pay, kp_LARGE);
    pay.SetValue(kp_LABEL, is_first ? "Pay " + payment.total.display() : "Try again");
    pay.SetValue(kp_KEY, page.razorpay.key_id);
    pay.SetValue(kp_ORDER, *payment.gateway_order_id);
    pay.SetValue(kp_AMOUNT, std::to_string(payment.total.paise()));
    pay.SetValue(kp_DESCRIPTION, names(payment));
    pay.SetValue(kp_NAME, payment.bill_to.name);
    pay.SetValue(kp_EMAIL, payment.bill_to.email);
    pay.SetValue(kp_CONTACT, payment.bill_to.phone);
}

void fill_facts(view::Dictionary& body, Outcome const& outcome) {
    auto const& payment = outcome.payment;
    auto const add = [&](std::string const& label, std::string const& value) {
        if (value.empty()) return;
        auto& fact = view::section(body, kp_FACT);
        fact.SetValue(kp_LABEL, label);
        fact.SetValue(kp_VALUE, value);
    };
    add("Order no.", payment.order_number);
    add("Amount", payment.total.display());
    add("Modules", names(payment));
    add("Coupon", payment.snapshot["coupon"].text().value_or(""));
    add("Billed to", payment.bill_to.name);
    add("Invoice no.", outcome.papers.invoice);
    add("Ordered", display_time(payment.created_at));
    if (payment.captured_at) add("Paid", display_time(*payment.captured_at));
    if (payment.refunded > Money{}) add("Returned", payment.refunded.display());
}

}  // namespace

std::string render(PaymentPage const& page, view::Frame const& frame) {
    auto const& payment = page.outcome.payment;
    auto const stage = stage_of(payment, page.now);
    auto const words = words_of(page, stage);
    auto payments_frame = frame;
    payments_frame.path = urls::kPayments;  // an order is a line of that page
    view::Document out{payments_frame, "subscriptions/payment.tpl", words.title};
    auto& body = out.body();
    view::show(body, kp_TONE, kp_NAME,
               words.tone == Tone::bad    ? "bad"
               : words.tone == Tone::warn ? "warn"
                                          : "");
    body.SetValue(kp_ICON, words.icon);
    body.SetValue(kp_TITLE, words.title);
    body.SetValue(kp_TEXT, words.text);
    body.SetValue(kp_CHECK, urls::check(payment.public_id));
    body.SetValue(kp_SCRIPT, page.razorpay.script);
    if (stage == Stage::waiting)
        view::section(body, kp_AWAITED).SetValue(kp_STATUS, std::string{code(payment.status)});
    if (words.note || !words.advice.empty()) {
        auto& told = view::section(body, kp_TOLD);
        if (words.note) view::add(told, kp_NOTE, *words.note);
        if (stage == Stage::waiting) view::add(told, kp_TIMELINE, steps_of(payment));
        view::show(told, kp_ADVICE, kp_TEXT, words.advice);
    }
    if (can_be_paid(payment, page.now)) fill_pay(body, page, stage);
    for (auto const& step : steps(page, stage)) view::add(body, kp_ACTION, step);
    fill_facts(body, page.outcome);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
