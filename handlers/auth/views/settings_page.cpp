#include "auth/pages.h"
#include "auth/settings.tpl.h"
#include "auth/settings_card.tpl.h"
#include "auth/settings_places.tpl.h"
#include "auth/urls.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::auth {

namespace {

using privacy::ExportState;

view::Dictionary& add_card(view::Dictionary& out, std::string title, std::string const& text) {
    auto& card =
        view::add(out, ks_CARD, view::Card{.title = std::move(title), .content = "auth/settings_card.tpl"});
    card.SetValue(ksc_TEXT, text);
    return card;
}

void add_place(view::Dictionary& places, std::string const& label, std::string const& text,
               std::string_view href) {
    auto& place = view::section(places, ksp_PLACE);
    place.SetValue(ksp_LABEL, label);
    place.SetValue(ksp_TEXT, text);
    place.SetValue(ksp_HREF, std::string{href});
}

void add_places(view::Dictionary& out, SettingsPage const& page) {
    auto& places =
        view::add(out, ks_PLACES, view::Card{.title = "Your account", .content = "auth/settings_places.tpl"});
    add_place(places, "Profile", "Your name, firm and address, and the contacts that you sign in with",
              urls::kProfile);
    add_place(places, "Signed-in devices", "Where your account is open, and signing out", urls::kSessions);
    add_place(places, "Notifications", "What we write to you about, and how", urls::kNotifications);
    add_place(places, "Organisation", "Who works on the same papers, and what each may do",
              urls::kOrganization);
    if (page.is_staff)
        add_place(places, "Authenticator", "The app that confirms you on staff pages", urls::kAuthenticator);
}

void add_export(view::Dictionary& out, SettingsPage const& page) {
    auto& card =
        add_card(out, "A copy of your data",
                 "Everything that we hold about you in one file: your account, papers, payments, tickets and "
                 "files. You can read it, and programs can too.");
    auto const& newest = page.newest_export;
    bool const is_there =
        newest && newest->state != ExportState::over && newest->state != ExportState::failed;
    if (is_there)
        view::add(card, ksc_LINK,
                  view::Button{.label = newest->state == ExportState::ready
                                            ? "Fetch the copy of " + display_date(newest->created_at)
                                            : "See how far it is",
                               .href = urls::export_page(newest->id.text())});
    if (!newest || newest->state != ExportState::running)
        view::add(card, ksc_POST,
                  view::PostButton{{.label = newest ? "Make a new copy" : "Make a copy"},
                                   std::string{urls::kExportData}});
}

void add_departure(view::Dictionary& out, SettingsPage const& page) {
    if (page.is_staff) return;  // an account of ours is closed by a superadmin first
    auto& card = add_card(out, "Delete the account",
                          page.departure
                              ? "It will be deleted on " + display_date(page.departure->due_at) + "."
                              : "Your account and works are erased a week after you ask. Until then you can "
                                "change your mind.");
    if (page.departure)
        view::add(card, ksc_POST,
                  view::PostButton{{.label = "Keep my account", .look = view::Look::primary},
                                   std::string{urls::kCancelDeletion}});
    else
        view::add(card, ksc_LINK,
                  view::Button{.label = "Delete my account",
                               .href = std::string{urls::kDeleteAccount},
                               .look = view::Look::danger_quiet});
}

}  // namespace

std::string render(SettingsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/settings.tpl", "Settings"};
    view::add(
        out.body(), ks_HEAD,
        view::PageHead{.title = "Settings", .text = "Your account, your data, and who works with you."});
    add_places(out.body(), page);
    add_export(out.body(), page);
    add_departure(out.body(), page);
    return out.html();
}

}  // namespace ssr::auth
