#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/entry.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

using accounts::ContactStep;

/// One change: whose it is, and of what.
struct Change {
    App& app;
    SignedIn const& who;
    Channel channel;

    // The session stands where the pre-session does at the door: its codes work in it alone.
    accounts::OtpAsker asker() const {
        return asker_of(*who.request, {std::string{who.request->cookie(web::kSessionCookie)}});
    }
    std::optional<ContactStep> step() const { return app.contacts.pending(channel, asker()); }
    std::string_view address() const {
        return channel == Channel::sms ? urls::kChangePhone : urls::kChangeEmail;
    }
    std::string const& present() const {
        return channel == Channel::sms ? who.session.phone : who.session.email;
    }
    ContactPage page(std::optional<ContactStep> step) const {
        ContactPage page{.channel = channel,
                         .address = std::string{address()},
                         .present = present(),
                         .proving = accounts::proving_contact(who.session, channel),
                         .step = std::move(step)};
        if (page.step) page.timing = timing_of(page.step->pending, app.clock.now());
        return page;
    }
};

Response shown_again(Change const& change, ContactPage page, web::Refusal const& refusal) {
    if (page.step && refusal.code == "expired_otp") page.step->pending.is_expired = true;
    if (page.step && refusal.code == "wrong_otp")
        page.errors = {{"otp", refusal.title + ". " + refusal.detail}};
    else if (!refusal.errors.empty())
        page.errors = refusal.errors;
    else if (refusal.code != "expired_otp")
        page.refusal = refusal;
    return came_back(change.who, refusal, render(page, frame_of(change.who)));
}

Response waiting(Change const& change) {
    if (!change.who.request->wants_json()) return web::redirect(change.address());
    auto const step = change.step();
    if (!step) return web::refuse(no_code_asked_for());
    auto answer = challenge_json(step->pending.challenge, change.app.clock.now());
    return web::json(Json::Object{{"step", step->is_new_one ? "new_contact" : "old_contact"},
                                  {"challenge", std::move(answer)}});
}

Response begin(Change const& change, LoginId const& to, web::Fields const& typed) {
    auto page = change.page(std::nullopt);
    page.typed = typed;
    auto const field = std::string{field_of(change.channel)};
    if (to.text() == change.present())
        return shown_again(change, std::move(page),
                           explain(web::FieldErrors{{field, std::string{yours_already(change.channel)}}}));
    auto const begun = change.app.contacts.begin(change.who.session, to, change.asker());
    if (!begun) return shown_again(change, std::move(page), explain(begun.error(), change.channel));
    return waiting(change);
}

Response show(Change const& change, ContactQuery const& query) {
    auto page = change.page(query.starts_again ? std::nullopt : change.step());
    return guard::page(change.who, render(page, frame_of(change.who)));
}

Response go_on(Change const& change, ContactInput const& input) {
    auto const step = change.step();
    if (!step) return shown_again(change, change.page(std::nullopt), no_code_asked_for());
    if (input.sends_again) {
        auto const sent = change.app.contacts.send_again(*step, change.asker());
        return sent ? waiting(change)
                    : shown_again(change, change.page(step), explain(sent.error(), change.channel));
    }
    auto const gone_on = change.app.contacts.go_on(change.who.session, *step, change.asker(), input.otp);
    if (!gone_on) {
        bool const is_taken = std::holds_alternative<accounts::ContactTaken>(gone_on.error());
        auto page = change.page(is_taken ? std::nullopt : change.step());
        page.typed = {{std::string{field_of(change.channel)}, step->to.text()}};
        return shown_again(change, std::move(page), explain(gone_on.error(), change.channel));
    }
    if (!*gone_on) return waiting(change);
    if (!change.who.request->wants_json()) return web::redirect(urls::saved(urls::kProfile));
    auto const session = change.app.sessions.resume(change.who.request->cookie(web::kSessionCookie));
    return web::json(Json::Object{{"user", user_json(session.value_or(change.who.session))}});
}

template <class ContactForm>
Response posted(Change const& change, Form<ContactForm> const& form) {
    if (form.values)
        return form.values->to ? begin(change, *form.values->to, form.typed) : go_on(change, *form.values);
    auto page = change.page(form.typed.contains("otp") ? change.step() : std::nullopt);
    page.typed = form.typed;
    return shown_again(change, std::move(page), explain(form.errors));
}

}  // namespace

Response show_phone_change(App& app, SignedIn const& who, Query<ContactQuery> const& query) {
    return show({app, who, Channel::sms}, *query.values);
}

Response change_phone(App& app, SignedIn const& who, Form<PhoneChangeForm> const& form) {
    return posted({app, who, Channel::sms}, form);
}

Response show_email_change(App& app, SignedIn const& who, Query<ContactQuery> const& query) {
    return show({app, who, Channel::email}, *query.values);
}

Response change_email(App& app, SignedIn const& who, Form<EmailChangeForm> const& form) {
    return posted({app, who, Channel::email}, form);
}

Response show_phone_change_instead(App&, SignedIn const&) { return web::redirect(urls::kChangePhone); }
Response show_email_change_instead(App&, SignedIn const&) { return web::redirect(urls::kChangeEmail); }

}  // namespace ssr::auth
