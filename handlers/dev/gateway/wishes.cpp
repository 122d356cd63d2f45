#include "dev/gateway/wishes.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace ssr::dev::gateway {

namespace {

constexpr std::int64_t kLeastPaise = 100;
constexpr std::size_t kLongestReceipt = 40, kMostNotes = 15, kLongestNote = 256, kShortestKey = 10;
constexpr int kLongestList = 100;
constexpr std::int64_t kLongestDelay = 30LL * 24 * 3600 * 1000;

std::optional<std::int64_t> parse_number(std::string_view text) {
    std::int64_t number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// 50000, "50000"; never 50000.5.
std::optional<std::int64_t> whole_number(Json const& value) {
    auto const text = value.text_or_number();
    return text ? parse_number(*text) : std::nullopt;
}

bool is_yes(Json const& value) {
    if (auto const flag = value.flag()) return *flag;
    auto const text = value.text_or_number().value_or("");
    return text == "1" || text == "true";
}

Result<Money, Denied> read_amount(Json const& value) {
    if (value.is_null()) return Err{Denied{"The amount field is required.", "amount"}};
    auto const paise = whole_number(value);
    if (!paise) return Err{Denied{"The amount must be an integer.", "amount"}};
    if (*paise < kLeastPaise) return Err{Denied{"The amount must be atleast INR 1.00", "amount"}};
    return Money::from_paise(*paise);
}

std::optional<Denied> fault_of_currency(Json const& value) {
    if (value.is_null() || value.text() == "INR") return std::nullopt;
    return Denied{"Currency is not supported", "currency"};
}

std::optional<Denied> fault_of_receipt(Json const& value) {
    auto const text = value.text_or_number();
    if (value.is_null() || (text && utf8_length(*text) <= kLongestReceipt)) return std::nullopt;
    if (!text) return Denied{"The receipt must be a string.", "receipt"};
    return Denied{"The receipt may not be greater than 40 characters.", "receipt"};
}

std::optional<Denied> fault_of_notes(Json const& value) {
    bool const is_empty = value.is_null() || (value.array() && value.array()->empty());
    if (is_empty) return std::nullopt;
    if (!value.object()) return Denied{"The notes must be an array.", "notes"};
    if (value.object()->size() > kMostNotes)
        return Denied{"The notes field can have a maximum of 15 pairs.", "notes"};
    for (auto const& [name, note] : *value.object()) {
        auto const text = note.text_or_number();
        if (!text || utf8_length(*text) > kLongestNote || utf8_length(name) > kLongestNote)
            return Denied{"The notes." + name + " may not be greater than 256 characters.", "notes"};
    }
    return std::nullopt;
}

Json notes_in(Json const& value) { return value.object() ? value : Json{Json::Object{}}; }

// One of a few words; the first where none is given.
template <std::size_t n>
Result<std::string, Denied> read_word(Json const& body, std::string const& name,
                                      std::array<std::string_view, n> const& words) {
    auto const& value = body[name];
    if (value.is_null()) return std::string{words.front()};
    auto const text = value.text().value_or("");
    if (std::find(words.begin(), words.end(), text) != words.end()) return text;
    return Err{Denied{"The selected " + name + " is invalid.", name}};
}

// A whole number of a range; `otherwise` where none is given.
Result<int, Denied> read_count(Json const& body, std::string const& name, int least, int most,
                               std::optional<int> otherwise = {}) {
    auto const& value = body[name];
    if (value.is_null() && otherwise) return *otherwise;
    if (value.is_null()) return Err{Denied{"The " + name + " field is required.", name}};
    auto const number = whole_number(value);
    if (!number || *number < least || *number > most)
        return Err{Denied{"The " + name + " must be between " + std::to_string(least) + " and " +
                              std::to_string(most) + ".",
                          name}};
    return int(*number);
}

// Unix time; between the years that the gateway takes.
Result<std::optional<Instant>, Denied> read_time(Json const& body, std::string const& name) {
    constexpr std::int64_t kFirst = 946'684'800, kLast = 4'765'046'400;
    if (body[name].is_null()) return std::optional<Instant>{};
    auto const seconds = whole_number(body[name]);
    if (!seconds || *seconds < kFirst || *seconds > kLast)
        return Err{Denied{name + " must be between 946684800 and 4765046400.", name}};
    return std::optional{Instant{std::chrono::seconds{*seconds}}};
}

bool is_key_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

// "notes[shop]" is the member "shop" of "notes".
void put(Json::Object& into, Json::Object& notes, std::string const& name, std::string const& value) {
    constexpr std::string_view kNotes = "notes[";
    if (name.starts_with(kNotes) && name.ends_with(']'))
        notes.emplace(name.substr(kNotes.size(), name.size() - kNotes.size() - 1), value);
    else
        into.emplace(name, value);
}

}  // namespace

Result<NewOrder, Denied> read_order(Json const& body) {
    auto const amount = read_amount(body["amount"]);
    if (!amount) return Err{amount.error()};
    if (body["currency"].is_null()) return Err{Denied{"The currency field is required.", "currency"}};
    for (auto const& fault : {fault_of_currency(body["currency"]), fault_of_receipt(body["receipt"]),
                              fault_of_notes(body["notes"])})
        if (fault) return Err{*fault};
    auto const& capture = body["payment_capture"];
    return NewOrder{.amount = *amount,
                    .receipt = body["receipt"].text_or_number(),
                    .notes = notes_in(body["notes"]),
                    .captures_at_once = capture.is_null() || is_yes(capture)};
}

Result<NewRefund, Denied> read_refund(Json const& body) {
    std::optional<Money> amount;
    if (!body["amount"].is_null()) {
        auto const wanted = read_amount(body["amount"]);
        if (!wanted) return Err{wanted.error()};
        amount = *wanted;
    }
    auto const speed = read_word<2>(body, "speed", {"normal", "optimum"});
    if (!speed) return Err{speed.error()};
    for (auto const& fault : {fault_of_receipt(body["receipt"]), fault_of_notes(body["notes"])})
        if (fault) return Err{*fault};
    return NewRefund{amount, *speed, body["receipt"].text_or_number(), notes_in(body["notes"])};
}

Result<NewCapture, Denied> read_capture(Json const& body) {
    auto const amount = read_amount(body["amount"]);
    if (!amount) return Err{amount.error()};
    if (auto const fault = fault_of_currency(body["currency"])) return Err{*fault};
    return NewCapture{*amount};
}

std::optional<Denied> fault_of_key(std::string_view key) {
    if (key.empty()) return std::nullopt;
    if (key.size() < kShortestKey)
        return Denied{"The idempotency key must be atleast 10 characters long.", "X-Refund-Idempotency"};
    if (!std::all_of(key.begin(), key.end(), is_key_letter))
        return Denied{"The idempotency key may only contain letters, numbers, dashes and underscores.",
                      "X-Refund-Idempotency"};
    return std::nullopt;
}

Result<Play, Denied> read_play(Json const& body) {
    auto const order = body["order_id"].text();
    if (!order) return Err{Denied{"The order id field is required.", "order_id"}};
    auto const method = read_word<3>(body, "method", {"upi", "card", "netbanking"});
    if (!method) return Err{method.error()};
    auto const outcome = read_word<4>(body, "outcome", {"success", "failure", "late_success", "abandon"});
    if (!outcome) return Err{outcome.error()};
    auto const webhooks = read_word<4>(body, "webhooks", {"normal", "none", "duplicate", "reversed"});
    if (!webhooks) return Err{webhooks.error()};
    Play play{*order, *method, *outcome, *webhooks, {}};
    if (body["delay_ms"].is_null()) return play;
    auto const delay = whole_number(body["delay_ms"]);
    if (!delay || *delay < 0 || *delay > kLongestDelay)
        return Err{Denied{"The delay ms must be milliseconds, 30 days at most.", "delay_ms"}};
    play.delay = std::chrono::milliseconds{*delay};
    return play;
}

Result<NewPlan, Denied> read_plan(Json const& body) {
    if (body["period"].is_null()) return Err{Denied{"The period field is required.", "period"}};
    auto const period = read_word<4>(body, "period", {"daily", "weekly", "monthly", "yearly"});
    if (!period) return Err{period.error()};
    constexpr int kLongestInterval = 4000, kLeastDays = 7;
    auto const interval = read_count(body, "interval", *period == "daily" ? kLeastDays : 1, kLongestInterval);
    if (!interval) return Err{interval.error()};
    auto const& item = body["item"];
    auto const name = item["name"].text();
    if (!name || name->empty()) return Err{Denied{"The item.name field is required.", "name"}};
    auto const amount = read_amount(item["amount"]);
    if (!amount) return Err{amount.error()};
    for (auto const& fault : {fault_of_currency(item["currency"]), fault_of_notes(body["notes"])})
        if (fault) return Err{*fault};
    return NewPlan{*period, *interval, *name, item["description"].text(), *amount, notes_in(body["notes"])};
}

Result<NewSubscription, Denied> read_subscription(Json const& body) {
    auto const plan = body["plan_id"].text();
    if (!plan) return Err{Denied{"The plan id field is required.", "plan_id"}};
    constexpr int kMostCharges = 36'500, kMostUnits = 10'000;
    auto const total = read_count(body, "total_count", 1, kMostCharges);
    auto const quantity = read_count(body, "quantity", 1, kMostUnits, 1);
    for (auto const* count : {&total, &quantity})
        if (!*count) return Err{count->error()};
    auto const start_at = read_time(body, "start_at"), expire_by = read_time(body, "expire_by");
    for (auto const* time : {&start_at, &expire_by})
        if (!*time) return Err{time->error()};
    if (auto const fault = fault_of_notes(body["notes"])) return Err{*fault};
    auto const& notify = body["customer_notify"];
    return NewSubscription{.plan_id = *plan,
                           .quantity = *quantity,
                           .total_count = *total,
                           .start_at = *start_at,
                           .expire_by = *expire_by,
                           .customer_notify = notify.is_null() || is_yes(notify),
                           .notes = notes_in(body["notes"])};
}

bool read_at_cycle_end(Json const& body) { return is_yes(body["cancel_at_cycle_end"]); }

Result<SubscriptionPlay, Denied> read_subscription_play(Json const& body) {
    auto const id = body["subscription_id"].text();
    if (!id) return Err{Denied{"The subscription id field is required.", "subscription_id"}};
    auto const method = read_word<2>(body, "method", {"upi", "card"});
    if (!method) return Err{method.error()};
    auto const outcome = read_word<2>(body, "outcome", {"success", "failure"});
    if (!outcome) return Err{outcome.error()};
    auto const webhooks = read_word<4>(body, "webhooks", {"normal", "none", "duplicate", "reversed"});
    if (!webhooks) return Err{webhooks.error()};
    return SubscriptionPlay{*id, *method, *outcome, *webhooks};
}

Result<Span, Denied> read_span(web::Fields const& query) {
    Span span;
    for (auto const& [name, text] : query) {
        if (name != "from" && name != "to" && name != "count" && name != "skip") continue;
        auto const number = parse_number(text);
        if (!number || *number < 0) return Err{Denied{"The " + name + " must be an integer.", name}};
        if (name == "from") span.from = Instant{std::chrono::seconds{*number}};
        if (name == "to") span.to = Instant{std::chrono::seconds{*number}};
        if (name == "skip") span.skip = int(std::min<std::int64_t>(*number, 1'000'000'000));
        if (name != "count") continue;
        if (*number < 1 || *number > kLongestList)
            return Err{Denied{"The count must be between 1 and 100.", "count"}};
        span.count = int(*number);
    }
    return span;
}

std::optional<Json> body_of(web::Request const& request) {
    if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
        Json::Object fields, notes;
        for (auto const& [name, value] : request.form) put(fields, notes, name, value);
        if (!notes.empty()) fields.insert_or_assign("notes", std::move(notes));
        return Json{std::move(fields)};
    }
    if (request.body.empty()) return Json{Json::Object{}};
    auto body = Json::parse(request.body);
    // The npm client sends an empty list where it has nothing to say.
    if (body && body->array() && body->array()->empty()) return Json{Json::Object{}};
    return body && body->object() ? body : std::nullopt;
}

}  // namespace ssr::dev::gateway
