#include "auth/pages.h"
#include "auth/sessions.tpl.h"
#include "auth/sign_out_others.tpl.h"
#include "auth/urls.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::auth {

namespace {

constexpr char const* kOthersDialog = "sign-out-others";
constexpr std::size_t kMany = 9;

std::string counted(std::size_t devices) {
    return std::to_string(devices) + (devices == 1 ? " other device" : " other devices");
}

std::string last_used(accounts::SessionLine const& line, DevicesPage const& page) {
    return line.id == page.current ? "Now" : display_time(line.last_activity);
}

std::vector<view::Cell> row_of(accounts::SessionLine const& line, DevicesPage const& page) {
    auto const name = accounts::device_name(line.user_agent).text();
    auto const place = accounts::masked_address(line.ip_address);
    view::Cell device{.text = name}, action;
    if (line.id == page.current)
        device.pill = view::Pill{"This device", view::Tone::ok};
    else
        action.post_buttons.push_back(
            {{.label = "Sign out", .is_small = true}, urls::revoke(line.public_id.text())});
    return {std::move(device),
            {.text = place},
            {.text = last_used(line, page)},
            {.text = display_date(line.created_at)},
            std::move(action)};
}

view::Table table_of(DevicesPage const& page) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Devices on which you are signed in",
                      .columns = {{.label = "Device", .is_lead = true},
                                  {.label = "Network address"},
                                  {.label = "Last used", .kind = Kind::number},
                                  {.label = "Signed in", .kind = Kind::number, .is_off_phone = true},
                                  {.label = "Action", .kind = Kind::actions}}};
    for (auto const& line : page.lines) table.rows.push_back(row_of(line, page));
    return table;
}

}  // namespace

std::string render(DevicesPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/sessions.tpl", "Signed-in devices"};
    auto const others = page.lines.empty() ? 0 : page.lines.size() - 1;
    view::PageHead head{.title = "Signed-in devices",
                        .text = others > kMany
                                    ? "You are signed in on " + std::to_string(others + 1) +
                                          " devices. Sign out those that you no longer use."
                                    : "If you do not know a device, sign it out and change your number.",
                        .crumbs = {{"Settings", std::string{urls::kSettings}}, {"Devices", ""}}};
    if (others > 0)
        head.actions.push_back(
            {.label = "Sign out all others", .look = view::Look::danger_quiet, .opens = kOthersDialog});
    view::add(out.body(), ks_HEAD, head);
    view::add(out.body(), ks_TABLE, table_of(page));
    view::add(out.body(), ks_EVERYWHERE,
              view::PostButton{{.label = "Sign out here and everywhere"}, std::string{urls::kLogoutAll}});
    if (others > 0)
        view::add(out.body(), ks_DIALOG,
                  view::Modal{.id = kOthersDialog,
                              .title = "Sign out " + counted(others) + "?",
                              .content = "auth/sign_out_others.tpl"})
            .SetValue(ksoo_LABEL, "Sign out " + counted(others));
    return out.html();
}

}  // namespace ssr::auth
