#include "domain/billing/errands.h"

#include "domain/billing/quote.h"

namespace ssr::billing {

namespace {

LastOrder to_order(db::Row const& row) {
    return {row.public_id<PublicPaymentId>("public_id"), parse_payment_status(row.text("status")),
            names_of(lines_of(row.json("pricing_snapshot"))), row.money("total_amount_paise"),
            row.instant("created_at")};
}

OpenMandate to_mandate(db::Row const& row) {
    auto const line = lines_of(row.json("pricing_snapshot")).front();
    return {row.public_id<PublicMandateId>("public_id"), parse_mandate_status(row.text("status")),
            *parse_module(line.module), line.name, row.money("total_amount_paise")};
}

}  // namespace

Errands errands_of(db::Session& db, UserId user, Instant now) {
    Errands errands;
    db.each(R"(
        SELECT true AS is_order, *
          FROM (SELECT public_id, status, pricing_snapshot, total_amount_paise, created_at
                  FROM payments
                 WHERE user_id = :user AND mandate_id IS NULL AND gateway_order_id IS NOT NULL AND review_reason IS NULL
                 ORDER BY id DESC LIMIT 1) last
         WHERE status IN ('created', 'attempted', 'authorized', 'failed')
        UNION ALL
        (SELECT false, public_id, status, pricing_snapshot, total_amount_paise, created_at
           FROM mandates
          WHERE user_id = :user
            AND (status IN ('authenticated', 'active', 'pending')
                 OR status = 'created' AND gateway_subscription_id IS NOT NULL AND authorise_by > :now)
          ORDER BY id)
    )",
            {{"user", user}, {"now", now}}, [&](db::Row const& row) {
                if (row.flag("is_order"))
                    errands.order = to_order(row);
                else
                    errands.mandates.push_back(to_mandate(row));
            });
    return errands;
}

}  // namespace ssr::billing
