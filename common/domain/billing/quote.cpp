#include "domain/billing/quote.h"

#include <map>

#include "base/fault.h"
#include "base/text.h"
#include "values/rounding.h"

namespace ssr::billing {

namespace {

QuoteLine line_of(catalog::ModuleOffer const& offer, catalog::Price const& price, int percent_off) {
    return {.module_id = offer.id,
            .pricing_id = price.id,
            .module = std::string{code(offer.module)},
            .name = offer.name,
            .sac_code = offer.sac_code,
            .months = price.months,
            .price = price.asked(),
            .discount = Money::from_paise(divided_half_up(Wide{price.asked().paise()} * percent_off, 100)),
            .gst_percent = price.gst_percent,
            .usage_limit = price.usage_limit};
}

std::optional<NotForSale> add_line(std::vector<QuoteLine>& lines, Module module, int months, int percent_off,
                                   std::vector<catalog::ModuleOffer> const& offers) {
    auto const* offer = catalog::find(offers, module);
    if (!offer) return NotForSale::unknown;
    if (!offer->is_active) return NotForSale::not_active;
    auto const* price = offer->price_for(months);
    if (!price) return NotForSale::no_such_duration;
    lines.push_back(line_of(*offer, *price, percent_off));
    return std::nullopt;
}

catalog::BundleOffer const* find_bundle(std::vector<catalog::BundleOffer> const& bundles,
                                        std::string_view code) {
    for (auto const& bundle : bundles)
        if (bundle.code == code && !bundle.modules.empty()) return &bundle;
    return nullptr;
}

std::int64_t whole(Json const& value) {
    auto const number = value.integer();
    if (!number) throw Fault{"a price snapshot lacks a number", false};
    return *number;
}

std::optional<PeriodId> maybe_period(Json const& id) {
    auto const number = id.integer();
    return number ? std::optional{PeriodId{*number}} : std::nullopt;
}

QuoteLine to_line(Json const& line) {
    return {.module_id = ModuleId{whole(line["module_id"])},
            .pricing_id = PricingId{whole(line["pricing_id"])},
            .module = line["module"].text().value_or(""),
            .name = line["name"].text().value_or(""),
            .sac_code = line["sac_code"].text().value_or(""),
            .months = int(whole(line["months"])),
            .price = Money::from_paise(whole(line["price_paise"])),
            .discount = Money::from_paise(whole(line["discount_paise"])),
            .gst_percent = int(whole(line["gst_percent"])),
            .usage_limit = line["usage_limit"].integer(),
            .credit = Money::from_paise(line["credit_paise"].integer().value_or(0)),
            .replaces = maybe_period(line["replaces"])};
}

}  // namespace

Result<std::vector<QuoteLine>, NotForSale> lines_for(Wish const& wish,
                                                     std::vector<catalog::ModuleOffer> const& offers,
                                                     std::vector<catalog::BundleOffer> const& bundles) {
    std::vector<QuoteLine> lines;
    if (wish.module) {
        if (auto const why = add_line(lines, *wish.module, wish.months, 0, offers)) return Err{*why};
        return lines;
    }
    auto const* bundle = find_bundle(bundles, wish.bundle);
    if (!bundle) return Err{NotForSale::unknown};
    auto const percent = bundle->percent_off(wish.months);
    if (!percent) return Err{NotForSale::no_such_duration};
    for (auto const module : bundle->modules)
        if (auto const why = add_line(lines, module, wish.months, *percent, offers)) return Err{*why};
    return lines;
}

Money unused_part(Money price, Instant starts_at, Instant ends_at, Instant now) {
    auto const whole = std::chrono::floor<std::chrono::days>(ends_at - starts_at).count();
    auto const left = std::chrono::floor<std::chrono::days>(ends_at - std::max(now, starts_at)).count();
    if (whole <= 0 || left <= 0) return {};
    return Money::from_paise(divided_half_up(Wide{price.paise()} * left, whole));
}

Quote quote(std::vector<QuoteLine> lines, std::string bundle, State const& supplier,
            State const& place_of_supply) {
    Quote quote{.lines = std::move(lines), .bundle = std::move(bundle)};
    std::map<int, Money> taxable_by_rate;
    for (auto const& line : quote.lines) {
        quote.subtotal += line.price;
        quote.discount += line.discount;
        taxable_by_rate[line.gst_percent] += line.taxable();
    }
    for (auto const& [percent, taxable] : taxable_by_rate)
        quote.tax += gst(taxable, percent, supplier, place_of_supply);
    return quote;
}

Json snapshot_of(Quote const& quote) {
    Json::Array lines;
    for (auto const& line : quote.lines)
        lines.push_back(Json::Object{{"module_id", line.module_id.value()},
                                     {"pricing_id", line.pricing_id.value()},
                                     {"module", line.module},
                                     {"name", line.name},
                                     {"sac_code", line.sac_code},
                                     {"months", line.months},
                                     {"price_paise", line.price.paise()},
                                     {"discount_paise", line.discount.paise()},
                                     {"gst_percent", line.gst_percent},
                                     {"usage_limit", line.usage_limit},
                                     {"credit_paise", line.credit.paise()},
                                     {"replaces", line.replaces ? Json{line.replaces->value()} : Json{}}});
    auto snapshot = Json::Object{
        {"price_paise", quote.subtotal.paise()}, {"bundle", quote.bundle}, {"lines", std::move(lines)}};
    if (quote.coupon) {
        snapshot.emplace("coupon", quote.coupon_code);
        snapshot.emplace("coupon_discount_paise", quote.coupon_discount.paise());
    }
    return snapshot;
}

std::vector<QuoteLine> lines_of(Json const& snapshot) {
    auto const* array = snapshot["lines"].array();
    if (!array || array->empty()) throw Fault{"a price snapshot without lines", false};
    std::vector<QuoteLine> lines;
    for (auto const& each : *array) lines.push_back(to_line(each));
    return lines;
}

std::vector<QuoteLine> lines_if_any(Json const& snapshot) {
    auto const* array = snapshot["lines"].array();
    return array && !array->empty() ? lines_of(snapshot) : std::vector<QuoteLine>{};
}

std::string names_of(std::vector<QuoteLine> const& lines) {
    std::vector<std::string> names;
    for (auto const& line : lines) names.push_back(line.name);
    return join(names, ", ");
}

}  // namespace ssr::billing
