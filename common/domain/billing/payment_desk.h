#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/accounts/people.h"
#include "domain/billing/payment_history.h"
#include "values/month.h"

namespace ssr::billing {

/// A line of everybody's payments.
struct DeskLine {
    PublicPaymentId public_id;
    std::string order_number;
    PublicUserId user;
    std::string user_name;
    std::string what;  // "Workslip, Bill"
    PaymentStatus status;
    bool is_in_review;
    bool is_known_to_gateway;  // it can be asked
    Money taxable, gst, total;
    Money refunded;              // went back or is on its way
    std::string invoice_number;  // empty before the capture
    Instant created_at;
};

/// Which payments staff want to see.
struct DeskWish {
    std::string text = {};  // number of an order or a paper, id of the gateway, or whose it is; empty: all
    std::optional<PaymentKind> kind = {};  // empty: all
    std::optional<Month> month = {};       // in which it was ordered; empty: all
    int number = 1;                        // page, from 1
    int size = 25;
};

/// A page of them, the newest first.
struct DeskList {
    std::vector<DeskLine> lines;
    int count = 0;         // of all pages, as far as they are counted
    bool is_more = false;  // there are more than are counted
};

/// Payments are counted and paged up to here; who looks for an older one gives a month.
inline constexpr int kDeskCounts = 10'000;

/// How the orders of a month stand.
struct MonthAtDesk {
    int paid = 0, failed = 0, returned = 0;
    int in_review = 0;                      // of all months
    std::optional<Instant> first_order_at;  // of all months
};

/// What a text that staff typed can name.
struct Sought {
    std::string exact;   // of the gateway: "pay_…"
    std::string number;  // "ORD-261124-9F3A61C2", "SSR/26-27/000001"
    accounts::Sought whom;
};
/// Pure.
Sought sought(std::string_view text);

enum class AskRefused {
    unknown_payment,
    not_known_there,  // the gateway never heard of the order
};

/// `payments` of everybody, for staff.
class PaymentDesk {
public:
    PaymentDesk(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}

    DeskList list(DeskWish const& wish);  // two statements
    MonthAtDesk month(Month const& month);
    /// Has the worker ask the gateway what became of an order. False where it was asked for within this
    /// minute.
    Result<bool, AskRefused> ask(PublicPaymentId const& payment, UserId by, std::string const& ip_address);

private:
    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::billing
