#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace ssr {

/// 1 April to 31 March by the date in India: "26-27".
class FinancialYear {
public:
    static FinancialYear of(Instant at);
    static std::optional<FinancialYear> parse(std::string_view text);  // "26-27", of this century
    FinancialYear before() const { return FinancialYear{start_ - 1}; }
    Instant begins() const;  // 00:00 of 1 April in India
    Instant ends() const;    // of the next one
    int starts_in() const { return start_; }
    std::string text() const;       // "26-27", as on invoices
    std::string long_text() const;  // "2026-27", as on letters
    bool operator==(FinancialYear const&) const = default;

private:
    explicit FinancialYear(int start) : start_{start} {}
    int start_;
};

}  // namespace ssr
