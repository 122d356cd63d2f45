#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"

namespace ssr::admin {

namespace {

constexpr int kEventsShown = 20;

std::optional<view::Toast> toast_of(MoneyDone const& done) {
    if (done.what == "asked")
        return view::Toast{.text = "Razorpay is being asked. Load this page again in a minute."};
    if (done.what == "refunded") return view::Toast{.text = "The refund is on its way to Razorpay."};
    if (done.what == "settled") return view::Toast{.text = "The case is settled."};
    if (done.what == "sent_back")
        return view::Toast{.text = "The money is on its way back. The case is settled."};
    return std::nullopt;
}

// "SSR/26-27/000001" is the file SSR-26-27-000001.pdf.
Response file_of(billing::StoredPaper paper) {
    auto name = paper.number;
    std::replace(name.begin(), name.end(), '/', '-');
    return web::attachment(std::move(paper.bytes), "application/pdf", name + ".pdf");
}

}  // namespace

Response payment_page(App& app, Admin const& me, PublicPaymentId const& id, MoneyDone const& done,
                      TriedDecision tried) {
    auto file = billing::payment_file(app.db, id);
    if (!file) return web::not_found();
    PaymentPage page{
        .file = *std::move(file), .events = {}, .now = app.clock.now(), .tried = std::move(tried)};
    if (auto const& order = page.file.payment.gateway_order_id)
        page.events = app.money.events.list({.gateway_order = *order, .most = kEventsShown});
    auto frame = admin::frame_of(me);
    frame.toast = toast_of(done);
    auto const status = page.tried.refusal ? page.tried.refusal->status : web::Status::ok;
    return guard::page(me, render(page, frame), status);
}

Response show_payment(App& app, Admin const& me, Query<MoneyDone> const& query, PublicPaymentId const& id) {
    return payment_page(app, me, id, *query.values, {});
}

Response check_payment(App& app, Admin const& me, Form<web::Press> const&, PublicPaymentId const& id) {
    auto const asked = app.money.payments.ask(id, me.session.user, me.request->remote_address);
    if (!asked) return web::refuse(explain(asked.error()));
    if (me.request->wants_json()) return web::json(Json::Object{{"status", "asked"}}, web::Status::accepted);
    return web::redirect(urls::payment(id) + "?done=asked");
}

Response download_invoice(App& app, Admin const&, PublicPaymentId const& payment) {
    auto paper = app.money.papers.find_anyone_s(payment);
    return paper ? file_of(*std::move(paper)) : web::not_found();
}

Response download_credit_note(App& app, Admin const&, PublicPaymentId const& payment,
                              PublicCreditNoteId const& note) {
    auto paper = app.money.papers.find_anyone_s_note(payment, note);
    return paper ? file_of(*std::move(paper)) : web::not_found();
}

}  // namespace ssr::admin
