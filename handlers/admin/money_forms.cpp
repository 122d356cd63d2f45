#include "admin/money_forms.h"

#include <algorithm>

#include "admin/whole_number.h"
#include "base/text.h"
#include "values/short_text.h"

namespace ssr::admin {

namespace {

constexpr std::size_t kLongestText = 120;  // of what is looked for
constexpr std::size_t kLongestId = 250;    // of the gateway's

using Words = ShortText<200>;
using PageNumber = WholeNumber<100'000>;
using Paise = WholeNumber<999'999'999'999'999>;

int page_in(web::FieldReader& read) {
    auto const page = PageNumber::parse(read.text("page"));
    return page ? int(page->value) : 1;
}

std::string text_in(web::FieldReader& read, std::string_view name, std::size_t most) {
    return std::string{cut(read.text(name), most)};
}

std::optional<Money> paise_in(web::FieldReader& read, std::string_view name, std::string_view complaint) {
    auto const paise = read.required<Paise>(name, complaint);
    return paise ? std::optional{Money::from_paise(paise->value)} : std::nullopt;
}

std::optional<Money> amount_in(web::FieldReader& read) {
    if (read.has("amount_paise"))
        return paise_in(read, "amount_paise", "Send the amount as a whole number of paise.");
    auto const typed = Money::parse(read.text("amount"));
    if (read.text("how") == "full") {
        auto const all =
            paise_in(read, "full_paise", "Open the form again: it does not say how much is left.");
        if (!read.text("amount").empty() && typed != all)
            read.complain("amount", "Choose \"A part\" to give back this amount, or leave it empty.");
        return all;
    }
    if (!typed)
        read.complain("amount", "Enter the amount in rupees with at most two decimals, like 1,180.00.");
    return typed;
}

// People choose a reason and may add words to it; "Another reason" is said in words.
std::string reason_in(web::FieldReader& read) {
    auto const reason = read.required<Words>("reason", "Give the reason, at most 200 characters.");
    auto const words = read.optional<Words>("words", "Enter at most 200 characters.");
    if (!reason) return {};
    bool const is_another = reason->text() == std::end(kRefundReasons)[-1];
    if (!is_another) return words ? reason->text() + ": " + words->text() : reason->text();
    if (!words && read.has("words")) read.complain("words", "Say the reason in a few words.");
    return words ? words->text() : reason->text();
}

// A form of a page says nothing where it is not ticked.
std::optional<bool> ends_access_in(web::FieldReader& read) {
    if (read.text("ends_access").empty() && !read.has("how")) return std::nullopt;
    return read.ticked("ends_access");
}

}  // namespace

std::optional<PaymentsQuery> PaymentsQuery::read(web::FieldReader& read) {
    return PaymentsQuery{.text = text_in(read, "q", kLongestText),
                         .kind = billing::parse_payment_kind(read.text("status")),
                         .month = Month::parse(read.text("month")),
                         .page = page_in(read)};
}

std::optional<MoneyDone> MoneyDone::read(web::FieldReader& read) {
    return MoneyDone{text_in(read, "done", kLongestText)};
}

std::optional<RefundForm> RefundForm::read(web::FieldReader& read) {
    auto const amount = amount_in(read);
    auto reason = reason_in(read);
    if (!amount) return std::nullopt;
    return RefundForm{.amount = *amount,
                      .amount_field = read.has("amount_paise") ? "amount_paise" : "amount",
                      .reason = std::move(reason),
                      .ends_access = ends_access_in(read),
                      .idempotency_key = std::string{read.text("idempotency_key")}};
}

std::optional<NoteForm> NoteForm::read(web::FieldReader& read) {
    auto const note = read.required<Words>("note", "Say in a few words why; it stands in the audit log.");
    if (!note) return std::nullopt;
    return NoteForm{note->text()};
}

std::optional<EventsQuery> EventsQuery::read(web::FieldReader& read) {
    return EventsQuery{.only_open = read.ticked("open"),
                       .type = text_in(read, "type", kLongestText),
                       .order = std::string{trimmed(cut(read.text("order"), kLongestId))},
                       .before = text_in(read, "before", kLongestId)};
}

std::optional<EventSegment> EventSegment::parse(std::string_view text) {
    if (text.empty() || text.size() > kLongestId || !is_utf8(text) || has_control_characters(text))
        return std::nullopt;
    return EventSegment{std::string{text}};
}

std::optional<ComparisonsQuery> ComparisonsQuery::read(web::FieldReader& read) {
    return ComparisonsQuery{page_in(read)};
}

std::optional<Gstr1Query> Gstr1Query::read(web::FieldReader& read) {
    return Gstr1Query{Month::parse(read.text("month"))};
}

std::optional<Gstr1Segment> Gstr1Segment::parse(std::string_view text) {
    auto const dot = std::min(text.find('.'), text.size());
    auto const month = Month::parse(text.substr(0, dot));
    auto const ending = text.substr(dot);
    if (!month || (ending != ".xlsx" && ending != ".json")) return std::nullopt;
    return Gstr1Segment{*month, ending == ".xlsx"};
}

}  // namespace ssr::admin
