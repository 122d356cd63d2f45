#include <ctemplate/template.h>

#include "domain/subscriptions/term.h"
#include "subscriptions/checkout.tpl.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "subscriptions/views/tax_rows.h"
#include "subscriptions/words.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

// From when to when the module will be open, if it is paid now. The modules of a set have each their own
// dates.
std::optional<subscriptions::Term> term_of(CheckoutPage const& page, billing::QuoteLine const& line) {
    if (auto const& used = page.price.upgraded)
        return subscriptions::term_of_upgrade(
            used->subscription_ends_at, line.replaces ? used->ends_at - page.now : std::chrono::seconds{},
            line.months, page.now);
    if (!page.access) return std::nullopt;
    auto const& facts = page.access->facts;
    auto const held = facts.status && facts.expires_at
                          ? std::optional{subscriptions::Held{*facts.status, *facts.expires_at,
                                                              facts.ends_at_period_end, facts.grace}}
                          : std::nullopt;
    return subscriptions::term_for(held, line.months, page.now);
}

std::string beginning_of(billing::QuoteLine const& line, subscriptions::Term const& term, Instant now) {
    if (line.replaces) return "Takes the place of what is left of your period";
    return term.renews && term.starts_at > now ? "Begins when the present period ends" : "";
}

std::vector<view::Cell> row_of(CheckoutPage const& page, billing::QuoteLine const& line) {
    view::Cell const price{.text = line.price.grouped()};
    auto const term = term_of(page, line);
    if (!term) return {{.text = line.name}, {.text = duration(line.months)}, price};
    return {{.text = line.name, .small = beginning_of(line, *term, page.now)},
            {.text = display_date(term->starts_at) + " to " + display_date(term->ends_at)},
            price};
}

view::Table table_of(CheckoutPage const& page) {
    view::Table table{.caption = "What you buy",
                      .columns = {{.label = "Module", .is_lead = true},
                                  {.label = "Period"},
                                  {.label = "Price", .kind = view::Column::Kind::number}}};
    for (auto const& line : page.price.quote.lines) table.rows.push_back(row_of(page, line));
    return table;
}

std::vector<view::Option> states() {
    std::vector<view::Option> options{{"", "Choose a State"}};
    for (auto const& state : State::all())
        options.push_back(
            {std::string{state.code()}, std::string{state.code()} + " " + std::string{state.name()}});
    return options;
}

std::string typed(CheckoutPage const& page, std::string_view name) {
    auto const found = page.typed.find(name);
    return found == page.typed.end() ? std::string{} : found->second;
}

// What the number means for the bill.
std::string note_on(std::optional<Gstin> const& gstin, std::optional<State> const& state) {
    if (!gstin) return {};
    std::string note;
    if (gstin->is_tax_deductor()) note = "Number of a tax deductor. ";
    auto const own = gstin->state();
    if (state && !(own == *state))
        note += "It is of " + std::string{own.name()} + " (" + std::string{own.code()} +
                "), which decides the tax.";
    return note;
}

std::vector<view::Field> fields(CheckoutPage const& page) {
    return {
        {.name = "billing_name",
         .label = "Name on invoice",
         .hint = "Yours, or your office’s or firm’s",
         .autocomplete = "organization",
         .max_length = 200},
        {.name = "state_code",
         .label = "State",
         .hint = "Place of supply: decides the tax",
         .type = "select",
         .options = states()},
        {.name = "gstin",
         .label = "GSTIN",
         .hint = "15 characters, only if your office claims credit",
         .autocomplete = "off",
         .note = note_on(Gstin::parse(typed(page, "gstin")), State::parse(typed(page, "state_code"))),
         .max_length = 20,
         .is_optional = true},
        {.name = "address",
         .label = "Address on invoice",
         .hint = "As it should be printed",
         .autocomplete = "street-address",
         .max_length = 300,
         .is_optional = true},
    };
}

view::Field coupon_field(CheckoutPage const& page) {
    auto const& coupon = page.price.coupon;
    return {.name = "coupon",
            .label = "Coupon",
            .autocomplete = "off",
            .note = coupon ? describe(*coupon) : "",
            .max_length = 60,
            .is_optional = true};
}

void fill_wish(view::Dictionary& out, billing::Wish const& wish) {
    if (wish.module)
        view::section(out, kc_MODULE).SetValue(kc_CODE, std::string{code(*wish.module)});
    else
        view::section(out, kc_BUNDLE).SetValue(kc_CODE, wish.bundle);
    out.SetIntValue(kc_MONTHS, wish.months);
    view::show_if(wish.upgrader.has_value(), out, kc_UPGRADE);
    out.SetValue(kc_CHANGE, wish.upgrader ? urls::upgrades(*wish.module) : std::string{urls::kPricing});
}

}  // namespace

std::string render(CheckoutPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/checkout.tpl", "Checkout"};
    out.show_errors(page.errors, {"billing_name", "state_code", "gstin", "address", "coupon"});
    view::add(out.body(), kc_HEAD,
              view::PageHead{.title = "Checkout",
                             .text = "Check the bill details. You pay on the next page.",
                             .crumbs = {{"Prices", std::string{urls::kPricing}}, {"Checkout", ""}}});
    if (page.refusal)
        view::add(
            out.body(), kc_NOTE,
            view::Note{
                .tone = view::Tone::bad, .strong = page.refusal->title + ".", .text = page.refusal->detail});
    fill_wish(out.body(), page.wish);
    out.body().SetValue(kc_KEY, typed(page, "idempotency_key"));
    view::add(out.body(), kc_TABLE, table_of(page));
    for (auto const& field : fields(page))
        view::add(out.body(), kc_FIELD, view::filled(field, page.typed, page.errors));
    view::add(out.body(), kc_COUPON, view::filled(coupon_field(page), page.typed, page.errors));
    auto const& quote = page.price.quote;
    view::add(out.body(), kc_TOTALS, view::Totals{.rows = total_rows(quote, page.place)});
    view::show(out.body(), kc_PAY, kc_TOTAL, quote.total() > Money{} ? quote.total().display() : "");
    view::show_if(quote.total() == Money{}, out.body(), kc_FREE);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
