#include "dev/gateway/entities.h"

#include "base/secure.h"
#include "base/text.h"

namespace ssr::dev::gateway {

namespace {

std::int64_t unix_time(Instant at) { return at.time_since_epoch().count(); }

Json unix_or_null(std::optional<Instant> at) { return at ? Json{unix_time(*at)} : Json{}; }

// PHP's habit: an empty map is an empty list.
Json notes_of(Json const& notes) {
    bool const has_some = notes.object() && !notes.object()->empty();
    return has_some ? notes : Json{Json::Array{}};
}

Money part_of(Money whole, int percent) { return Money::from_paise((whole.paise() * percent + 50) / 100); }

// What the gateway keeps: two in a hundred, and 18% tax on them.
struct Fee {
    explicit Fee(Money amount) : tax{part_of(part_of(amount, 2), 18)}, whole{part_of(amount, 2) + tax} {}
    Money tax, whole;
};

Json refund_status(Payment const& payment) {
    if (payment.refunded.paise() == 0) return {};
    return payment.refunded == payment.amount ? "full" : "partial";
}

bool has_account(Payment const& payment) { return payment.status != "created" && payment.status != "failed"; }

Json acquirer_data(Payment const& payment) {
    if (!has_account(payment)) return Json::Object{};
    if (payment.method == "upi") return Json::Object{{"rrn", "633012345678"}};
    if (payment.method == "card") return Json::Object{{"auth_code", "828553"}};
    return Json::Object{{"bank_transaction_id", "0125836177"}};
}

}  // namespace

Json to_json(Order const& order) {
    auto const paid = order.status == "paid" ? order.amount : Money::from_paise(0);
    return Json::Object{{"id", order.id},
                        {"entity", "order"},
                        {"amount", order.amount.paise()},
                        {"amount_paid", paid.paise()},
                        {"amount_due", order.amount.paise() - paid.paise()},
                        {"currency", "INR"},
                        {"receipt", order.receipt},
                        {"offer_id", nullptr},
                        {"status", order.status},
                        {"attempts", order.attempts},
                        {"notes", notes_of(order.notes)},
                        {"created_at", unix_time(order.created_at)}};
}

Json to_json(Payment const& payment) {
    Fee const fee{payment.amount};
    auto const failed = [&](char const* text) { return payment.error_code ? Json{text} : Json{}; };
    return Json::Object{
        {"id", payment.id},
        {"entity", "payment"},
        {"amount", payment.amount.paise()},
        {"currency", "INR"},
        {"status", payment.status},
        {"order_id", payment.order_id},
        {"invoice_id", payment.invoice_id},
        {"international", false},
        {"method", payment.method},
        {"amount_refunded", payment.refunded.paise()},
        {"refund_status", refund_status(payment)},
        {"captured", payment.is_captured},
        {"description", nullptr},
        {"card_id", payment.method == "card" ? Json{"card_" + payment.id.substr(4)} : Json{}},
        {"bank", payment.method == "netbanking" ? Json{"HDFC"} : Json{}},
        {"wallet", nullptr},
        {"vpa", payment.method == "upi" ? Json{"success@razorpay"} : Json{}},
        {"email", "customer@example.test"},
        {"contact", "+919000000000"},
        {"notes", Json::Array{}},
        {"fee", payment.is_captured ? Json{fee.whole.paise()} : Json{}},
        {"tax", payment.is_captured ? Json{fee.tax.paise()} : Json{}},
        {"error_code", payment.error_code},
        {"error_description", payment.error_description},
        {"error_source", failed("bank")},
        {"error_step", failed("payment_authorization")},
        {"error_reason", payment.error_reason},
        {"acquirer_data", acquirer_data(payment)},
        {"late_authorized", payment.is_late},
        {"created_at", unix_time(payment.created_at)},
    };
}

Json to_json(Refund const& refund) {
    return Json::Object{
        {"id", refund.id},
        {"entity", "refund"},
        {"amount", refund.amount.paise()},
        {"currency", "INR"},
        {"payment_id", refund.payment_id},
        {"notes", notes_of(refund.notes)},
        {"receipt", refund.receipt},
        {"acquirer_data",
         Json::Object{{"arn", refund.status == "processed" ? Json{"10000000000000"} : Json{}}}},
        {"batch_id", nullptr},
        {"status", refund.status},
        {"speed_requested", refund.speed},
        {"speed_processed", refund.status == "processed" ? Json{"normal"} : Json{}},
        {"created_at", unix_time(refund.created_at)},
    };
}

bool Subscription::is_over() const {
    return status == "cancelled" || status == "completed" || status == "expired";
}

Instant cycle_end(Plan const& plan, Instant starts_at) {
    constexpr int kMonthsOfYear = 12, kDaysOfWeek = 7;
    if (plan.period == "yearly") return add_months(starts_at, kMonthsOfYear * plan.interval);
    if (plan.period == "monthly") return add_months(starts_at, plan.interval);
    return starts_at +
           std::chrono::days{plan.period == "weekly" ? kDaysOfWeek * plan.interval : plan.interval};
}

Json to_json(Plan const& plan) {
    return Json::Object{{"id", plan.id},
                        {"entity", "plan"},
                        {"interval", plan.interval},
                        {"period", plan.period},
                        {"item", Json::Object{{"id", "item_" + plan.id.substr(5)},
                                              {"active", true},
                                              {"name", plan.name},
                                              {"description", plan.description},
                                              {"amount", plan.amount.paise()},
                                              {"unit_amount", plan.amount.paise()},
                                              {"currency", "INR"},
                                              {"type", "plan"},
                                              {"unit", nullptr},
                                              {"tax_inclusive", false},
                                              {"hsn_code", nullptr},
                                              {"sac_code", nullptr},
                                              {"tax_rate", nullptr},
                                              {"tax_id", nullptr},
                                              {"tax_group_id", nullptr},
                                              {"created_at", unix_time(plan.created_at)},
                                              {"updated_at", unix_time(plan.created_at)}}},
                        {"notes", notes_of(plan.notes)},
                        {"created_at", unix_time(plan.created_at)}};
}

Json to_json(Subscription const& subscription) {
    auto const method = subscription.method.empty() ? Json{} : Json{subscription.method};
    auto end_at = subscription.start_at.value_or(subscription.created_at);
    for (int cycle = 0; cycle < subscription.total_count; ++cycle)
        end_at = cycle_end(subscription.plan, end_at);
    return Json::Object{
        {"id", subscription.id},
        {"entity", "subscription"},
        {"plan_id", subscription.plan.id},
        {"customer_id", subscription.method.empty() ? Json{} : Json{"cust_" + subscription.id.substr(4)}},
        {"customer_email", nullptr},
        {"status", subscription.status},
        {"current_start", unix_or_null(subscription.current_start)},
        {"current_end", unix_or_null(subscription.current_end)},
        {"ended_at", unix_or_null(subscription.ended_at)},
        {"quantity", subscription.quantity},
        {"notes", notes_of(subscription.notes)},
        {"charge_at", unix_or_null(subscription.charge_at)},
        {"start_at", unix_or_null(subscription.start_at)},
        {"end_at", unix_time(end_at)},
        {"auth_attempts", subscription.auth_attempts},
        {"total_count", subscription.total_count},
        {"paid_count", subscription.paid_count},
        {"customer_notify", subscription.customer_notify},
        {"created_at", unix_time(subscription.created_at)},
        {"expire_by", unix_or_null(subscription.expire_by)},
        {"short_url", nullptr},
        {"has_scheduled_changes", false},
        {"change_scheduled_at", nullptr},
        {"source", "api"},
        {"payment_method", method},
        {"offer_id", nullptr},
        {"remaining_count", subscription.total_count - subscription.paid_count}};
}

Json to_json(Invoice const& invoice) {
    bool const is_paid = invoice.status == "paid";
    auto const paise = invoice.amount.paise();
    return Json::Object{{"id", invoice.id},
                        {"entity", "invoice"},
                        {"type", "invoice"},
                        {"receipt", nullptr},
                        {"invoice_number", nullptr},
                        {"order_id", invoice.order_id},
                        {"subscription_id", invoice.subscription_id},
                        {"line_items", Json::Array{Json::Object{{"name", invoice.name},
                                                                {"amount", paise},
                                                                {"currency", "INR"},
                                                                {"type", "plan"},
                                                                {"quantity", 1}}}},
                        {"payment_id", invoice.payment_id},
                        {"status", invoice.status},
                        {"amount", paise},
                        {"amount_paid", is_paid ? paise : 0},
                        {"amount_due", is_paid ? 0 : paise},
                        {"currency", "INR"},
                        {"notes", Json::Array{}},
                        {"billing_start", unix_time(invoice.billing_start)},
                        {"billing_end", unix_time(invoice.billing_end)},
                        {"issued_at", unix_time(invoice.created_at)},
                        {"paid_at", unix_or_null(invoice.paid_at)},
                        {"created_at", unix_time(invoice.created_at)}};
}

web::Response denied(Denied const& why) {
    Json::Object error{
        {"code", "BAD_REQUEST_ERROR"},  {"description", why.description},      {"source", "business"},
        {"step", "payment_initiation"}, {"reason", "input_validation_failed"}, {"metadata", Json::Object{}}};
    if (!why.field.empty()) error.emplace("field", why.field);
    return web::json(Json::Object{{"error", std::move(error)}}, why.status);
}

std::string fresh_id(std::string prefix) {
    constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (unsigned char const byte : from_hex(random_hex(14))) prefix += kLetters[byte % kLetters.size()];
    return prefix;
}

Json checkout_error(Payment const& payment) {
    return Json::Object{
        {"code", payment.error_code},
        {"description", payment.error_description},
        {"source", "bank"},
        {"step", "payment_authorization"},
        {"reason", payment.error_reason},
        {"metadata", Json::Object{{"order_id", payment.order_id}, {"payment_id", payment.id}}}};
}

}  // namespace ssr::dev::gateway
