#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/csrf.h"
#include "web/route.h"

namespace ssr::web {

/// Reads fields one by one, and remembers every complaint so that the page shows all of them at once.
class FieldReader {
public:
    explicit FieldReader(Fields const& fields) : fields_{fields} {}

    /// T::parse decides; an empty or missing field is a complaint.
    template <class T>
    std::optional<T> required(std::string_view name, std::string_view complaint) {
        auto value = T::parse(text(name));
        if (!value) complain(name, complaint);
        return value;
    }
    /// Empty is fine; what is there must parse.
    template <class T>
    std::optional<T> optional(std::string_view name, std::string_view complaint) {
        return text(name).empty() ? std::nullopt : required<T>(name, complaint);
    }
    std::string_view text(std::string_view name) const;
    bool ticked(std::string_view name) const;  // "1", "on", "true"
    /// Also where it is empty: a form that leaves a field out says nothing about it.
    bool has(std::string_view name) const { return fields_.contains(name); }
    /// What follows the prefix in the names of fields: "qty.ELE-003" is "ELE-003" of "qty.".
    std::vector<std::string> names_after(std::string_view prefix) const;
    void complain(std::string_view name, std::string_view complaint);

    FieldErrors const& errors() const { return errors_; }

private:
    Fields const& fields_;
    FieldErrors errors_;
};

/// A submitted form whose CSRF token was checked: either every field is good, or there are errors to show.
template <class T>
struct Form {
    std::optional<T> values;
    FieldErrors errors;
    Fields typed;  // all that was typed, to be shown again
};

/// The query string, read like a form; no token.
template <class T>
struct Query {
    std::optional<T> values;
    FieldErrors errors;
};

/// A JSON body, read like a form. The token is checked where a session's cookie came along.
template <class T>
struct JsonBody {
    std::optional<T> values;
    FieldErrors errors;
};

/// The bytes as they came, for signatures.
struct RawBody {
    std::string bytes;
};

Refusal stale_form();
/// The same, as the answer to a person's form or to a program's request.
Response refuse_stale(Request const& request);
Refusal not_json();
/// The members of a JSON object as texts; nothing if it is not an object of plain values.
std::optional<Fields> json_fields(std::string_view body);

template <class T>
struct Arg<Form<T>> {
    template <class App>
    static Result<Form<T>, Response> take(Call<App>& call) {
        // The one place a form is read, so the one place its CSRF token is checked.
        if (!call.app.csrf.allows(call.request)) return Err{refuse_stale(call.request)};
        FieldReader read{call.request.form};
        auto values = T::read(read);
        return Form<T>{read.errors().empty() ? std::move(values) : std::nullopt, read.errors(),
                       call.request.form};
    }
};

template <class T>
struct Arg<Query<T>> {
    template <class App>
    static Result<Query<T>, Response> take(Call<App>& call) {
        FieldReader read{call.request.query};
        auto values = T::read(read);
        return Query<T>{read.errors().empty() ? std::move(values) : std::nullopt, read.errors()};
    }
};

template <class T>
struct Arg<JsonBody<T>> {
    template <class App>
    static Result<JsonBody<T>, Response> take(Call<App>& call) {
        if (!call.request.cookie(kSessionCookie).empty() && !call.app.csrf.allows(call.request))
            return Err{refuse(stale_form())};
        auto const fields = json_fields(call.request.body);
        if (!fields) return Err{refuse(not_json())};
        FieldReader read{*fields};
        auto values = T::read(read);
        return JsonBody<T>{read.errors().empty() ? std::move(values) : std::nullopt, read.errors()};
    }
};

template <>
struct Arg<RawBody> {
    static constexpr std::string_view access = "gateway";
    template <class App>
    static Result<RawBody, Response> take(Call<App>& call) {
        return RawBody{call.request.body};
    }
};

/// A form without fields: a button.
struct Press {
    static std::optional<Press> read(FieldReader&) { return Press{}; }
};

}  // namespace ssr::web
