#include "auth/invitation.tpl.h"
#include "auth/member.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/views/role_options.h"
#include "base/text.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::auth {

namespace {

// The page is of its own, so the loss is named before the button.
void offer(view::Dictionary& body, view::Marker const& part_name, std::string const& name,
           std::string const& label, std::string const& action) {
    auto& part = view::section(body, part_name);
    part.SetValue(km_NAME, name);
    view::add(part, km_BUTTON, view::PostButton{{.label = label, .look = view::Look::danger_quiet}, action});
}

void offer_role(view::Dictionary& body, MemberPage const& page) {
    auto& part = view::section(body, km_ROLE);
    part.SetValue(km_ACTION, urls::member(page.member.id.text()));
    auto const error = page.errors.find("role");
    view::add(part, km_CHOICE,
              view::Choice{.name = "role",
                           .legend = "Role",
                           .error = error == page.errors.end() ? std::string{} : error->second,
                           .options = roles_to_give(page.role),
                           .chosen = std::string{code(page.member.role)},
                           .shows_legend = false});
}

}  // namespace

std::string render(MemberPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/member.tpl", page.member.name};
    out.show_errors(page.errors);
    auto const& name = page.member.name;
    auto const address = urls::member(page.member.id.text());
    view::add(
        out.body(), km_HEAD,
        view::PageHead{.title = name,
                       .text = std::string{name_of(page.member.role)} + " of " + page.organization + ".",
                       .crumbs = {{"Settings", std::string{urls::kSettings}},
                                  {"Organisation", std::string{urls::kOrganization}},
                                  {name, ""}}});
    bool const is_owner = page.member.role == accounts::OrganizationRole::owner;
    if (may_manage(page.role, page.member.role)) {
        offer_role(out.body(), page);
        offer(out.body(), km_REMOVE, name, "Remove member", address + "remove/");
    }
    if (may(page.role, accounts::OrganizationAction::hand_over) && !is_owner)
        offer(out.body(), km_HAND_OVER, name, "Hand over the organisation", address + "hand-over/");
    return out.html();
}

std::string render(InvitationPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/invitation.tpl", "Invitation"};
    auto const& invitation = page.invitation;
    out.body().SetValue(ki_ORGANIZATION, invitation.organization_name);
    out.body().SetValue(ki_INVITER, invitation.inviter);
    out.body().SetValue(ki_MEANING, explained(invitation.role));
    out.body().SetValue(ki_ACTION, urls::invitation(page.token));
    out.body().SetValue(ki_TILL, display_date(invitation.expires_at));
    return out.html();
}

}  // namespace ssr::auth
