#pragma once

#include <optional>
#include <string>

#include "domain/billing/payment_history.h"
#include "values/month.h"
#include "web/form.h"

namespace ssr::admin {

struct PaymentsQuery {
    std::string text;                          // ?q=ORD-261124-9F3A61C2
    std::optional<billing::PaymentKind> kind;  // ?status=paid
    std::optional<Month> month;                // ?month=2026-11
    int page = 1;
    static std::optional<PaymentsQuery> read(web::FieldReader& read);
};

/// What was done a moment ago, to be said once: ?done=refunded
struct MoneyDone {
    std::string what;
    static std::optional<MoneyDone> read(web::FieldReader& read);
};

/// Programs say paise; people choose all that is left, or a part in rupees.
struct RefundForm {
    Money amount;
    std::string amount_field;  // beside which a complaint about the amount stands
    std::string reason;
    std::optional<bool> ends_access;  // a program may leave it open
    std::string idempotency_key;
    static std::optional<RefundForm> read(web::FieldReader& read);
};

/// Why staff decided so, for the audit trail.
struct NoteForm {
    std::string note;
    static std::optional<NoteForm> read(web::FieldReader& read);
};

struct EventsQuery {
    bool only_open = false;  // ?open=1
    std::string type;        // ?type=payment.captured
    std::string order;       // ?order=order_…
    std::string before;      // ?before=EVENT: older ones
    static std::optional<EventsQuery> read(web::FieldReader& read);
};

/// The id of a stored event in an address, whatever the gateway made it of.
struct EventSegment {
    std::string id;
    static std::optional<EventSegment> parse(std::string_view text);
};

struct ComparisonsQuery {
    int page = 1;
    static std::optional<ComparisonsQuery> read(web::FieldReader& read);
};

/// Nothing said: the last month that is over.
struct Gstr1Query {
    std::optional<Month> month;
    static std::optional<Gstr1Query> read(web::FieldReader& read);
};

/// "2026-11.xlsx", "2026-11.json"
struct Gstr1Segment {
    Month month;
    bool is_workbook;
    static std::optional<Gstr1Segment> parse(std::string_view text);
};

/// The reasons that the form of a refund offers; the last one wants words.
inline constexpr std::string_view kRefundReasons[] = {"Paid twice", "Wrong module", "Asked within 7 days",
                                                      "Another reason"};

}  // namespace ssr::admin
