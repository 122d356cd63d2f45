#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ssr {

/// A JSON value. Whole numbers are int64; other numbers keep their text, so that no double touches an amount.
class Json {
public:
    struct Number {
        std::string text;  // as written, for example "0.5"
    };
    using Array = std::vector<Json>;
    using Object = std::map<std::string, Json, std::less<>>;

    Json() = default;  // null
    Json(std::nullptr_t) {}
    Json(bool value) : value_{value} {}
    Json(int value) : value_{std::int64_t{value}} {}
    Json(std::int64_t value) : value_{value} {}
    Json(char const* text) : value_{std::string{text}} {}
    Json(std::string_view text) : value_{std::string{text}} {}
    Json(std::string text) : value_{std::move(text)} {}
    Json(Number number) : value_{std::move(number)} {}
    Json(Array array) : value_{std::move(array)} {}
    Json(Object object) : value_{std::move(object)} {}
    template <class T>
    Json(std::optional<T> const& maybe) {
        if (maybe) *this = Json{*maybe};
    }

    /// Strict: UTF-8 only, at most 64 levels deep; nothing for anything else.
    static std::optional<Json> parse(std::string_view text);
    std::string dump() const;

    bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    Array const* array() const { return std::get_if<Array>(&value_); }
    Object const* object() const { return std::get_if<Object>(&value_); }
    /// The member of that name, or null. Chains: event["payload"]["payment"]["entity"].
    Json const& operator[](std::string_view key) const;
    std::optional<std::string> text() const;      // a string
    std::optional<std::int64_t> integer() const;  // a whole number
    std::optional<bool> flag() const;
    /// A string, or a number as it was written.
    std::optional<std::string> text_or_number() const;

private:
    std::variant<std::monostate, bool, std::int64_t, Number, std::string, Array, Object> value_;
};

/// JSON text on lines of its own for people to read, nothing else changed; also where it is cut off.
std::string indented(std::string_view json);

}  // namespace ssr
