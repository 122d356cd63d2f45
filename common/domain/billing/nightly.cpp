#include "domain/billing/nightly.h"

#include <algorithm>

#include "base/fault.h"
#include "db/transaction.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

using namespace std::chrono_literals;

// What happened at midnight has been told everywhere by then.
constexpr std::chrono::hours kStartsAfterMidnight{2};
constexpr std::chrono::days kDay{1}, kLooksBack{30};
constexpr int kPage = 100;

template <class Entity, class Ask>
std::vector<Entity> all_pages(Ask ask) {
    std::vector<Entity> all;
    for (int skip = 0;; skip += kPage) {
        auto page = ask(skip);
        if (!page) throw Fault{"the gateway did not show its books", true};
        all.insert(all.end(), page->entities.begin(), page->entities.end());
        if (page->items < kPage) return all;
    }
}

Json to_json(std::vector<Difference> const& differences) {
    Json::Array list;
    for (auto const& each : differences)
        list.push_back(
            Json::Object{{"kind", code(each.kind)}, {"subject", each.subject}, {"detail", each.detail}});
    return list;
}

std::vector<Difference> to_differences(Json const& list) {
    using enum Difference::Kind;
    std::vector<Difference> differences;
    for (auto const& each : *list.array())
        for (auto const kind : {not_booked, not_captured, amount_differs, refunded_differs, refund_not_booked,
                                refund_unknown, refund_differs})
            if (each["kind"].text() == std::string{code(kind)})
                differences.push_back(
                    {kind, each["subject"].text().value_or(""), each["detail"].text().value_or("")});
    return differences;
}

template <class Entity>
Entity const* find(std::vector<Entity> const& all, std::string const& id) {
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

GatewayBooks Nightly::theirs(Instant from, Instant until) {
    return {all_pages<GatewayPayment>([&](int skip) {
                return gateway_.payments_made({from, until, skip, kPage});
            }),
            all_pages<GatewayRefund>([&](int skip) {
                return gateway_.refunds_made({from, until, skip, kPage});
            })};
}

Books Nightly::ours(Instant from, Instant until, GatewayBooks const& theirs) {
    std::vector<std::string> payments, refunds;
    for (auto const& each : theirs.payments) payments.push_back(each.id);
    for (auto const& each : theirs.refunds) refunds.push_back(each.id);
    Books books;
    // A payment may be made before midnight and captured after it: the gateway dates it by the first.
    books.payments = db_.list(
        R"(
        SELECT gateway_payment_id AS id, total_amount_paise AS amount, refunded_paise AS refunded FROM payments
         WHERE gateway_payment_id = ANY (cast(:named AS text[]))
            OR (gateway_payment_id IS NOT NULL AND created_at >= :from AND captured_at < cast(:until AS timestamptz) - interval '1 hour')
        UNION ALL
        SELECT surplus_payment_id, amount_paise, amount_paise FROM refunds
         WHERE surplus_payment_id = ANY (cast(:named AS text[])) AND status <> 'failed'
        UNION ALL
        SELECT held_payment_id, held_amount_paise, 0 FROM payments
         WHERE held_payment_id = ANY (cast(:named AS text[])) AND review_reason IS NOT NULL
    )",
        {{"named", db::array_of(payments)}, {"from", from}, {"until", until}}, [](db::Row const& row) {
            return BookedPayment{row.text("id"), row.money("amount"), row.money("refunded")};
        });
    books.refunds = db_.list(R"(
        SELECT gateway_refund_id AS id, amount_paise AS amount, status FROM refunds
         WHERE gateway_refund_id = ANY (cast(:named AS text[]))
            OR (gateway_refund_id IS NOT NULL AND created_at >= :from AND processed_at < cast(:until AS timestamptz) - interval '1 hour')
    )",
                             {{"named", db::array_of(refunds)}, {"from", from}, {"until", until}},
                             [](db::Row const& row) {
                                 return BookedRefund{row.text("id"), row.money("amount"),
                                                     *parse_refund_status(row.text("status"))};
                             });
    return books;
}

// A mandate's charge whose webhooks never came says by its invoice whose it is.
void Nightly::mend(GatewayPayment const& payment) {
    if (capture_.apply(payment, Messenger::reconciler) != CaptureOutcome::unknown_order) return;
    auto const mandate = is_gateway_id("inv_", payment.invoice_id)
                             ? gateway_.mandate_of_invoice(payment.invoice_id)
                             : Err{GatewayTrouble::refused};
    if (mandate && !mandate->empty()) mandates_.charged(*mandate, payment, Messenger::reconciler);
}

