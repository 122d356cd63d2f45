#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_answers.h"
#include "admin/money_pages.h"

namespace ssr::admin {

namespace {

constexpr int kLinesForProgram = 100;

}  // namespace

Response list_payments(App& app, Admin const& me, Query<PaymentsQuery> const& query) {
    auto const& asked = *query.values;
    billing::DeskWish wish{
        .text = asked.text, .kind = asked.kind, .month = asked.month, .number = asked.page};
    if (me.request->wants_json()) {
        wish.size = kLinesForProgram;
        return web::json(payments_json(app.money.payments.list(wish)));
    }
    auto const now = app.clock.now();
    auto const month = asked.month.value_or(Month::of(now));
    PaymentsPage const page{wish, app.money.payments.list(wish), month, app.money.payments.month(month), now};
    return guard::page(me, render(page, admin::frame_of(me)));
}

}  // namespace ssr::admin
