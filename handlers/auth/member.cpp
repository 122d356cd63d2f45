#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/organisation_words.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

Response page_of(App& app, SignedIn const& who, PublicUserId const& id, web::FieldErrors const& errors) {
    auto const member = app.organizations.find_member(who.session.organization, id);
    if (!member) return web::not_found();
    MemberPage page{
        .role = who.session.organization_role, .member = *member, .organization = {}, .errors = errors};
    for (auto const& each : app.organizations.list(who.session))
        if (each.is_current) page.organization = each.name;
    auto html = render(page, frame_of(who));
    return errors.empty() ? guard::page(who, std::move(html))
                          : came_back(who, explain(errors), std::move(html));
}

Response done(SignedIn const& who, Result<Done, accounts::OrganizationRefused> const& result) {
    if (!result) return web::refuse(explain(result.error()));
    return who.request->wants_json() ? web::no_content() : web::redirect(urls::kOrganization);
}

}  // namespace

Response show_member(App& app, SignedIn const& who, PublicUserId id) { return page_of(app, who, id, {}); }

Response change_member_role(App& app, SignedIn const& who, Form<RoleForm> const& form, PublicUserId id) {
    if (!form.values) return page_of(app, who, id, form.errors);
    return done(
        who, app.organizations.change_role(who.session, id, form.values->role, who.request->remote_address));
}

Response remove_member(App& app, SignedIn const& who, Form<Press> const&, PublicUserId id) {
    return done(who, app.organizations.remove(who.session, id, who.request->remote_address));
}

Response hand_organization_over(App& app, SignedIn const& who, Form<Press> const&, PublicUserId id) {
    return done(who, app.organizations.hand_over(who.session, id, who.request->remote_address));
}

}  // namespace ssr::auth
