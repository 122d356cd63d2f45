#include "domain/billing/checkout.h"

#include "base/secure.h"
#include "db/transaction.h"
#include "domain/accounts/replays.h"
#include "domain/billing/coupon_book.h"
#include "domain/billing/reconciler.h"
#include "domain/billing/upgrade.h"
#include "domain/subscriptions/access_book.h"

namespace ssr::billing {

namespace {

constexpr std::chrono::hours kOrderIsKept{24};
constexpr auto kEndpoint = "checkout";

CheckoutRefused refusal_of(NotForSale why) {
    switch (why) {
        case NotForSale::unknown: return CheckoutRefused::unknown;
        case NotForSale::not_active: return CheckoutRefused::not_active;
        case NotForSale::no_such_duration: return CheckoutRefused::no_such_duration;
    }
    return CheckoutRefused::unknown;
}

CheckoutRefused refusal_of(CouponRefused why) {
    switch (why) {
        case CouponRefused::unknown: return CheckoutRefused::coupon_unknown;
        case CouponRefused::not_yet: return CheckoutRefused::coupon_not_yet;
        case CouponRefused::expired: return CheckoutRefused::coupon_expired;
        case CouponRefused::used_up: return CheckoutRefused::coupon_used_up;
        case CouponRefused::had_before: return CheckoutRefused::coupon_had_before;
        case CouponRefused::other_modules: return CheckoutRefused::coupon_for_other_modules;
    }
    return CheckoutRefused::coupon_unknown;
}

BillTo bill_to_of(OrderWish const& order, State const& place) {
    return {.name = order.billing_name,
            .email = order.email,
            .phone = order.phone,
            .gstin = order.gstin ? order.gstin->text() : "",
            .state_code = std::string{place.code()},
            .address = order.address};
}

std::string fingerprint(Quote const& quote, BillTo const& bill_to) {
    Json const content = Json::Object{{"order", snapshot_of(quote)},
                                      {"total", quote.total().paise()},
                                      {"name", bill_to.name},
                                      {"gstin", bill_to.gstin},
                                      {"state", bill_to.state_code}};
    return sha256_hex(content.dump());
}

// Two tabs of one person place their orders one after the other.
void lock_orders_of(db::Session& db, UserId user) {
    db.execute("SELECT pg_advisory_xact_lock(hashtextextended('checkout:' || cast(:user AS text), 0))",
               {{"user", user}});
}

accounts::Replayed request_of(OrderWish const& order) {
    return {order.user, kEndpoint, order.idempotency_key};
}

std::optional<Payment> replayed(db::Session& db, OrderWish const& order) {
    auto const first = accounts::Replays{db}.find(request_of(order));
    return first ? PaymentStore{db}.find(order.user, *PublicPaymentId::parse(*first)) : std::nullopt;
}

}  // namespace

Result<Price, CheckoutRefused> Checkout::price(Wish const& wish, State const& state,
                                               std::optional<Gstin> const& gstin,
                                               std::optional<CouponWish> const& coupon) {
    auto const bundles = wish.module ? std::vector<catalog::BundleOffer>{} : catalog::bundles(db_);
    auto const offers = catalog::offers(db_);
    auto lines = lines_for(wish, offers, bundles);
    if (!lines) return Err{refusal_of(lines.error())};
    Price price;
    if (wish.upgrader) {
        if (wish.module)
            price.upgraded = upgrade(lines->front(), *wish.upgrader,
                                     catalog::find(offers, *wish.module)->prorates_upgrades);
        if (!price.upgraded) return Err{CheckoutRefused::no_upgrade};
    }
    auto const supplier = supplier_.gstin.state(), place = place_of_supply(state, gstin);
    price.quote = quote(*std::move(lines), wish.bundle, supplier, place);
    if (!coupon || coupon_code(coupon->code).empty()) return price;

    auto const found = find_coupon(*coupon);
    if (!found) {
        price.coupon_refused = found.error();
        return price;
    }
    auto cheaper = with_coupon(price.quote, *found, supplier, place);
    if (!cheaper) {
        price.coupon_refused = refusal_of(cheaper.error());
        return price;
    }
    price.quote = *std::move(cheaper);
    price.coupon = *found;
    return price;
}

Result<Coupon, CheckoutRefused> Checkout::find_coupon(CouponWish const& wish) {
    auto found = CouponBook{db_}.find_usable(wish.code, wish.user, clock_.now());
    bool const exists = found || found.error() != CouponRefused::unknown;
    if (!guesses_.may_hear(wish.user, coupon_code(wish.code), exists))
        return Err{CheckoutRefused::too_many_coupons};
    if (!found) return Err{refusal_of(found.error())};
    return *std::move(found);
}

// Where a module's upgrades wait for the renewal, this is one like any other.
std::optional<subscriptions::PaidStretch> Checkout::upgrade(QuoteLine& line, UserId user, bool is_at_once) {
    auto used = subscriptions::Subscriptions{db_, clock_, {}}.stretch_in_use(user, line.module_id);
    bool const fits = used && (!is_at_once || credit(line, *used, clock_.now()));
    return fits ? used : std::nullopt;
}

std::optional<CheckoutRefused> Checkout::closed_to(UserId user, Quote const& quote) {
    using subscriptions::Reason;
    for (auto const& access : subscriptions::AccessBook{db_, clock_}.of(user))
        for (auto const& line : quote.lines) {
            bool const is_closed = access.reason == Reason::suspended ||
                                   access.reason == Reason::revoked_by_staff ||
                                   access.reason == Reason::user_banned;
            if (line.module == ssr::code(access.module) && is_closed)
                return CheckoutRefused::closed_by_office;
        }
    return std::nullopt;
}

Result<Payment, CheckoutRefused> Checkout::placed(OrderWish const& order, Quote const& quote,
                                                  State const& place) {
    auto const now = clock_.now();
    auto const bill_to = bill_to_of(order, place);
    auto const content = fingerprint(quote, bill_to);
    PaymentStore payments{db_};
    db::Transaction transaction{db_};
    lock_orders_of(db_, order.user);
    if (auto first = replayed(db_, order)) return *std::move(first);
    auto payment = payments.find_open(order.user, content, now - kOrderIsKept);
    if (!payment) {
        auto const key = order.idempotency_key.empty() ? std::nullopt : std::optional{order.idempotency_key};
        if (quote.coupon)
            if (auto const why = CouponBook{db_}.take(*quote.coupon, order.user, now))
                return Err{refusal_of(*why)};
        payment = payments.insert({order.user, bill_to, quote, content, key, now + kOrderIsKept}, now);
    }
    accounts::Replays{db_}.remember(request_of(order), payment->public_id.text(), now);
    transaction.commit();
    return *std::move(payment);
}

// The row stays locked while the gateway is asked, for its few seconds at most: of twenty clicks one asks,
// and the others are given what it got.
Result<Payment, CheckoutRefused> Checkout::known_to_gateway(PaymentId id) {
    PaymentStore payments{db_};
    db::Transaction transaction{db_};
    auto payment = payments.lock(id);
    if (payment.gateway_order_id) return payment;
    auto const order = gateway_.make_order(
        {.amount = payment.total, .receipt = payment.order_number, .payment_id = payment.public_id.text()});
    if (!order) return Err{CheckoutRefused::gateway_away};
    payments.mark_ordered(id, *order, payment.created_at + *pause_before_check(0));
    transaction.commit();
    payment.gateway_order_id = *order;
    return payment;
}

Result<Payment, CheckoutRefused> Checkout::begin(OrderWish const& order) {
    auto const first = replayed(db_, order);
    if (first && (first->gateway_order_id || is_paid(first->status))) return *first;
    auto const sum = price(order.wish, order.state, order.gstin, CouponWish{order.user, order.coupon});
    if (!sum) return Err{sum.error()};
    if (sum->coupon_refused) return Err{*sum->coupon_refused};
    if (auto const why = closed_to(order.user, sum->quote)) return Err{*why};
    auto const payment = placed(order, sum->quote, place_of_supply(order.state, order.gstin));
    return payment ? made_payable(*payment) : payment;
}

Result<Payment, CheckoutRefused> Checkout::made_payable(Payment const& payment) {
    if (payment.gateway_order_id || is_paid(payment.status)) return payment;
    if (payment.total > Money{}) return known_to_gateway(payment.id);
    capture_.take_nothing(payment.id);
    return *PaymentStore{db_}.find(payment.user, payment.public_id);
}

}  // namespace ssr::billing
