#include "domain/billing/coupon_desk.h"

#include "base/text.h"
#include "db/transaction.h"
#include "domain/accounts/replays.h"
#include "domain/audit/audit_log.h"
#include "domain/billing/coupon_rows.h"

namespace ssr::billing {

namespace {

constexpr auto kEndpoint = "coupon";

std::string const kLines = std::string{kCouponColumns} + R"(, c.public_id, c.times_used, c.created_at,
               coalesce((SELECT jsonb_agg(m.code ORDER BY m.display_order)
                           FROM coupon_modules x JOIN modules m ON m.id = x.module_id WHERE x.coupon_id = c.id), '[]') AS module_codes,
               CASE WHEN NOT c.is_active THEN 'withdrawn'
                    WHEN c.valid_until <= cast(:now AS timestamptz) THEN 'over'
                    WHEN c.times_used >= c.usage_limit THEN 'used_up'
                    WHEN c.valid_from > cast(:now AS timestamptz) THEN 'not_yet'
                    ELSE 'running' END AS state
          FROM coupons c )";

std::vector<Module> to_modules(Json const& codes) {
    std::vector<Module> modules;
    for (auto const& each : *codes.array()) modules.push_back(*parse_module(each.text().value_or("")));
    return modules;
}

CouponLine to_line(db::Row const& row) {
    return {.public_id = row.public_id<PublicCouponId>("public_id"),
            .coupon = to_coupon(row),
            .modules = to_modules(row.json("module_codes")),
            .times_used = row.integer("times_used"),
            .state = parse_coupon_state(row.text("state")).value(),
            .created_at = row.instant("created_at")};
}

CouponUse to_use(db::Row const& row) {
    return {.payment = row.public_id<PublicPaymentId>("public_id"),
            .order_number = row.text("order_id"),
            .user_name = row.text("name"),
            .user = row.public_id<PublicUserId>("user_id"),
            .status = parse_payment_status(row.text("status")),
            .discount = row.money("discount_paise"),
            .total = row.money("total_amount_paise"),
            .created_at = row.instant("created_at")};
}

std::vector<std::string> codes_of(std::vector<Module> const& modules) {
    std::vector<std::string> codes;
    for (auto const module : kModules)  // in one order, so that equal choices are equal
        if (std::find(modules.begin(), modules.end(), module) != modules.end())
            codes.emplace_back(ssr::code(module));
    return codes;
}

Json iso(std::optional<Instant> const& at) { return at ? Json{to_iso(*at)} : Json{}; }

Json::Object terms_json(CouponTerms const& terms) {
    Json::Array modules;
    for (auto const& each : codes_of(terms.modules)) modules.emplace_back(each);
    return {{"valid_from", iso(terms.valid_from)},
            {"valid_until", iso(terms.valid_until)},
            {"usage_limit", terms.usage_limit},
            {"per_user_limit", terms.per_user_limit},
            {"modules", std::move(modules)}};
}

CouponTerms terms_of(CouponLine const& line) {
    auto const& coupon = line.coupon;
    return {coupon.valid_from, coupon.valid_until, coupon.usage_limit, coupon.per_user_limit, line.modules};
}

// {"usage_limit": [10, 20]} of what is other than before.
Json::Object difference(Json::Object const& before, Json::Object const& after) {
    Json::Object changes;
    for (auto const& [name, value] : after)
        if (auto const& was = before.at(name); was.dump() != value.dump())
            changes.emplace(name, Json::Array{was, value});
    return changes;
}

std::string_view kind_of(Coupon::Kind kind) { return kind == Coupon::Kind::flat ? "flat" : "percent"; }

Json offer_json(CouponOffer const& offer) {
    auto made = terms_json(offer.terms);
    made.emplace("code", offer.code);
    made.emplace("discount_type", kind_of(offer.kind));
    made.emplace("discount_value", offer.value);
    made.emplace("max_discount_paise", offer.most ? Json{offer.most->paise()} : Json{});
    return made;
}

void insert_modules(db::Session& db, PublicCouponId const& coupon, std::vector<Module> const& modules) {
    if (modules.empty()) return;
    db.execute(R"(
        INSERT INTO coupon_modules (coupon_id, module_id)
        SELECT c.id, m.id FROM coupons c, modules m WHERE c.public_id = :coupon AND m.code = ANY (cast(:modules AS text[]))
    )",
               {{"coupon", coupon}, {"modules", db::array_of(codes_of(modules))}});
}

