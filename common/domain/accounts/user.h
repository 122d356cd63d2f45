#pragma once

#include <optional>
#include <string>

#include "domain/accounts/session.h"
#include "values/gstin.h"
#include "values/login_id.h"
#include "values/long_text.h"
#include "values/short_text.h"

namespace ssr::accounts {

using PersonName = ShortText<100>;
using CompanyName = ShortText<200>;
using PostalAddress = LongText<300>;

/// What a new person gives before he goes on; invoices take it from here.
struct Profile {
    PersonName name;
    State state;
    std::optional<CompanyName> company;
    std::optional<Gstin> gstin;
};

/// All that a person may change of himself by his own word alone.
struct Details : Profile {
    std::optional<PostalAddress> address;
};

/// The same as it stands in the table, for a form to show again.
struct ProfileText {
    std::string name, state_code, company_name, gstin, address;
    bool has_picture = false;
};

/// Somebody who came through the door just now.
struct Arriving {
    UserId id;
    PublicUserId public_id;
    std::string name, phone, email;
    Role role = Role::user;
    bool is_active = true;
    bool is_complete = false;
    bool is_new = false;  // this sign-in made the account
};

}  // namespace ssr::accounts
