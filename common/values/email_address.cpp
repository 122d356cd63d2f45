#include "values/email_address.h"

#include "base/text.h"

namespace ssr {

namespace {

constexpr std::string_view kMarksOfName = "!#$%&'*+-/=?^_`{|}~.";

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_name(std::string_view name) {
    if (name.empty() || name.size() > 64 || name.front() == '.' || name.back() == '.') return false;
    if (name.find("..") != std::string_view::npos) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter_or_digit(c) || kMarksOfName.find(c) != std::string_view::npos;
    });
}

bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_domain(std::string_view domain) {
    auto const labels = split(domain, '.');
    if (labels.size() < 2 || !std::all_of(labels.begin(), labels.end(), is_label)) return false;
    auto const last = labels.back();  // letters, or an encoded name of another script
    return last.size() >= 2 && !(last[0] >= '0' && last[0] <= '9');
}

}  // namespace

std::optional<EmailAddress> EmailAddress::parse(std::string_view text) {
    auto address = lower(trimmed(text));
    auto const at = address.find('@');
    if (address.size() > 254 || at == std::string::npos) return std::nullopt;
    auto const view = std::string_view{address};
    if (!is_name(view.substr(0, at)) || !is_domain(view.substr(at + 1))) return std::nullopt;
    return EmailAddress{std::move(address)};
}

std::string EmailAddress::masked() const {
    return text_.substr(0, 1) + "***" + text_.substr(text_.find('@'));
}

}  // namespace ssr
