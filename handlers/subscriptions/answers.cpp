#include "subscriptions/answers.h"

#include "domain/subscriptions/status.h"

namespace ssr::subscriptions_pages {

namespace {

Json number_json(std::string const& number) { return number.empty() ? Json{} : Json{number}; }

}  // namespace

Json order_json(billing::Payment const& payment, Razorpay const& razorpay) {
    auto const& tax = payment.tax;
    Json::Object quote{{"subtotal_paise", payment.subtotal.paise()},
                       {"discount_amount_paise", payment.discount.paise()},
                       {"cgst_paise", tax.cgst.paise()},
                       {"sgst_paise", tax.sgst.paise()},
                       {"igst_paise", tax.igst.paise()},
                       {"total_amount_paise", payment.total.paise()}};
    return Json::Object{{"payment_id", payment.public_id.text()},
                        {"gateway_order_id", payment.gateway_order_id},
                        {"amount_paise", payment.total.paise()},
                        {"currency", "INR"},
                        {"key_id", razorpay.key_id},
                        {"quote", std::move(quote)}};
}

Json outcome_json(Outcome const& outcome) {
    Json::Object answer{{"status", code(outcome.payment.status)},
                        {"subscription_id", nullptr},
                        {"expires_at", nullptr},
                        {"invoice_number", number_json(outcome.papers.invoice)}};
    if (!outcome.given.empty()) {
        answer["subscription_id"] = outcome.given.front().public_id.text();
        answer["expires_at"] = to_iso(outcome.given.front().expires_at);
    }
    return answer;
}

Json renewal_json(billing::Renewal const& renewal, Razorpay const& razorpay) {
    Json::Object answer{{"auto_renew", renewal.is_on}};
    if (!renewal.to_authorise) return answer;
    auto const& mandate = *renewal.to_authorise;
    answer.emplace("mandate_id", mandate.public_id.text());
    answer.emplace("gateway_subscription_id", mandate.gateway_subscription_id);
    answer.emplace("key_id", razorpay.key_id);
    answer.emplace("amount_paise", mandate.total.paise());
    answer.emplace("first_charge_at", to_iso(mandate.first_charge_at));
    return answer;
}

Json mandate_json(billing::Mandate const& mandate) {
    auto const next = mandate.next_charge_at ? Json{to_iso(*mandate.next_charge_at)} : Json{};
    return Json::Object{{"status", code(mandate.status())},
                        {"auto_renew", billing::is_live(mandate.status())},
                        {"amount_paise", mandate.total.paise()},
                        {"next_charge_at", next}};
}

Json payments_json(billing::PaymentHistory const& history) {
    Json::Array lines;
    for (auto const& line : history.lines)
        lines.push_back(Json::Object{{"id", line.public_id.text()},
                                     {"status", code(line.status)},
                                     {"total_amount_paise", line.total.paise()},
                                     {"invoice_number", number_json(line.invoice_number)},
                                     {"created_at", to_iso(line.created_at)}});
    return lines;
}

Json begun_json(subscriptions::Standing const& standing) {
    return Json::Object{{"subscription_id", standing.public_id.text()},
                        {"expires_at", to_iso(standing.expires_at)}};
}

Json standing_json(subscriptions::Standing const& standing) {
    return Json::Object{{"status", code(standing.status)}, {"expires_at", to_iso(standing.expires_at)}};
}

}  // namespace ssr::subscriptions_pages
