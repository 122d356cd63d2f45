#pragma once

#include <string>

#include "guard/house.h"

namespace ssr::support {

/// Who sells, as on the invoices (SSR_SUPPLIER_*), and the address that people write to (SSR_CONTACT_EMAIL).
struct Seller {
    std::string name, address, gstin, email;
};

struct Config {
    guard::HouseConfig house;
    Seller seller;

    static Config from(Environment& environment);
};

}  // namespace ssr::support
