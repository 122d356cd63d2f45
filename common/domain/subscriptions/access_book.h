#pragma once

#include <vector>

#include "base/clock.h"
#include "db/session.h"
#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

/// The facts behind `decide`, one statement for all modules of a person.
class AccessBook {
public:
    AccessBook(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}
    std::vector<ModuleAccess> of(UserId user);  // in display order
    ModuleAccess of(UserId user, Module module);

private:
    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::subscriptions
