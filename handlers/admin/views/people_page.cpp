#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/people.tpl.h"
#include "admin/views/leaf_pager.h"

namespace ssr::admin {

namespace {

using accounts::Role;

std::size_t shown_of(PeoplePage const& page) {
    return std::min(page.lines.size(), std::size_t(page.wanted.size));
}

view::Pill standing_pill(bool is_active) {
    if (is_active) return {"Open", view::Tone::ok, "check-circle-fill"};
    return {"Closed", view::Tone::bad, "slash-circle"};
}

view::Table table_of(PeoplePage const& page) {
    view::Table table{.caption = page.wanted.text.empty() ? "People, newest first" : "People found",
                      .columns = {{.label = "Name", .is_lead = true},
                                  {.label = "Mobile"},
                                  {.label = "E-mail"},
                                  {.label = "Role"},
                                  {.label = "Account"},
                                  {.label = "Last sign-in"}}};
    for (std::size_t i = 0; i < shown_of(page); ++i) {
        auto const& line = page.lines[i];
        table.rows.push_back({{.text = name_or_none(line.name), .href = urls::user(line.public_id)},
                              {.text = line.phone},
                              {.text = line.email},
                              {.text = role_name(line.role)},
                              {.pill = standing_pill(line.is_active)},
                              {.text = line.last_login_at ? display_date(*line.last_login_at) : "Never"}});
    }
    return table;
}

std::string standing_code(std::optional<bool> const& is_active) {
    if (!is_active) return {};
    return *is_active ? "active" : "banned";
}

std::string role_code(std::optional<Role> const& role) {
    return role ? std::string{code(*role)} : std::string{};
}

view::Filters filters_of(accounts::PeopleFilter const& wanted) {
    view::Field role{.name = "role",
                     .label = "Role",
                     .value = role_code(wanted.role),
                     .type = "select",
                     .options = {{"", "All roles"}}};
    for (auto const each : {Role::user, Role::support, Role::admin, Role::superadmin})
        role.options.push_back({std::string{code(each)}, role_name(each)});
    view::Field state{.name = "state",
                      .label = "Account",
                      .value = standing_code(wanted.is_active),
                      .type = "select",
                      .options = {{"", "All accounts"}, {"active", "Open"}, {"banned", "Closed"}}};
    return {.action = std::string{urls::kUsers},
            .search_label = "Mobile number, e-mail or name",
            .search_value = wanted.text,
            .selects = {std::move(role), std::move(state)}};
}

view::Pager pager_of(PeoplePage const& page) {
    auto const& wanted = page.wanted;
    auto const base = std::string{urls::kUsers} + "?q=" + url_encoded(wanted.text) +
                      "&role=" + role_code(wanted.role) + "&state=" + standing_code(wanted.is_active) +
                      "&page=";
    return leaf_pager(base, wanted.number, wanted.size, shown_of(page), page.lines.size() > shown_of(page));
}

}  // namespace

std::string render(PeoplePage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/people.tpl", "Users"};
    view::add(out.body(), kp_HEAD,
              view::PageHead{.title = "Users", .text = "Who they are, what they may open, and why."});
    view::add(out.body(), kp_FILTERS, filters_of(page.wanted));
    if (page.lines.empty()) {
        view::add(
            out.body(), kp_TABLE,
            view::Empty{.title = "Nobody like that",
                        .text = "A mobile number and an e-mail address are looked for whole, in any "
                                "spelling; a name by how its words begin.",
                        .action = view::Button{.label = "See all users", .href = std::string{urls::kUsers}}});
        return out.html();
    }
    view::add(out.body(), kp_TABLE, table_of(page));
    view::add(out.body(), kp_PAGER, pager_of(page));
    return out.html();
}

}  // namespace ssr::admin
