#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/organisation_words.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

using accounts::OrganizationAction;

OrganizationPage page_for(App& app, SignedIn const& who) {
    auto const& session = who.session;
    OrganizationPage page{.self = session.public_user,
                          .role = session.organization_role,
                          .organizations = app.organizations.list(session),
                          .members = app.organizations.members(session.organization),
                          .invitations = {}};
    if (may(page.role, OrganizationAction::manage_members))
        page.invitations = app.invitations.list(session.organization);
    return page;
}

Response shown_again(App& app, SignedIn const& who, web::Refusal const& refusal, web::Fields const& typed) {
    auto page = page_for(app, who);
    page.typed = typed;
    page.errors = refusal.errors;
    if (refusal.errors.empty()) page.refusal = refusal;
    return came_back(who, refusal, render(page, frame_of(who)));
}

Json json_of(OrganizationPage const& page) {
    Json::Array members, organizations;
    for (auto const& each : page.members)
        members.push_back(
            Json::Object{{"id", each.id.text()}, {"name", each.name}, {"role", code(each.role)}});
    for (auto const& each : page.organizations)
        organizations.push_back(Json::Object{{"id", each.id.text()},
                                             {"name", each.name},
                                             {"role", code(each.role)},
                                             {"is_current", each.is_current}});
    return Json::Object{{"organizations", std::move(organizations)}, {"members", std::move(members)}};
}

Response done(SignedIn const& who) {
    return who.request->wants_json() ? web::no_content() : web::redirect(urls::kOrganization);
}

}  // namespace

Response show_organization(App& app, SignedIn const& who) {
    auto const page = page_for(app, who);
    if (who.request->wants_json()) return web::json(json_of(page));
    return guard::page(who, render(page, frame_of(who)));
}

Response switch_organization(App& app, SignedIn const& who, Form<SwitchForm> const& form) {
    if (!form.values) return web::not_found();
    auto const switched = app.organizations.switch_to(who.session, form.values->organization);
    return switched ? done(who) : web::refuse(explain(switched.error()));
}

Response leave_organization(App& app, SignedIn const& who, Form<Press> const&) {
    auto const left = app.organizations.leave(who.session, who.request->remote_address);
    return left ? done(who) : shown_again(app, who, explain(left.error()), {});
}

Response invite_colleague(App& app, SignedIn const& who, Form<InvitationForm> const& form) {
    if (!form.values) return shown_again(app, who, explain(form.errors), form.typed);
    auto const& [to, role] = *form.values;
    auto const invited = app.invitations.invite(who.session, to, role, who.request->remote_address);
    return invited ? done(who) : shown_again(app, who, explain(invited.error()), form.typed);
}

Response withdraw_invitation(App& app, SignedIn const& who, Form<Press> const&, PublicInvitationId id) {
    auto const withdrawn = app.invitations.withdraw(who.session, id, who.request->remote_address);
    return withdrawn ? done(who) : web::refuse(explain(withdrawn.error()));
}

}  // namespace ssr::auth
