#pragma once

#include "admin/urls.h"

namespace ssr::admin::urls {

inline std::string grant_access(PublicUserId const& user) { return urls::user(user) + "grant-access/"; }
inline std::string revoke_access(PublicUserId const& user) { return urls::user(user) + "revoke-access/"; }
/// Asks once more before what staff opened or closed by hand is ended; takes the answer.
inline std::string end_override(PublicUserId const& user, PublicOverrideId const& id) {
    return urls::user(user) + "overrides/" + id.text() + "/end/";
}
/// A subscription with what staff may do to it.
inline std::string subscription(PublicSubscriptionId const& id) {
    return std::string{kSubscriptions} + id.text() + "/";
}
inline std::string suspend(PublicSubscriptionId const& id) { return subscription(id) + "suspend/"; }
inline std::string resume(PublicSubscriptionId const& id) { return subscription(id) + "resume/"; }

}  // namespace ssr::admin::urls
