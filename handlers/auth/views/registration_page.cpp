#include "auth/pages.h"
#include "auth/register.tpl.h"
#include "values/gstin.h"
#include "view/figure_pieces.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

std::vector<view::Option> states() {
    std::vector<view::Option> options{{"", "Choose a State"}};
    for (auto const& state : State::all())
        options.push_back({std::string{state.code()}, std::string{state.name()}});
    return options;
}

std::vector<view::Field> fields() {
    return {
        {.name = "name", .label = "Name", .autocomplete = "name", .max_length = 100, .has_focus = true},
        {.name = "state_code",
         .label = "State",
         .hint = "Decides the tax on your invoice",
         .type = "select",
         .options = states()},
        {.name = "company_name",
         .label = "Office or firm",
         .hint = "As it should stand on invoices",
         .autocomplete = "organization",
         .max_length = 200,
         .is_optional = true},
        {.name = "gstin",
         .label = "GSTIN",
         .hint = "15 characters, only if your office claims credit",
         .autocomplete = "off",
         .max_length = 20,
         .is_optional = true},
    };
}

}  // namespace

std::string render(RegistrationPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/register.tpl", "Complete your profile"};
    out.show_errors(page.errors, {"name", "state_code", "company_name", "gstin"});
    out.body().SetValue(kr_NEXT, page.next);
    view::add(out.body(), kr_STEPS,
              view::Steps{"Steps", {page.verified, "Your details", "Choose modules"}, 1});
    for (auto const& field : fields())
        view::add(out.body(), kr_FIELD, view::filled(field, page.typed, page.errors));
    return out.html();
}

}  // namespace ssr::auth