bool insert_coupon(db::Session& db, PublicCouponId const& id, CouponOffer const& offer, Instant now) {
    auto const& terms = offer.terms;
    return db.execute(R"(
        INSERT INTO coupons (public_id, code, discount_type, discount_value, max_discount_paise, valid_from, valid_until,
                             usage_limit, per_user_limit, created_at)
        VALUES (:id, :code, :type, :value, :most, :from, :until, :limit, :each, :now)
        ON CONFLICT ON CONSTRAINT coupons_code_is_unique DO NOTHING
    )",
                      {{"id", id},
                       {"code", offer.code},
                       {"type", kind_of(offer.kind)},
                       {"value", offer.value},
                       {"most", offer.most},
                       {"from", terms.valid_from},
                       {"until", terms.valid_until},
                       {"limit", terms.usage_limit},
                       {"each", terms.per_user_limit},
                       {"now", now}}) == 1;
}

}  // namespace

std::string_view code(CouponState state) {
    switch (state) {
        case CouponState::running: return "running";
        case CouponState::not_yet: return "not_yet";
        case CouponState::over: return "over";
        case CouponState::used_up: return "used_up";
        case CouponState::withdrawn: return "withdrawn";
    }
    return "running";
}

std::optional<CouponState> parse_coupon_state(std::string_view text) {
    for (auto const state : {CouponState::running, CouponState::not_yet, CouponState::over,
                             CouponState::used_up, CouponState::withdrawn})
        if (code(state) == text) return state;
    return std::nullopt;
}

Result<PublicCouponId, TermsRefused> CouponDesk::make(CouponOffer const& offer, accounts::Actor const& by) {
    accounts::Replayed const request{by.user, kEndpoint, offer.idempotency_key};
    accounts::Replays replays{db_};
    auto const now = clock_.now();
    if (auto const first = replays.find(request)) return *PublicCouponId::parse(*first);
    if (offer.terms.valid_until && *offer.terms.valid_until <= now)
        return Err{TermsRefused::ends_in_the_past};
    auto const id = PublicCouponId::fresh();
    db::Transaction transaction{db_};
    if (!insert_coupon(db_, id, offer, now)) {
        // The same wish at the same moment was quicker.
        if (auto const first = replays.find(request)) return *PublicCouponId::parse(*first);
        return Err{TermsRefused::code_taken};
    }
    insert_modules(db_, id, offer.terms.modules);
    replays.remember(request, id.text(), now);
    record(id, "coupon.made", offer_json(offer), by);
    transaction.commit();
    return id;
}

Result<Done, TermsRefused> CouponDesk::change(PublicCouponId const& coupon, CouponTerms const& terms,
                                              accounts::Actor const& by) {
    db::Transaction transaction{db_};
    auto const held = lock(coupon);
    if (!held) return Err{TermsRefused::unknown};
    if (terms.usage_limit && *terms.usage_limit < held->times_used)
        return Err{TermsRefused::limit_below_uses};
    auto changes = difference(terms_json(terms_of(*held)), terms_json(terms));
    if (changes.empty()) return Done{};
    db_.execute(R"(
        UPDATE coupons SET valid_from = :from, valid_until = :until, usage_limit = :limit, per_user_limit = :each WHERE id = :id
    )",
                {{"from", terms.valid_from},
                 {"until", terms.valid_until},
                 {"limit", terms.usage_limit},
                 {"each", terms.per_user_limit},
                 {"id", held->coupon.id}});
    if (changes.contains("modules")) {
        db_.execute("DELETE FROM coupon_modules WHERE coupon_id = :id", {{"id", held->coupon.id}});
        insert_modules(db_, coupon, terms.modules);
    }
    record(coupon, "coupon.changed", std::move(changes), by);
    transaction.commit();
    return Done{};
}

