#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "domain/billing/gst.h"
#include "domain/catalog/catalogue.h"

namespace ssr::billing {

/// One module of an order, at the price of the day.
struct QuoteLine {
    ModuleId module_id;
    PricingId pricing_id;
    std::string module;  // code
    std::string name;
    std::string sac_code;
    int months;
    Money price;          // before discount and tax
    Money discount = {};  // its part of the order's discount
    int gst_percent;
    std::optional<std::int64_t> usage_limit = {};
    Money credit = {};  // of the discount, for what is left of the stretch that an upgrade replaces
    std::optional<PeriodId> replaces = {};  // that stretch; empty where it is no upgrade

    Money taxable() const { return price - discount; }
};

/// What an order costs, to the paisa.
struct Quote {
    std::vector<QuoteLine> lines;
    std::string bundle;  // code; empty: modules by themselves
    Tax tax;
    Money subtotal, discount;
    std::optional<CouponId> coupon = {};
    std::string coupon_code = {};  // empty: none
    Money coupon_discount = {};    // its part of the discount

    Money taxable() const { return subtotal - discount; }
    Money total() const { return taxable() + tax.total(); }
};

/// What somebody wants to buy: a module, or a bundle, for so many months.
struct Wish {
    std::optional<Module> module;
    std::string bundle;  // code; empty where it is a module
    int months = 0;
    std::optional<UserId> upgrader = {};  // a module only: what he has left of it is credited, and ends
};

enum class NotForSale { unknown, not_active, no_such_duration };

/// Pure: what is on offer at these prices, discounted before tax.
Result<std::vector<QuoteLine>, NotForSale> lines_for(Wish const& wish,
                                                     std::vector<catalog::ModuleOffer> const& offers,
                                                     std::vector<catalog::BundleOffer> const& bundles);
/// Pure: what is not used yet of a stretch that cost `price`, by days that are not begun; the preview of a
/// day is what is charged on that day.
Money unused_part(Money price, Instant starts_at, Instant ends_at, Instant now);

/// Pure. The discount is taken before tax, and each rate is taxed on the sum of its lines.
Quote quote(std::vector<QuoteLine> lines, std::string bundle, State const& supplier,
            State const& place_of_supply);

/// The order as it was sold, for `payments.pricing_snapshot`; later changes of prices do not touch it.
Json snapshot_of(Quote const& quote);
/// The lines of a snapshot. Throws where it is none of ours.
std::vector<QuoteLine> lines_of(Json const& snapshot);
/// The same for staff, who look at every payment: none where it has none.
std::vector<QuoteLine> lines_if_any(Json const& snapshot);

/// "Workslip, Bill"
std::string names_of(std::vector<QuoteLine> const& lines);

}  // namespace ssr::billing
