#include "outbound/carrier.h"

#include <algorithm>

namespace ssr::outbound {

namespace {

constexpr std::size_t kLongest = 200;
constexpr std::size_t kShown = 3;  // digits of a status code; longer runs may be a phone number or a code

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// An address says whom; staff know it from the message's row.
bool has_address(std::string_view word) { return word.find('@') != std::string_view::npos; }

}  // namespace

std::string fit_for_staff(std::string const& said) {
    std::string fit;
    for (auto at = said.begin(); at != said.end() && fit.size() < kLongest;) {
        auto const end = std::find_if(at, said.end(), [](char c) { return c <= ' ' || c > '~'; });
        std::string word{at, end};
        for (auto digits = word.begin(); digits != word.end();) {
            auto const first = std::find_if(digits, word.end(), is_digit);
            digits = std::find_if_not(first, word.end(), is_digit);
            if (std::size_t(digits - first) > kShown) std::fill(first, digits, '#');
        }
        if (!word.empty()) fit += (fit.empty() ? "" : " ") + (has_address(word) ? std::string{"…"} : word);
        at = end == said.end() ? end : end + 1;
    }
    return fit.substr(0, kLongest);
}

}  // namespace ssr::outbound
