#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ssr {

/// A State or Union territory by its GST code, "01" to "38", "97"; also 25 and 28, which old numbers have.
class State {
public:
    static std::optional<State> parse(std::string_view gst_code);
    static std::span<State const> all();  // those a buyer may choose, by name

    std::string_view code() const { return code_; }
    std::string_view name() const { return name_; }
    /// Union territories without legislature levy UTGST in place of SGST.
    bool levies_utgst() const { return utgst_; }
    bool operator==(State const& other) const { return code_ == other.code_; }

private:
    constexpr State(std::string_view code, std::string_view name, bool utgst)
        : code_{code}, name_{name}, utgst_{utgst} {}
    friend struct StateTable;
    std::string_view code_, name_;
    bool utgst_;
};

/// A GST identification number whose check digit is right (payments-tax-otp-privacy 2).
class Gstin {
public:
    static std::optional<Gstin> parse(std::string_view text);

    std::string const& text() const { return text_; }
    State state() const;
    /// Public-works departments are often tax deductors: 'D' at place 14.
    bool is_tax_deductor() const { return text_[13] == 'D'; }

private:
    explicit Gstin(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

}  // namespace ssr
