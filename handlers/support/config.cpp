#include "support/config.h"

#include "values/email_address.h"

namespace ssr::support {

Config Config::from(Environment& environment) {
    Config config{.house = guard::HouseConfig::from(environment),
                  .seller = {.name = environment.required("SSR_SUPPLIER_NAME"),
                             .address = environment.required("SSR_SUPPLIER_ADDRESS"),
                             .gstin = environment.required("SSR_SUPPLIER_GSTIN"),
                             .email = environment.required("SSR_CONTACT_EMAIL")}};
    if (!config.seller.email.empty() && !EmailAddress::parse(config.seller.email))
        environment.complain("SSR_CONTACT_EMAIL must be an e-mail address");
    return config;
}

}  // namespace ssr::support
