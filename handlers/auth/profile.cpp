#include "auth/profile.h"
#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

ProfilePage profile_page(App& app, SignedIn const& who) {
    auto const profile = app.users.find_profile(who.session.user);
    return {.phone = who.session.phone,
            .email = who.session.email,
            .has_picture = profile.has_picture,
            .typed = {{"name", profile.name},
                      {"state_code", profile.state_code},
                      {"company_name", profile.company_name},
                      {"gstin", profile.gstin},
                      {"address", profile.address}}};
}

Response show_profile(App& app, SignedIn const& who, Query<SavedQuery> const& query) {
    return guard::page(who, render(profile_page(app, who), saved_frame(who, *query.values)));
}

Response change_profile(App& app, SignedIn const& who, Form<DetailsForm> const& form) {
    if (!form.values) {
        auto page = profile_page(app, who);
        page.typed = form.typed;
        page.errors = form.errors;
        return came_back(who, explain(form.errors), render(page, frame_of(who)));
    }
    auto const session = app.profiles.change(who.session, form.values->details, who.request->remote_address);
    if (who.request->wants_json()) return web::json(Json::Object{{"user", user_json(session)}});
    return web::redirect(urls::saved(urls::kProfile));
}

Response show_profile_instead(App&, SignedIn const&) { return web::redirect(urls::kProfile); }

}  // namespace ssr::auth
