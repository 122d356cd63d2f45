#include "domain/catalog/catalogue.h"

namespace ssr::catalog {

namespace {

std::vector<std::string> texts_of(Json const& list) {
    std::vector<std::string> texts;
    if (auto const* array = list.array())
        for (auto const& each : *array) texts.push_back(each.text().value_or(""));
    return texts;
}

Price to_price(db::Row const& row) {
    return {.id = row.id<PricingId>("price_id"),
            .months = int(row.integer("duration_months")),
            .base = row.money("base_price_paise"),
            .sale = row.maybe_money("sale_price_paise"),
            .gst_percent = int(row.integer("gst_percent")),
            .usage_limit = row.maybe_integer("usage_limit")};
}

ModuleOffer to_offer(db::Row const& row) {
    return {.id = row.id<ModuleId>("id"),
            .module = *parse_module(row.text("code")),
            .name = row.text("name"),
            .description = row.text("description"),
            .icon = row.text("icon"),
            .sac_code = row.text("sac_code"),
            .features = texts_of(row.json("features")),
            .is_active = row.flag("is_active"),
            .trial_days = int(row.integer("trial_days")),
            .prorates_upgrades = row.flag("prorates_upgrades")};
}

BundleOffer to_bundle(db::Row const& row) {
    BundleOffer bundle{.code = row.text("code"), .name = row.text("name")};
    for (auto const& code : texts_of(row.json("modules")))
        if (auto const module = parse_module(code)) bundle.modules.push_back(*module);
    auto const discounts = row.json("discounts");
    for (auto const& each : discounts.array() ? *discounts.array() : Json::Array{})
        bundle.discounts.push_back(
            {int(each["months"].integer().value_or(0)), int(each["percent"].integer().value_or(0))});
    return bundle;
}

}  // namespace

Price const* ModuleOffer::price_for(int months) const {
    for (auto const& price : prices)
        if (price.months == months) return &price;
    return nullptr;
}

std::optional<int> BundleOffer::percent_off(int months) const {
    for (auto const& discount : discounts)
        if (discount.months == months) return discount.percent;
    return std::nullopt;
}

ModuleOffer const* find(std::vector<ModuleOffer> const& offers, Module module) {
    for (auto const& offer : offers)
        if (offer.module == module) return &offer;
    return nullptr;
}

std::vector<BundleOffer> bundles(db::Session& db) {
    return db.list(R"(
        SELECT b.code, b.name,
               coalesce((SELECT jsonb_agg(m.code ORDER BY m.display_order)
                           FROM bundle_modules x JOIN modules m ON m.id = x.module_id WHERE x.bundle_id = b.id), '[]') AS modules,
               coalesce((SELECT jsonb_agg(jsonb_build_object('months', duration_months, 'percent', discount_percent)
                                          ORDER BY duration_months)
                           FROM bundle_pricings p WHERE p.bundle_id = b.id AND p.is_active), '[]') AS discounts
          FROM bundles b WHERE b.is_active ORDER BY b.id
    )",
                   {}, to_bundle);
}

void KeptCatalogue::keep() {
    auto const told = db_.last_told("site_changed");
    if (told == told_) return;
    offers_ = catalog::offers(db_);
    bundles_ = catalog::bundles(db_);
    told_ = told;
}

std::vector<ModuleOffer> const& KeptCatalogue::offers() {
    keep();
    return offers_;
}

std::vector<BundleOffer> const& KeptCatalogue::bundles() {
    keep();
    return bundles_;
}

std::vector<ModuleOffer> offers(db::Session& db) {
    // A row for each price: to gather them as JSON would cost Postgres twice as much.
    std::vector<ModuleOffer> offers;
    db.each(R"(
        SELECT m.id, m.code, m.name, m.description, m.icon, m.sac_code, m.features, m.is_active, m.trial_days,
               m.upgrade_policy = 'prorate' AS prorates_upgrades,
               p.id AS price_id, p.duration_months, p.base_price_paise, p.sale_price_paise, p.gst_percent, p.usage_limit
          FROM modules m LEFT JOIN module_pricings p ON p.module_id = m.id AND p.is_active
         ORDER BY m.display_order, m.id, p.duration_months
    )",
            {}, [&](db::Row const& row) {
                if (offers.empty() || offers.back().id != row.id<ModuleId>("id"))
                    offers.push_back(to_offer(row));
                if (!row.is_null("price_id")) offers.back().prices.push_back(to_price(row));
            });
    return offers;
}

}  // namespace ssr::catalog
