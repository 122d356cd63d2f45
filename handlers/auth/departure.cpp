#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/entry.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

using accounts::Purpose;

// Someone signed in has no pre-session: his codes are bound to his session instead.
std::string browser_of(Arrived const& who) { return std::string{who.request->cookie(web::kSessionCookie)}; }

accounts::OtpAsker asker_of(Arrived const& who) { return auth::asker_of(*who.request, {browser_of(who)}); }

LoginId code_goes_to(accounts::Session const& who) {
    return *LoginId::parse(who.phone.empty() ? who.email : who.phone);
}

DeparturePage page_for(App& app, Arrived const& who) {
    DeparturePage page{.pending = app.departures.pending(who.session.user),
                       .code = app.otp.pending(Purpose::close_account, browser_of(who)),
                       .to = code_goes_to(who.session).masked()};
    if (page.code && page.code->is_expired) page.code.reset();
    if (page.code)
        page.resend_in = std::max(std::chrono::seconds{0}, page.code->challenge.resend_at - app.clock.now());
    return page;
}

Response shown_again(App& app, Arrived const& who, web::Refusal const& refusal) {
    auto page = page_for(app, who);
    bool const is_of_field = page.code && (refusal.code == "wrong_otp" || !refusal.errors.empty());
    if (is_of_field)
        page.error = refusal.errors.empty() ? refusal.title + ". " + refusal.detail : refusal.detail;
    else
        page.refusal = refusal;
    return came_back(who, refusal, render(page, frame_of(who)));
}

web::Refusal explain(privacy::DepartureRefused) {
    return {.status = web::Status::conflict,
            .code = "staff_account",
            .title = "This is an account of our staff",
            .detail = "A superadmin takes the role away first; then it can be deleted here."};
}

Response send_code(App& app, Arrived const& who) {
    auto const sent = app.otp.request(code_goes_to(who.session), Purpose::close_account, asker_of(who));
    if (!sent) return shown_again(app, who, auth::explain(sent.error()));
    if (who.request->wants_json())
        return web::json(Json::Object{{"masked_to", sent->to.masked()},
                                      {"expires_in", (sent->expires_at - app.clock.now()).count()}});
    return web::redirect(urls::kDeleteAccount);
}

web::Refusal no_wish() {
    return {.status = web::Status::not_found,
            .code = "no_deletion",
            .title = "There is nothing to take back",
            .detail = "This account is not about to be deleted, or the link is not complete."};
}

}  // namespace

Response show_departure(App& app, Arrived const& who) {
    return guard::page(who, render(page_for(app, who), frame_of(who)));
}

Response delete_account(App& app, Arrived const& who, Form<DeletionForm> const& form) {
    if (!form.values) return shown_again(app, who, auth::explain(form.errors));
    if (who.session.role != accounts::Role::user)
        return shown_again(app, who, explain(privacy::DepartureRefused::is_staff));
    if (!form.values->otp) return send_code(app, who);
    auto const code = app.otp.pending(Purpose::close_account, browser_of(who));
    if (!code) return shown_again(app, who, no_code_asked_for());
    auto const proof =
        app.otp.check(code->challenge.id, Purpose::close_account, asker_of(who), *form.values->otp);
    if (!proof) return shown_again(app, who, auth::explain(proof.error()));

    auto const departure = app.departures.ask(who.session, who.request->remote_address);
    if (!departure) return shown_again(app, who, explain(departure.error()));
    auto response =
        who.request->wants_json()
            ? web::json(Json::Object{{"status", "pending"}, {"due_at", to_iso(departure->due_at)}})
            : web::redirect(urls::kDeletionAsked);
    take_cookies(response);
    return response;
}

Response keep_account(App& app, Arrived const& who, Form<Press> const&) {
    bool const was_pending = app.departures.cancel(who.session.user, who.request->remote_address);
    if (who.request->wants_json()) return was_pending ? web::no_content() : web::refuse(no_wish());
    return web::redirect(urls::kSettings);
}

Response show_departure_asked(App&, Visitor const& who) {
    DepartureNotePage const page{
        .title = "Your account will be deleted in 7 days",
        .text =
            "You are signed out everywhere. To keep the account, open the link in our mail, or sign in "
            "before that "
            "day and choose \"Keep my account\". Two days before, we write once more."};
    return guard::page(who, render(page, frame_of(who)));
}

Response show_keeping(App& app, Visitor const& who, Query<SignatureForm> const& query, PublicDeletionId id) {
    auto const departure = app.departures.find_by_link(id, query.values->signature);
    if (!departure) return web::refuse(no_wish());
    DepartureNotePage const page{.title = "Keep your account?",
                                 .text = "It is to be deleted on " + display_date(departure->due_at) +
                                         ". If you keep it, everything stays as it was.",
                                 .keep_action = urls::keep_account(id.text()),
                                 .signature = query.values->signature};
    return guard::page(who, render(page, frame_of(who)));
}

Response keep_account_by_link(App& app, Visitor const& who, Form<SignatureForm> const& form,
                              PublicDeletionId id) {
    auto const departure = app.departures.find_by_link(id, form.values->signature);
    if (!departure || !app.departures.cancel(departure->user, who.request->remote_address))
        return web::refuse(no_wish());
    DepartureNotePage const page{.title = "Your account stays",
                                 .text = "Nothing was deleted. Go on where you were."};
    return guard::page(who, render(page, frame_of(who)));
}

}  // namespace ssr::auth
