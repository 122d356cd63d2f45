#include "web/form.h"

#include "base/text.h"

namespace ssr::web {

std::string_view FieldReader::text(std::string_view name) const {
    auto const found = fields_.find(name);
    return found == fields_.end() ? std::string_view{} : trimmed(found->second);
}

std::vector<std::string> FieldReader::names_after(std::string_view prefix) const {
    std::vector<std::string> names;
    for (auto field = fields_.lower_bound(prefix); field != fields_.end() && field->first.starts_with(prefix);
         ++field)
        names.push_back(field->first.substr(prefix.size()));
    return names;
}

bool FieldReader::ticked(std::string_view name) const {
    auto const value = text(name);
    return value == "1" || value == "on" || value == "true";
}

void FieldReader::complain(std::string_view name, std::string_view complaint) {
    errors_.emplace(name, complaint);
}

Refusal stale_form() {
    return {
        .status = Status::forbidden,
        .code = "csrf",
        .title = "This form is no longer current",
        .detail =
            "You signed in or out since the page was opened. Go back, reload the page and send it again."};
}

Response refuse_stale(Request const& request) {
    auto response = refuse(stale_form());
    if (!request.wants_json()) response.unsent = Unsent::stale_token;
    return response;
}

Refusal not_json() {
    return {.status = Status::bad_request,
            .code = "not_json",
            .title = "The request is not a JSON object",
            .detail = "Send one object with texts, numbers and flags as its members."};
}

std::optional<Fields> json_fields(std::string_view body) {
    auto const value = Json::parse(body);
    if (!value || !value->object()) return std::nullopt;
    Fields fields;
    for (auto const& [name, member] : *value->object()) {
        if (member.is_null()) continue;
        if (auto const flag = member.flag())
            fields.emplace(name, *flag ? "1" : "0");
        else if (auto const text = member.text_or_number(); text && !has_control_characters(*text))
            fields.emplace(name, *text);
        else
            return std::nullopt;
    }
    return fields;
}

}  // namespace ssr::web
