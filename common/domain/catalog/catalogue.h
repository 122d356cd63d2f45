#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "values/module_code.h"

namespace ssr::catalog {

/// What one duration of a module costs, before tax.
struct Price {
    int months;
    Money base;
    std::optional<Money> sale;
    int gst_percent;

    Money asked() const { return sale.value_or(base); }
};

struct ModuleOffer {
    Module module;
    std::string name, description, icon;
    std::vector<std::string> features;
    bool is_active;
    int trial_days;
    std::vector<Price> prices;  // by duration
};

/// All modules with their prices, in display order; one statement.
std::vector<ModuleOffer> offers(db::Session& db);

}  // namespace ssr::catalog
