#include "auth/endpoints.h"
#include "auth/pages.h"

namespace ssr::auth {

Response show_settings(App& app, Arrived const& who) {
    SettingsPage const page{.is_staff = who.session.role != accounts::Role::user,
                            .newest_export = app.exports.newest(who.session.user),
                            .departure = app.departures.pending(who.session.user)};
    return guard::page(who, render(page, frame_of(who)));
}

}  // namespace ssr::auth
