#include "admin/money_answers.h"

namespace ssr::admin {

namespace {

Json number_json(std::string const& number) { return number.empty() ? Json{} : Json{number}; }

}  // namespace

Json payments_json(billing::DeskList const& list) {
    Json::Array lines;
    for (auto const& line : list.lines)
        lines.push_back(Json::Object{{"id", line.public_id.text()},
                                     {"order_number", line.order_number},
                                     {"user_id", line.user.text()},
                                     {"status", code(line.status)},
                                     {"in_review", line.is_in_review},
                                     {"taxable_paise", line.taxable.paise()},
                                     {"gst_amount_paise", line.gst.paise()},
                                     {"total_amount_paise", line.total.paise()},
                                     {"refunded_paise", line.refunded.paise()},
                                     {"invoice_number", number_json(line.invoice_number)},
                                     {"created_at", to_iso(line.created_at)}});
    return lines;
}

Json refund_json(billing::Refund const& refund) {
    return Json::Object{{"refund_id", refund.public_id.text()},
                        {"status", code(refund.status)},
                        {"credit_note_number", number_json(refund.credit_note_number)}};
}

}  // namespace ssr::admin
