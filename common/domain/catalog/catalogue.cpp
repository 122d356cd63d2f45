#include "domain/catalog/catalogue.h"

namespace ssr::catalog {

namespace {

std::vector<std::string> texts_of(Json const& list) {
    std::vector<std::string> texts;
    if (auto const* array = list.array())
        for (auto const& each : *array) texts.push_back(each.text().value_or(""));
    return texts;
}

std::vector<Price> prices_of(Json const& list) {
    std::vector<Price> prices;
    if (auto const* array = list.array())
        for (auto const& each : *array) {
            auto const sale = each["sale"].integer();
            prices.push_back({.months = int(each["months"].integer().value_or(0)),
                              .base = Money::from_paise(each["base"].integer().value_or(0)),
                              .sale = sale ? std::optional{Money::from_paise(*sale)} : std::nullopt,
                              .gst_percent = int(each["gst"].integer().value_or(0))});
        }
    return prices;
}

ModuleOffer to_offer(db::Row const& row) {
    return {.module = *parse_module(row.text("code")),
            .name = row.text("name"),
            .description = row.text("description"),
            .icon = row.text("icon"),
            .features = texts_of(row.json("features")),
            .is_active = row.flag("is_active"),
            .trial_days = int(row.integer("trial_days")),
            .prices = prices_of(row.json("prices"))};
}

}  // namespace

std::vector<ModuleOffer> offers(db::Session& db) {
    return db.list(R"(
        SELECT m.code, m.name, m.description, m.icon, m.features, m.is_active, m.trial_days,
               coalesce((SELECT jsonb_agg(jsonb_build_object('months', duration_months, 'base', base_price_paise,
                                                             'sale', sale_price_paise, 'gst', gst_percent) ORDER BY duration_months)
                           FROM module_pricings p WHERE p.module_id = m.id AND p.is_active), '[]') AS prices
          FROM modules m ORDER BY m.display_order
    )",
                   {}, to_offer);
}

}  // namespace ssr::catalog
