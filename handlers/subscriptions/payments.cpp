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

Response file_of(billing::StoredPaper paper) {
    return web::attachment(std::move(paper.bytes), "application/pdf", file_name(paper.number));
}

}  // namespace

Response list_payments(App& app, SignedIn const& me, Query<PaymentsQuery> const& query) {
    auto const& asked = *query.values;
    billing::HistoryPage wanted{
        .kind = asked.kind, .year = asked.year, .text = asked.text, .number = asked.page};
    if (me.request->wants_json()) wanted.size = kLinesForProgram;
    auto const history = billing::payment_history(app.db, me.session.user, wanted);
    if (me.request->wants_json()) return web::json(payments_json(history));
    auto const years = billing::years_of_payments(app.db, me.session.user, app.clock.now());
    return guard::page(me, render(PaymentsPage{wanted, history, years}, guard::frame_of(me)));
}

Response download_invoice(App& app, SignedIn const& me, PublicPaymentId const& payment) {
    auto paper = app.papers.find(me.session.user, payment);
    return paper ? file_of(*std::move(paper)) : web::not_found();
}

Response download_credit_note(App& app, SignedIn const& me, PublicPaymentId const& payment,
                              PublicCreditNoteId const& note) {
    auto paper = app.papers.find_note(me.session.user, payment, note);
    return paper ? file_of(*std::move(paper)) : web::not_found();
}

}  // namespace ssr::subscriptions_pages
