#include "auth/views/detail_fields.h"

#include "values/gstin.h"

namespace ssr::auth {

namespace {

std::vector<view::Option> states() {
    std::vector<view::Option> options{{"", "Choose a State"}};
    for (auto const& state : State::all())
        options.push_back({std::string{state.code()}, std::string{state.name()}});
    return options;
}

}  // namespace

std::vector<view::Field> detail_fields() {
    return {
        {.name = "name",
         .label = "Name",
         .hint = "As it should stand on letters",
         .autocomplete = "name",
         .max_length = 100},
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

}  // namespace ssr::auth
