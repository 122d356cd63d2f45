#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"

namespace ssr::admin {

namespace {

constexpr int kCasesShown = 100;

billing::ReviewDecision decision_of(Admin const& me, NoteForm const& form, PublicPaymentId const& payment) {
    return {.payment = payment,
            .by = me.session.user,
            .note = form.note,
            .ip_address = me.request->remote_address};
}

enum class Decision { settle, send_back };

Response decide(App& app, Admin const& me, Form<NoteForm> const& form, PublicPaymentId const& id,
                Decision decision) {
    bool const sends_back = decision == Decision::send_back;
    TriedDecision tried{.sends_back = sends_back, .typed = form.typed};
    if (form.values) {
        auto const wanted = decision_of(me, *form.values, id);
        auto const done =
            sends_back ? app.money.reviews.send_money_back(wanted) : app.money.reviews.settle(wanted);
        if (!done) tried.refusal = explain(done.error());
    } else {
        tried.refusal = not_valid(form.errors);
    }
    bool const is_program = me.request->wants_json();
    if (tried.refusal)
        return is_program ? web::refuse(*tried.refusal) : payment_page(app, me, id, {}, std::move(tried));
    return is_program ? web::no_content()
                      : web::redirect(urls::payment(id) + "?done=" + (sends_back ? "sent_back" : "settled"));
}

}  // namespace

Response list_reviews(App& app, Admin const& me) {
    ReviewPage page{.cases = app.money.reviews.list(kCasesShown + 1)};
    page.is_more = page.cases.size() > kCasesShown;
    if (page.is_more) page.cases.pop_back();
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response settle_review(App& app, Admin const& me, Form<NoteForm> const& form, PublicPaymentId const& id) {
    return decide(app, me, form, id, Decision::settle);
}

Response send_held_money_back(App& app, FreshAdmin const& me, Form<NoteForm> const& form,
                              PublicPaymentId const& id) {
    return decide(app, me, form, id, Decision::send_back);
}

}  // namespace ssr::admin