bool CouponDesk::withdraw(PublicCouponId const& coupon, accounts::Actor const& by) {
    return give_or_not(coupon, false, by);
}

bool CouponDesk::reinstate(PublicCouponId const& coupon, accounts::Actor const& by) {
    return give_or_not(coupon, true, by);
}

bool CouponDesk::give_or_not(PublicCouponId const& coupon, bool is_given, accounts::Actor const& by) {
    db::Transaction transaction{db_};
    auto const held = lock(coupon);
    if (!held) return false;
    if (held->coupon.is_active == is_given) return true;
    db_.execute("UPDATE coupons SET is_active = :is_given WHERE id = :id",
                {{"is_given", is_given}, {"id", held->coupon.id}});
    record(coupon, is_given ? "coupon.reinstated" : "coupon.withdrawn",
           Json::Object{{"is_active", Json::Array{!is_given, is_given}}}, by);
    transaction.commit();
    return true;
}

std::optional<CouponLine> CouponDesk::lock(PublicCouponId const& coupon) {
    return db_.maybe_one(kLines + "WHERE c.public_id = :coupon FOR UPDATE OF c",
                         {{"now", clock_.now()}, {"coupon", coupon}}, to_line);
}

std::optional<CouponLine> CouponDesk::find(PublicCouponId const& coupon) {
    return db_.maybe_one(kLines + "WHERE c.public_id = :coupon", {{"now", clock_.now()}, {"coupon", coupon}},
                         to_line);
}

CouponList CouponDesk::list(CouponFilter const& filter) {
    CouponList list;
    db_.each("SELECT l.*, count(*) OVER () AS of_all FROM (" + kLines + R"() l
         WHERE (cast(:text AS text) = '' OR strpos(l.code, :text) > 0) AND (cast(:state AS text) = '' OR l.state = :state)
         ORDER BY l.id DESC LIMIT :size OFFSET :skip
    )",
             {{"now", clock_.now()},
              {"text", coupon_code(filter.text)},
              {"state", filter.state ? code(*filter.state) : std::string_view{}},
              {"size", filter.size},
              {"skip", std::int64_t{filter.number - 1} * filter.size}},
             [&](db::Row const& row) {
                 list.count = row.integer("of_all");
                 list.lines.push_back(to_line(row));
             });
    return list;
}

CouponUseList CouponDesk::uses_of(CouponId coupon, int most) {
    CouponUseList uses;
    db_.each(R"(
        SELECT p.public_id, p.order_id, u.name, u.public_id AS user_id, p.status, p.total_amount_paise, p.created_at,
               coalesce(cast(p.pricing_snapshot ->> 'coupon_discount_paise' AS bigint), 0) AS discount_paise,
               cast(coalesce(sum(cast(p.pricing_snapshot ->> 'coupon_discount_paise' AS bigint))
                        FILTER (WHERE p.status IN ('captured', 'partially_refunded', 'refunded')) OVER (), 0) AS bigint) AS given_paise
          FROM payments p JOIN users u ON u.id = p.user_id
         WHERE p.coupon_id = :coupon AND p.coupon_released_at IS NULL
         ORDER BY p.id DESC LIMIT :most
    )",
             {{"coupon", coupon}, {"most", most}}, [&](db::Row const& row) {
                 uses.given = row.money("given_paise");
                 uses.lines.push_back(to_use(row));
             });
    return uses;
}

void CouponDesk::record(PublicCouponId const& coupon, std::string action, Json changes,
                        accounts::Actor const& by) {
    audit::AuditLog{db_}.record({.user = by.user,
                                 .action = std::move(action),
                                 .model_name = "coupons",
                                 .object_id = coupon.text(),
                                 .changes = std::move(changes),
                                 .ip_address = by.ip_address},
                                clock_.now());
}

}  // namespace ssr::billing
