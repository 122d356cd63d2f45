#include "auth/endpoints.h"
#include "auth/organisation_words.h"
#include "auth/pages.h"
#include "auth/urls.h"

namespace ssr::auth {

Response show_invitation(App& app, SignedIn const& who, InvitationToken token) {
    auto const invitation = app.invitations.find(who.session, token);
    if (!invitation) return web::refuse(explain(invitation.error()));
    return guard::page(who, render(InvitationPage{token.text(), *invitation}, frame_of(who)));
}

Response accept_invitation(App& app, SignedIn const& who, Form<Press> const&, InvitationToken token) {
    auto const accepted = app.invitations.accept(who.session, token, who.request->remote_address);
    if (!accepted) return web::refuse(explain(accepted.error()));
    return who.request->wants_json() ? web::no_content() : web::redirect(urls::kOrganization);
}

Response decline_invitation(App& app, SignedIn const& who, Form<Press> const&, InvitationToken token) {
    auto const declined = app.invitations.decline(who.session, token, who.request->remote_address);
    if (!declined) return web::refuse(explain(declined.error()));
    return who.request->wants_json() ? web::no_content() : web::redirect(urls::kDashboard);
}

}  // namespace ssr::auth
