#include "domain/subscriptions/history.h"

#include "domain/subscriptions/status.h"

namespace ssr::subscriptions {

namespace {

Stretch to_stretch(db::Row const& row) {
    auto const payment = row.maybe_text("payment");
    return {.starts_at = row.instant("starts_at"),
            .ends_at = row.instant("ends_at"),
            .payment = payment ? PublicPaymentId::parse(*payment) : std::nullopt,
            .price = row.money("price_paise"),
            .subscription = row.public_id<PublicSubscriptionId>("public_id"),
            .module = *parse_module(row.text("code")),
            .module_name = row.text("name"),
            .status = parse_status(row.text("status")),
            .source = parse_source(row.text("source")),
            .started_at = row.instant("started_at"),
            .expires_at = row.instant("expires_at"),
            .cancelled_at = row.maybe_instant("cancelled_at"),
            .ends_at_period_end = row.flag("cancel_at_period_end"),
            .auto_renew = row.flag("auto_renew"),
            .used = row.integer("usage_count"),
            .usage_limit = row.maybe_integer("usage_limit")};
}

}  // namespace

Source parse_source(std::string_view code) {
    if (code == "purchase") return Source::purchase;
    return code == "trial" ? Source::trial : Source::grant;
}

std::vector<Stretch> history(db::Session& db, UserId user, int most) {
    return db.list(R"(
        SELECT coalesce(x.starts_at, s.started_at) AS starts_at, coalesce(x.ends_at, s.expires_at) AS ends_at,
               p.public_id AS payment, coalesce(x.price_paise, 0) AS price_paise, s.public_id, m.code, m.name, s.status, s.source, s.started_at, s.expires_at,
               s.cancelled_at, s.cancel_at_period_end, s.auto_renew, s.usage_count, s.usage_limit
          FROM subscriptions s
          JOIN modules m ON m.id = s.module_id
          LEFT JOIN subscription_periods x ON x.subscription_id = s.id
          LEFT JOIN payments p ON p.id = x.payment_id
         WHERE s.user_id = :user
         ORDER BY s.id DESC, x.id DESC LIMIT :most
    )",
                   {{"user", user}, {"most", most}}, to_stretch);
}

}  // namespace ssr::subscriptions
