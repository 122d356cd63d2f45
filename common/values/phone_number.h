#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// An Indian mobile number in E.164 ("+919876543210"). If you hold one, it is valid.
class PhoneNumber {
public:
    /// All spellings of one number are one value: "98765 43210", "+91-98765-43210", "0091…", "0…", with NBSP
    /// or bidirectional marks (payments-tax-otp-privacy 3).
    static std::optional<PhoneNumber> parse(std::string_view text);

    std::string const& e164() const { return e164_; }
    std::string masked() const { return "+91******" + e164_.substr(9); }  // the only form that logs may show
    bool operator==(PhoneNumber const&) const = default;

private:
    explicit PhoneNumber(std::string e164) : e164_{std::move(e164)} {}
    std::string e164_;
};

}  // namespace ssr