void Nightly::mend(GatewayBooks const& theirs, std::vector<Difference> const& found) {
    for (auto const& each : found) {
        if (auto const* payment = find(theirs.payments, each.subject)) mend(*payment);
        if (auto const* refund = find(theirs.refunds, each.subject)) capture_.refunds().apply(*refund);
    }
}

// Each day since the first comparison that has none of its own.
std::vector<Instant> Nightly::days_to_compare(Instant until) {
    return db_.list(R"(
        SELECT day
          FROM (SELECT least(min(from_at), :yesterday) AS first FROM reconciliation_reports) compared,
               generate_series(greatest(first, :oldest), :yesterday, interval '1 day') AS day
         WHERE NOT EXISTS (SELECT FROM reconciliation_reports WHERE from_at = day)
         ORDER BY day
    )",
                    {{"yesterday", until - kDay}, {"oldest", until - kLooksBack}},
                    [](db::Row const& row) { return row.instant("day"); });
}

void Nightly::compare_days() {
    auto const now = clock_.now();
    auto const midnight = ist_midnight(ist_date(now));
    if (now < midnight + kStartsAfterMidnight) return;
    for (auto const day : days_to_compare(midnight)) compare_day(day, day + kDay);
}

void Nightly::compare_day(Instant from, Instant until) {
    auto const gateway_s = theirs(from, until);
    auto const found = compare(gateway_s, ours(from, until, gateway_s));
    db::Transaction transaction{db_};
    auto const kept = db_.execute(R"(
        INSERT INTO reconciliation_reports (public_id, from_at, until_at, payments_seen, refunds_seen, differences, created_at)
        VALUES (:id, :from, :until, :payments, :refunds, :differences, :now)
        ON CONFLICT ON CONSTRAINT reconciliation_reports_one_a_day DO NOTHING
    )",
                                  {{"id", new_public_id()},
                                   {"from", from},
                                   {"until", until},
                                   {"payments", int(gateway_s.payments.size())},
                                   {"refunds", int(gateway_s.refunds.size())},
                                   {"differences", to_json(found)},
                                   {"now", clock_.now()}});
    if (kept == 0) return;  // another worker compared it meanwhile
    mend(gateway_s, found);
    if (!found.empty()) tell_staff(ist_date(from), found);
    transaction.commit();
    log::info("payments.compared", {{"day", display_date(from)}, {"differences", int(found.size())}});
}

void Nightly::tell_staff(Date day, std::vector<Difference> const& found) {
    std::string text = "The gateway's books of " + display_date(day) + " and ours differ:\n";
    for (auto const& each : found)
        text += "\n" + std::string{code(each.kind)} + "  " + each.subject + "  " + each.detail;
    auto const mails = db_.list(
        "SELECT email FROM users WHERE role IN ('admin', 'superadmin') AND is_active AND email IS NOT NULL",
        {}, [](db::Row const& row) { return row.text("email"); });
    for (auto const& mail : mails)
        outbox_.send({.event_key = "reconciliation:" + display_date(day) + ":" + mail,
                      .kind = "reconciliation",
                      .channel = Channel::email,
                      .to = mail,
                      .subject = "Payments of " + display_date(day) + ": " + std::to_string(found.size()) +
                                 (found.size() == 1 ? " difference" : " differences"),
                      .text = text + "\n"});
}

std::vector<ReconciliationReport> reconciliation_reports(db::Session& db, int most, int skip) {
    return db.list(R"(
        SELECT from_at, payments_seen, refunds_seen, differences, created_at FROM reconciliation_reports
         ORDER BY from_at DESC LIMIT :most OFFSET :skip
    )",
                   {{"most", most}, {"skip", skip}}, [](db::Row const& row) {
                       return ReconciliationReport{.day = ist_date(row.instant("from_at")),
                                                   .payments_seen = int(row.integer("payments_seen")),
                                                   .refunds_seen = int(row.integer("refunds_seen")),
                                                   .differences = to_differences(row.json("differences")),
                                                   .created_at = row.instant("created_at")};
                   });
}

}  // namespace ssr::billing
