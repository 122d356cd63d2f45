#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_pages.h"
#include "domain/billing/gstr1_files.h"
#include "domain/billing/gstr1_store.h"

namespace ssr::admin {

Response show_gstr1(App& app, Admin const& me, Query<Gstr1Query> const& query) {
    auto const now = app.clock.now();
    auto const month = query.values->month.value_or(Month::of(now).before());
    auto const papers = billing::papers_of(app.db, month);
    Gstr1Page const page{.made = billing::gstr1(app.money.supplier.gstin, month, papers),
                         .papers = billing::net_of(papers),
                         .paper_count = int(papers.invoices.size() + papers.credit_notes.size()),
                         .now = now,
                         .may_export = guard::is_fresh(me.session, now)};
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response download_gstr1(App& app, FreshAdmin const& me, Gstr1Segment const& segment) {
    auto const now = app.clock.now();
    auto const made =
        billing::gstr1(app.money.supplier.gstin, segment.month, billing::papers_of(app.db, segment.month));
    std::string const ending = segment.is_workbook ? "xlsx" : "json";
    billing::record_export(app.db, {segment.month, ending, me.session.user, me.request->remote_address}, now);
    auto bytes = segment.is_workbook ? to_workbook(made, now) : to_json(made).dump();
    return web::attachment(std::move(bytes),
                           segment.is_workbook
                               ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                               : "application/json",
                           "GSTR1-" + segment.month.text() + "." + ending);
}

}  // namespace ssr::admin
