#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

RegistrationPage page_for(Arrived const& who, std::string next) {
    return {.next = std::move(next),
            .verified = who.session.phone.empty() ? "E-mail verified" : "Mobile verified"};
}

}  // namespace

Response show_registration(App& app, Arrived const& who, Query<NextQuery> const& query) {
    if (who.session.is_complete) return web::redirect(urls::onward(query.values->next));
    auto const profile = app.users.find_profile(who.session.user);
    auto page = page_for(who, query.values->next);
    page.typed = {{"name", profile.name},
                  {"state_code", profile.state_code},
                  {"company_name", profile.company_name},
                  {"gstin", profile.gstin}};
    return guard::page(who, render(page, frame_of(who)));
}

Response complete_registration(App& app, Arrived const& who, Form<ProfileForm> const& form) {
    if (!form.values) {
        auto page = page_for(who, form.typed.contains("next") ? form.typed.at("next") : "");
        page.typed = form.typed;
        page.errors = form.errors;
        return came_back(who, explain(form.errors), render(page, frame_of(who)));
    }
    auto const session = app.door.complete(who.session, form.values->profile, who.request->remote_address);
    if (who.request->wants_json()) return web::json(Json::Object{{"user", user_json(session)}});
    return web::redirect(urls::onward(form.values->next));
}

}  // namespace ssr::auth
