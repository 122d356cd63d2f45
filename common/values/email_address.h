#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// An e-mail address, lower-cased, without control characters; at most 254 bytes.
class EmailAddress {
public:
    static std::optional<EmailAddress> parse(std::string_view text);

    std::string const& text() const { return text_; }
    std::string masked() const;  // "r***@example.test"
    bool operator==(EmailAddress const&) const = default;

private:
    explicit EmailAddress(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

}  // namespace ssr
