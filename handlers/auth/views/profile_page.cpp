#include "auth/pages.h"
#include "auth/profile.tpl.h"
#include "auth/profile_contacts.tpl.h"
#include "auth/profile_details.tpl.h"
#include "auth/profile_picture.tpl.h"
#include "auth/urls.h"
#include "auth/views/detail_fields.h"
#include "auth/views/notes.h"
#include "values/gstin.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

std::vector<view::Field> fields_of(ProfilePage const& page) {
    auto fields = detail_fields();
    fields.push_back({.name = "address",
                      .label = "Address",
                      .hint = "As it should stand on invoices",
                      .type = "textarea",
                      .autocomplete = "street-address",
                      .max_length = 300,
                      .is_optional = true,
                      .spans_all = true});
    for (auto& field : fields) field = view::filled(field, page.typed, page.errors);
    return fields;
}

// Departments that deduct tax have numbers of their own form, which look wrong to those who do not know it.
std::string note_on(view::Field const& field) {
    auto const gstin = field.name == "gstin" ? Gstin::parse(field.value) : std::nullopt;
    return gstin && gstin->is_tax_deductor() ? "Number of a tax deductor (TDS)" : "";
}

void add_contact(view::Dictionary& card, std::string const& label, std::string const& text,
                 std::string_view href) {
    auto& line = view::section(card, kpc_CONTACT);
    line.SetValue(kpc_LABEL, label);
    line.SetValue(kpc_HREF, std::string{href});
    line.SetValue(kpc_ACTION, text.empty() ? "Add" : "Change");
    view::show(line, kpc_THERE, kpc_TEXT, text);
    view::show_if(text.empty(), line, kpc_MISSING);
}

std::string readable_phone(std::string const& phone) {
    auto const number = PhoneNumber::parse(phone);
    return number ? readable(LoginId{*number}) : std::string{};
}

}  // namespace

std::string render(ProfilePage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/profile.tpl", "Profile"};
    auto& body = out.body();
    view::add(
        body, kp_HEAD,
        view::PageHead{.title = "Profile",
                       .text = "Used on letters and tax invoices. Papers already made stay as they are.",
                       .crumbs = {{"Settings", std::string{urls::kSettings}}, {"Profile", ""}}});
    out.show_errors(page.errors, {"name", "state_code", "company_name", "gstin", "address"});
    auto& details = view::add(body, kp_DETAILS,
                              view::Card{.title = "Your details", .content = "auth/profile_details.tpl"});
    for (auto field : fields_of(page)) {
        if (field.error.empty()) field.note = note_on(field);
        view::add(details, kpd_FIELD, field);
    }
    auto& contacts = view::add(body, kp_SIDE,
                               view::Card{.title = "Sign-in contacts",
                                          .text = "Codes are sent to either.",
                                          .content = "auth/profile_contacts.tpl"});
    add_contact(contacts, "Mobile number", readable_phone(page.phone), urls::kChangePhone);
    add_contact(contacts, "E-mail", page.email, urls::kChangeEmail);
    auto& picture =
        view::add(body, kp_SIDE, view::Card{.title = "Picture", .content = "auth/profile_picture.tpl"});
    view::show_if(page.has_picture, picture, kpp_THERE);
    view::add(picture, kpp_FIELD,
              view::filled({.name = "picture",
                            .label = "Photo",
                            .hint = "JPEG or PNG, at most 4 MB. Only its pixels are kept.",
                            .type = "file",
                            .accept = "image/jpeg,image/png"},
                           {}, page.errors));
    return out.html();
}

}  // namespace ssr::auth
