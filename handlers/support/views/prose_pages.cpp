#include <ctemplate/template.h>

#include "support/pages.h"
#include "support/privacy.tpl.h"
#include "support/seller.tpl.h"
#include "support/terms.tpl.h"
#include "view/include.h"

namespace ssr::support {

namespace {

void add_seller(view::Dictionary& body, view::Marker const& at, Seller const& seller) {
    auto& block = view::include(body, at, "support/seller.tpl");
    block.SetValue(ks_NAME, seller.name);
    block.SetValue(ks_ADDRESS, seller.address);
    block.SetValue(ks_GSTIN, seller.gstin);
    block.SetValue(ks_EMAIL, seller.email);
}

}  // namespace

std::string render(TermsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "support/terms.tpl", "Terms"};
    out.body().SetValue(kt_NAME, page.seller.name);
    out.body().SetValue(kt_EMAIL, page.seller.email);
    add_seller(out.body(), kt_SELLER, page.seller);
    return out.html();
}

std::string render(PrivacyPage const& page, view::Frame const& frame) {
    view::Document out{frame, "support/privacy.tpl", "Privacy notice"};
    out.body().SetValue(kp_NAME, page.seller.name);
    out.body().SetValue(kp_EMAIL, page.seller.email);
    add_seller(out.body(), kp_SELLER, page.seller);
    return out.html();
}

}  // namespace ssr::support
