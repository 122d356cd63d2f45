#pragma once

#include <string>

#include "support/config.h"
#include "support/health.h"
#include "view/page.h"

namespace ssr::support {

/// Whether the parts of the office work.
struct StatusPage {
    Health health;
    Instant now;
};
std::string render(StatusPage const& page, view::Frame const& frame);

/// What we and a customer owe each other.
struct TermsPage {
    Seller seller;
};
std::string render(TermsPage const& page, view::Frame const& frame);

/// The notice of the DPDP Act: what is held about a person, what for, for how long, and what he may do.
struct PrivacyPage {
    Seller seller;
};
std::string render(PrivacyPage const& page, view::Frame const& frame);

}  // namespace ssr::support
