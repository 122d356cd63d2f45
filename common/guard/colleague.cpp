#include "guard/colleague.h"

namespace ssr::guard {

bool may_write(SignedIn const& who) {
    return accounts::may(who.session.organization_role, accounts::OrganizationAction::write);
}

web::Response looks_only() {
    return web::refuse(
        {.status = web::Status::forbidden,
         .code = "looks_only",
         .title = "You may look at these works, not change them",
         .detail = "You are a viewer of this organisation. Its owner can make you a member; in Settings you "
                   "can go back to your own organisation."});
}

}  // namespace ssr::guard
