#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "values/module_code.h"

namespace ssr::catalog {

/// What one duration of a module costs, before tax.
struct Price {
    PricingId id;
    int months;
    Money base;
    std::optional<Money> sale;
    int gst_percent;
    std::optional<std::int64_t> usage_limit;  // empty: no limit

    Money asked() const { return sale.value_or(base); }
};

struct ModuleOffer {
    ModuleId id;
    Module module;
    std::string name, description, icon;
    std::string sac_code;  // of the service, for invoices
    std::vector<std::string> features;
    bool is_active;
    int trial_days;
    std::vector<Price> prices;      // by duration
    bool prorates_upgrades = true;  // an upgrade begins at once and credits what is left; else at the renewal

    Price const* price_for(int months) const;  // nullptr: not sold for so long
};

/// Modules that are sold together, for less than each by itself.
struct BundleOffer {
    std::string code, name;
    std::vector<Module> modules;
    struct Discount {
        int months;
        int percent;
    };
    std::vector<Discount> discounts;  // by duration

    std::optional<int> percent_off(int months) const;
};

/// All modules with their prices, in display order; one statement.
std::vector<ModuleOffer> offers(db::Session& db);
ModuleOffer const* find(std::vector<ModuleOffer> const& offers, Module module);

/// The bundles that are sold now; one statement.
std::vector<BundleOffer> bundles(db::Session& db);

/// What is sold, read once, and again when the database tells that it has changed (channel site_changed of
/// migration 0019): for pages, never for an order.
class KeptCatalogue {
public:
    explicit KeptCatalogue(db::Session& db) : db_{db} {}
    std::vector<ModuleOffer> const& offers();
    std::vector<BundleOffer> const& bundles();

private:
    void keep();
    db::Session& db_;
    std::uint64_t told_ = 0;
    std::vector<ModuleOffer> offers_;
    std::vector<BundleOffer> bundles_;
};

}  // namespace ssr::catalog
