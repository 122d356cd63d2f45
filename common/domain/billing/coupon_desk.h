#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/accounts/standing.h"
#include "domain/billing/coupon.h"
#include "domain/billing/payment.h"

namespace ssr::billing {

using PublicCouponId = PublicId<CouponTag>;

/// What may still be changed of a coupon that people know.
struct CouponTerms {
    std::optional<Instant> valid_from, valid_until;
    std::optional<std::int64_t> usage_limit, per_user_limit;
    std::vector<Module> modules;  // which it makes cheaper; empty: all
};

/// A coupon as staff make it. The code is in capitals already, the value as in Coupon.
struct CouponOffer {
    std::string code;
    Coupon::Kind kind;
    std::int64_t value;
    std::optional<Money> most;
    CouponTerms terms;
    std::string idempotency_key = {};  // empty for none: else a repeated wish makes one coupon
};

enum class CouponState { running, not_yet, over, used_up, withdrawn };
std::string_view code(CouponState state);  // "used_up"
std::optional<CouponState> parse_coupon_state(std::string_view code);

/// A coupon as staff see it.
struct CouponLine {
    PublicCouponId public_id;
    Coupon coupon;
    std::vector<Module> modules;  // the coupon's, in display order
    std::int64_t times_used;      // paid with, or held by orders that can still be paid
    CouponState state;            // as of now
    Instant created_at;
};

/// The newest first.
struct CouponFilter {
    std::string text = {};  // in the code; empty: all
    std::optional<CouponState> state = {};
    int number = 1;  // of the page, from 1
    int size = 25;
};
struct CouponList {
    std::vector<CouponLine> lines;
    std::int64_t count = 0;  // of all pages
};

/// An order that holds a coupon, or was paid with it.
struct CouponUse {
    PublicPaymentId payment;
    std::string order_number, user_name;
    PublicUserId user;
    PaymentStatus status;
    Money discount, total;
    Instant created_at;
};
struct CouponUseList {
    std::vector<CouponUse> lines;  // the newest
    Money given;                   // off all orders that were paid, those paid back among them
};

enum class TermsRefused { unknown, code_taken, ends_in_the_past, limit_below_uses };

/// `coupons` and `coupon_modules` as staff write them. How often one is used stays the CouponBook's.
class CouponDesk {
public:
    CouponDesk(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}

    Result<PublicCouponId, TermsRefused> make(CouponOffer const& offer, accounts::Actor const& by);
    /// The same terms again change nothing, and are not told to the audit log.
    Result<Done, TermsRefused> change(PublicCouponId const& coupon, CouponTerms const& terms,
                                      accounts::Actor const& by);
    /// Orders that hold it keep it; nobody else gets it. False where there is no such coupon; a second time
    /// changes nothing.
    bool withdraw(PublicCouponId const& coupon, accounts::Actor const& by);
    bool reinstate(PublicCouponId const& coupon, accounts::Actor const& by);

    CouponList list(CouponFilter const& filter);
    std::optional<CouponLine> find(PublicCouponId const& coupon);
    CouponUseList uses_of(CouponId coupon, int most);

private:
    std::optional<CouponLine> lock(PublicCouponId const& coupon);
    bool give_or_not(PublicCouponId const& coupon, bool is_given, accounts::Actor const& by);
    void record(PublicCouponId const& coupon, std::string action, Json changes, accounts::Actor const& by);
    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::billing
