#include "admin/coupon_forms.h"

#include <algorithm>

#include "admin/day_fields.h"
#include "admin/whole_number.h"
#include "base/text.h"

namespace ssr::admin {

namespace {

using billing::Coupon;
using Kind = billing::Coupon::Kind;
using Percent = WholeNumber<100>;
using Paise = WholeNumber<10'000'000>;  // ₹ 1,00,000
using Limit = WholeNumber<10'000'000>;
using PageNumber = WholeNumber<10'000>;

constexpr auto kWantedLimit = "Enter a whole number from 1 to 1,00,00,000, or leave it empty for no limit.";
constexpr auto kWantedPercent = "Enter a whole number from 1 to 100.";
constexpr auto kWantedRupees = "Enter an amount from ₹ 0.01 to ₹ 1,00,000.";

// Letters, digits, and marks between them that are read out over a telephone.
struct Code {
    std::string text;
    static std::optional<Code> parse(std::string_view typed) {
        auto code = billing::coupon_code(typed);
        auto const is_letter_or_digit = [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        };
        auto const fits = [&](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; };
        if (code.size() < 2 || code.size() > 40 || !is_letter_or_digit(code.front()) ||
            !std::all_of(code.begin(), code.end(), fits))
            return std::nullopt;
        return Code{std::move(code)};
    }
};

// An amount in rupees, at least a paisa.
struct Rupees {
    Money amount;
    static std::optional<Rupees> parse(std::string_view typed) {
        auto const amount = Money::parse(typed);
        if (!amount || *amount <= Money{} || *amount > Money::from_rupees(100'000)) return std::nullopt;
        return Rupees{*amount};
    }
};

std::optional<Kind> kind_in(web::FieldReader& read) {
    auto const type = read.text("discount_type");
    if (type == "percent") return Kind::percent;
    if (type == "flat") return Kind::flat;
    read.complain("discount_type", "Choose per cent or a fixed amount.");
    return std::nullopt;
}

std::optional<std::int64_t> value_of_program(web::FieldReader& read, Kind kind) {
    if (kind == Kind::percent) {
        auto const percent = read.required<Percent>("discount_value", kWantedPercent);
        return percent ? std::optional{percent->value} : std::nullopt;
    }
    auto const paise = read.required<Paise>("discount_value", "Enter paise, from 1 to 1,00,00,000.");
    return paise ? std::optional{paise->value} : std::nullopt;
}

std::optional<std::int64_t> value_of_page(web::FieldReader& read, Kind kind) {
    auto const other = kind == Kind::percent ? "discount_rupees" : "discount_percent";
    if (!read.text(other).empty())
        read.complain(other, "Leave this empty: you chose the other kind of discount.");
    if (kind == Kind::percent) {
        auto const percent = read.required<Percent>("discount_percent", kWantedPercent);
        return percent ? std::optional{percent->value} : std::nullopt;
    }
    auto const rupees = read.required<Rupees>("discount_rupees", kWantedRupees);
    return rupees ? std::optional{rupees->amount.paise()} : std::nullopt;
}

std::optional<std::int64_t> value_in(web::FieldReader& read, Kind kind) {
    bool const is_page_s = read.has("discount_percent") || read.has("discount_rupees");
    return is_page_s ? value_of_page(read, kind) : value_of_program(read, kind);
}

std::optional<Money> most_in(web::FieldReader& read, Kind kind) {
    auto const rupees = read.optional<Rupees>("max_discount", kWantedRupees);
    auto const paise = read.optional<Paise>("max_discount_paise", "Enter paise, from 1 to 1,00,00,000.");
    if (kind == Kind::flat && (rupees || paise))
        read.complain(rupees ? "max_discount" : "max_discount_paise",
                      "Leave this empty: a fixed amount is its own upper limit.");
    if (rupees) return rupees->amount;
    return paise ? std::optional{Money::from_paise(paise->value)} : std::nullopt;
}

std::vector<Module> modules_in(web::FieldReader& read) {
    std::vector<Module> modules;
    for (auto const module : kModules)
        if (read.ticked("module." + std::string{code(module)})) modules.push_back(module);
    return modules;
}

std::optional<std::int64_t> limit_in(web::FieldReader& read, std::string_view name) {
    auto const limit = read.optional<Limit>(name, kWantedLimit);
    return limit ? std::optional{limit->value} : std::nullopt;
}

billing::CouponTerms terms_in(web::FieldReader& read) {
    auto const from = read.optional<FromDay>("valid_from", kWantedDay);
    auto const till = read.optional<TillDay>("valid_until", kWantedDay);
    if (from && till && till->at <= from->at)
        read.complain("valid_until", "Enter a day on or after the first one.");
    return {.valid_from = from ? std::optional{from->at} : std::nullopt,
            .valid_until = till ? std::optional{till->at} : std::nullopt,
            .usage_limit = limit_in(read, "usage_limit"),
            .per_user_limit = limit_in(read, "per_user_limit"),
            .modules = modules_in(read)};
}

}  // namespace

std::optional<CouponForm> CouponForm::read(web::FieldReader& read) {
    auto code = read.required<Code>("code", "Enter 2 to 40 letters and digits; - and _ may stand between.");
    auto const kind = kind_in(read);
    auto const value = kind ? value_in(read, *kind) : std::nullopt;
    auto const most = kind ? most_in(read, *kind) : std::nullopt;
    auto terms = terms_in(read);
    if (!code || !kind || !value) return std::nullopt;
    return CouponForm{{.code = std::move(code->text),
                       .kind = *kind,
                       .value = *value,
                       .most = most,
                       .terms = std::move(terms),
                       .idempotency_key = std::string{read.text("idempotency_key")}}};
}

std::optional<CouponTermsForm> CouponTermsForm::read(web::FieldReader& read) {
    return CouponTermsForm{terms_in(read)};
}

std::optional<CouponsQuery> CouponsQuery::read(web::FieldReader& read) {
    auto const page = PageNumber::parse(read.text("page"));
    return CouponsQuery{{.text = std::string{read.text("q")},
                         .state = billing::parse_coupon_state(read.text("state")),
                         .number = page ? int(page->value) : 1}};
}

std::optional<CouponDoneQuery> CouponDoneQuery::read(web::FieldReader& read) {
    return CouponDoneQuery{std::string{read.text("done")}};
}

}  // namespace ssr::admin
