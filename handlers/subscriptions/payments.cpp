#include "domain/billing/payment_history.h"
#include "subscriptions/answers.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

namespace {

constexpr int kLinesForProgram = 100;

// "SSR/26-27/000001" is the file SSR-26-27-000001.pdf.
std::string file_name(std::string number) {
    std::replace(number.begin(), number.end(), '/', '-');
    return number + ".pdf";
}

}  // namespace

Response list_payments(App& app, SignedIn const& me, Query<PaymentsQuery> const& query) {
    billing::HistoryPage wanted{.kind = query.values->kind, .number = query.values->page};
    if (me.request->wants_json()) wanted.size = kLinesForProgram;
    auto const history = billing::payment_history(app.db, me.session.user, wanted);
    if (me.request->wants_json()) return web::json(payments_json(history));
    return guard::page(me, render(PaymentsPage{wanted, history, app.clock.now()}, guard::frame_of(me)));
}

Response download_invoice(App& app, SignedIn const& me, PublicPaymentId const& payment) {
    auto paper = app.papers.find(me.session.user, payment);
    if (!paper) return web::not_found();
    return web::attachment(std::move(paper->bytes), "application/pdf", file_name(paper->invoice_number));
}

}  // namespace ssr::subscriptions_pages
