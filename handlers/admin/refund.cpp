#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_answers.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "base/secure.h"
#include "domain/billing/credit_note_book.h"
#include "domain/billing/payment_store.h"

namespace ssr::admin {

namespace {

Response refund_page(App& app, Admin const& me, PublicPaymentId const& id, web::Fields const& typed,
                     std::optional<web::Refusal> const& refusal) {
    auto const payment = billing::PaymentStore{app.db}.find_anyone_s(id);
    if (!payment) return web::not_found();
    auto const now = app.clock.now();
    RefundPage const page{.payment = *payment,
                          .next_note = billing::CreditNoteBook{app.db, app.money.supplier}.next_number(now),
                          .key = random_hex(16),
                          .now = now,
                          .typed = typed,
                          .refusal = refusal};
    return guard::page(me, render(page, admin::frame_of(me)), refusal ? refusal->status : web::Status::ok);
}

Response came_back(App& app, Admin const& me, PublicPaymentId const& id, web::Fields const& typed,
                   web::Refusal const& refusal) {
    if (me.request->wants_json()) return web::refuse(refusal);
    return refund_page(app, me, id, typed, refusal);
}

billing::RefundWish wish_of(Admin const& me, RefundForm const& form, PublicPaymentId const& id) {
    return {.payment = id,
            .amount = form.amount,
            .reason = form.reason,
            .ends_access = form.ends_access,
            .by = me.session.user,
            .ip_address = me.request->remote_address,
            .idempotency_key = key_of(me, form.idempotency_key)};
}

}  // namespace

Response show_refund(App& app, Admin const& me, PublicPaymentId const& id) {
    return refund_page(app, me, id, {}, {});
}

Response refund_payment(App& app, FreshAdmin const& me, Form<RefundForm> const& form,
                        PublicPaymentId const& id) {
    if (!form.values) return came_back(app, me, id, form.typed, not_valid(form.errors));
    auto const refund = app.money.refunds.request(wish_of(me, *form.values, id));
    if (!refund)
        return came_back(app, me, id, form.typed, explain(refund.error(), form.values->amount_field));
    if (me.request->wants_json()) return web::json(refund_json(*refund));
    return web::redirect(urls::payment(id) + "?done=refunded");
}

}  // namespace ssr::admin
