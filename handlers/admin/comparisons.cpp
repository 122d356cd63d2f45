#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_pages.h"

namespace ssr::admin {

namespace {

constexpr int kReportsOnPage = 31;

}  // namespace

Response list_comparisons(App& app, Admin const& me, Query<ComparisonsQuery> const& query) {
    auto const number = query.values->page;
    ComparisonsPage page{
        .reports = billing::reconciliation_reports(app.db, kReportsOnPage + 1, (number - 1) * kReportsOnPage),
        .number = number};
    page.is_more = page.reports.size() > kReportsOnPage;
    if (page.is_more) page.reports.pop_back();
    return guard::page(me, render(page, admin::frame_of(me)));
}

}  // namespace ssr::admin
