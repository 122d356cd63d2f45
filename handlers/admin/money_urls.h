#pragma once

#include "admin/urls.h"
#include "base/text.h"
#include "values/month.h"

namespace ssr::admin::urls {

inline std::string refund(PublicPaymentId const& id) { return payment(id) + "refund/"; }
inline std::string check(PublicPaymentId const& id) { return payment(id) + "check/"; }
inline std::string invoice(PublicPaymentId const& id) { return payment(id) + "invoice/"; }
inline std::string credit_note(PublicPaymentId const& id, PublicCreditNoteId const& note) {
    return payment(id) + "credit-notes/" + note.text() + "/";
}
inline std::string settle(PublicPaymentId const& id) { return std::string{kReview} + id.text() + "/settle/"; }
inline std::string send_back(PublicPaymentId const& id) {
    return std::string{kReview} + id.text() + "/send-back/";
}
inline std::string event(std::string_view id) { return std::string{kEvents} + url_encoded(id) + "/"; }
inline std::string replay(std::string_view id) { return event(id) + "replay/"; }
inline std::string events_of(std::string_view gateway_order) {
    return std::string{kEvents} + "?order=" + url_encoded(gateway_order);
}
inline std::string gstr1(Month const& month) { return std::string{kGstr1} + "?month=" + month.text(); }
inline std::string gstr1_file(Month const& month, std::string_view ending) {
    return std::string{kGstr1} + month.text() + "." + std::string{ending};
}

}  // namespace ssr::admin::urls
