#include "auth/organisation.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/views/notes.h"
#include "auth/views/role_options.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::auth {

namespace {

using accounts::OrganizationRole;
using Kind = view::Column::Kind;

std::string or_unnamed(std::string const& name) { return name.empty() ? "Without a name" : name; }

view::Table organizations_of(OrganizationPage const& page) {
    view::Table table{.caption = "Organisations that you belong to",
                      .columns = {{.label = "Organisation", .is_lead = true},
                                  {.label = "Your role"},
                                  {.label = "Action", .kind = Kind::actions}}};
    for (auto const& each : page.organizations) {
        view::Cell name{.text = or_unnamed(each.name)}, action;
        if (each.is_current)
            name.pill = view::Pill{"You work here", view::Tone::ok};
        else
            action.post_buttons.push_back({{.label = "Work here", .is_small = true},
                                           std::string{urls::kSwitchOrganization},
                                           {{"organization", each.id.text()}}});
        table.rows.push_back({std::move(name), {.text = std::string{name_of(each.role)}}, std::move(action)});
    }
    return table;
}

view::Table members_of(OrganizationPage const& page) {
    view::Table table{.caption = "Members of this organisation",
                      .columns = {{.label = "Name", .is_lead = true},
                                  {.label = "Contact"},
                                  {.label = "Role"},
                                  {.label = "Since", .kind = Kind::number, .is_off_phone = true},
                                  {.label = "Action", .kind = Kind::actions}}};
    for (auto const& each : page.members) {
        view::Cell name{.text = or_unnamed(each.name)}, action;
        if (each.id == page.self) name.pill = view::Pill{"You"};
        bool const may_change =
            may_manage(page.role, each.role) ||
            (may(page.role, accounts::OrganizationAction::hand_over) && each.id != page.self);
        if (may_change)
            action.buttons.push_back(
                {.label = "Change", .href = urls::member(each.id.text()), .is_small = true});
        table.rows.push_back({std::move(name),
                              {.text = each.contact},
                              {.text = std::string{name_of(each.role)}},
                              {.text = display_date(each.since)},
                              std::move(action)});
    }
    return table;
}

view::Table invitations_of(OrganizationPage const& page) {
    view::Table table{.caption = "Invitations under way",
                      .columns = {{.label = "Sent to", .is_lead = true},
                                  {.label = "Role"},
                                  {.label = "Good till", .kind = Kind::number},
                                  {.label = "Action", .kind = Kind::actions}}};
    for (auto const& each : page.invitations) {
        view::Cell action;
        if (may_manage(page.role, each.role))
            action.post_buttons.push_back(
                {{.label = "Take back", .is_small = true}, urls::withdraw(each.id.text())});
        table.rows.push_back({{.text = each.recipient},
                              {.text = std::string{name_of(each.role)}},
                              {.text = display_date(each.expires_at)},
                              std::move(action)});
    }
    return table;
}

void offer_invitation(view::Dictionary& body, OrganizationPage const& page) {
    auto& part = view::section(body, ko_INVITE);
    view::add(part, ko_FIELD,
              view::filled({.name = "identifier",
                            .label = "Mobile number or e-mail",
                            .autocomplete = "off",
                            .max_length = 254},
                           page.typed, page.errors));
    auto typed = page.typed;
    typed.try_emplace("role", code(OrganizationRole::member));
    view::add(
        part, ko_FIELD,
        view::filled({.name = "role", .label = "Role", .type = "select", .options = roles_to_give(page.role)},
                     typed, page.errors));
}

std::string name_of_current(OrganizationPage const& page) {
    for (auto const& each : page.organizations)
        if (each.is_current) return or_unnamed(each.name);
    return "Organisation";
}

}  // namespace

std::string render(OrganizationPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/organisation.tpl", "Organisation"};
    out.show_errors(page.errors, {"identifier", "role"});
    view::add(out.body(), ko_HEAD,
              view::PageHead{.title = name_of_current(page),
                             .text = "Your role is " + explained(page.role),
                             .crumbs = {{"Settings", std::string{urls::kSettings}}, {"Organisation", ""}}});
    add_refusal(out.body(), ko_NOTE, page.refusal);
    if (page.organizations.size() > 1)
        view::add(view::section(out.body(), ko_SWITCH), ko_ORGANIZATIONS, organizations_of(page));
    view::add(out.body(), ko_MEMBERS, members_of(page));
    if (may(page.role, accounts::OrganizationAction::manage_members)) offer_invitation(out.body(), page);
    if (!page.invitations.empty())
        view::add(view::section(out.body(), ko_OPEN), ko_INVITATIONS, invitations_of(page));
    if (page.role != OrganizationRole::owner)
        view::add(out.body(), ko_LEAVE,
                  view::PostButton{{.label = "Leave this organisation", .look = view::Look::danger_quiet},
                                   std::string{urls::kLeaveOrganization}});
    return out.html();
}

}  // namespace ssr::auth
