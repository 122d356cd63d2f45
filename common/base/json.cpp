#include "base/json.h"

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace ssr {

namespace {

constexpr int kDeepest = 64;

// Builds our tree while nlohmann reads, so that a number keeps the text it was written in.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return put(Json{}); }
    bool boolean(bool value) override { return put(Json{value}); }
    bool number_integer(number_integer_t value) override { return put(Json{std::int64_t{value}}); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value <= number_unsigned_t(INT64_MAX)) return put(Json{static_cast<std::int64_t>(value)});
        return put(Json{Json::Number{std::to_string(value)}});
    }
    bool number_float(number_float_t, string_t const& text) override { return put(Json{Json::Number{text}}); }
    bool string(string_t& text) override { return put(Json{std::move(text)}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return begin(false); }
    bool key(string_t& name) override {
        open_.back().key = std::move(name);
        return true;
    }
    bool end_object() override {
        auto done = Json{std::move(open_.back().object)};
        open_.pop_back();
        return put(std::move(done));
    }
    bool start_array(std::size_t) override { return begin(true); }
    bool end_array() override {
        auto done = Json{std::move(open_.back().array)};
        open_.pop_back();
        return put(std::move(done));
    }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const&) override {
        return false;
    }

    std::optional<Json> result;

private:
    struct Open {
        bool is_array;
        std::string key;
        Json::Array array;
        Json::Object object;
    };
    bool begin(bool is_array) {
        open_.push_back({is_array, {}, {}, {}});
        return int(open_.size()) <= kDeepest;
    }
    bool put(Json value) {
        if (open_.empty())
            result = std::move(value);
        else if (open_.back().is_array)
            open_.back().array.push_back(std::move(value));
        else
            open_.back().object.insert_or_assign(std::move(open_.back().key), std::move(value));
        return true;
    }
    std::vector<Open> open_;
};

void write_text(std::string& out, std::string const& text) {
    out += '"';
    for (char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 32)
                    out += "\\u00" + to_hex({&c, 1});
                else
                    out += c;
        }
    }
    out += '"';
}

struct Writer {
    std::string& out;
    void operator()(std::monostate) { out += "null"; }
    void operator()(bool value) { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) { out += std::to_string(value); }
    void operator()(Json::Number const& number) { out += number.text; }
    void operator()(std::string const& text) { write_text(out, text); }
    void operator()(Json::Array const& array) {
        out += '[';
        for (auto const& item : array) {
            if (&item != &array.front()) out += ',';
            out += item.dump();
        }
        out += ']';
    }
    void operator()(Json::Object const& object) {
        out += '{';
        for (bool first = true; auto const& [name, value] : object) {
            if (!std::exchange(first, false)) out += ',';
            write_text(out, name);
            out += ':';
            out += value.dump();
        }
        out += '}';
    }
};

}  // namespace

std::optional<Json> Json::parse(std::string_view text) {
    Builder builder;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
    return std::move(builder.result);
}

std::string Json::dump() const {
    std::string out;
    std::visit(Writer{out}, value_);
    return out;
}

Json const& Json::operator[](std::string_view key) const {
    static Json const nothing;
    auto const* members = object();
    if (!members) return nothing;
    auto const found = members->find(key);
    return found == members->end() ? nothing : found->second;
}

std::optional<std::string> Json::text() const {
    if (auto const* text = std::get_if<std::string>(&value_)) return *text;
    return std::nullopt;
}

std::optional<std::int64_t> Json::integer() const {
    if (auto const* number = std::get_if<std::int64_t>(&value_)) return *number;
    return std::nullopt;
}

std::optional<bool> Json::flag() const {
    if (auto const* value = std::get_if<bool>(&value_)) return *value;
    return std::nullopt;
}

std::optional<std::string> Json::text_or_number() const {
    if (auto const* number = std::get_if<Number>(&value_)) return number->text;
    if (auto const whole = integer()) return std::to_string(*whole);
    return text();
}

std::string indented(std::string_view json) {
    constexpr std::size_t kDeepest = 32;  // lines of what lies deeper are not moved further
    std::string out;
    std::size_t depth = 0;
    bool in_text = false, is_escaped = false;
    bool is_opened = false;  // nothing stands in the bracket yet
    auto const new_line = [&] { out += '\n' + std::string(std::min(depth, kDeepest) * 2, ' '); };
    for (char const c : json) {
        if (in_text) {
            out += c;
            in_text = is_escaped || c != '"';
            is_escaped = !is_escaped && c == '\\';
            continue;
        }
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        bool const closes = c == '}' || c == ']';
        if (closes && depth > 0) --depth;
        if (closes != is_opened) new_line();
        is_opened = c == '{' || c == '[';
        depth += is_opened;
        in_text = c == '"';
        out += c;
        if (c == ',') new_line();
        if (c == ':') out += ' ';
    }
    return out;
}

}  // namespace ssr
