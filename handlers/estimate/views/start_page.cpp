#include "estimate/pages.h"
#include "estimate/recent.tpl.h"
#include "estimate/start.tpl.h"
#include "estimate/urls.h"
#include "estimate/views/work_fields.h"
#include "estimate/words.h"
#include "view/form_pieces.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::estimate {

namespace {

std::string typed_or(StartPage const& page, std::string const& name, std::string fallback) {
    auto const found = page.typed.find(name);
    return found == page.typed.end() ? std::move(fallback) : found->second;
}

std::string error_of(StartPage const& page, std::string const& name) {
    auto const found = page.errors.find(name);
    return found == page.errors.end() ? std::string{} : found->second;
}

view::Choice books_of(StartPage const& page) {
    view::Choice choice{.name = "book", .legend = "Rate book", .error = error_of(page, "book")};
    for (auto const& offer : page.books)
        choice.options.push_back({.value = offer.id.text(),
                                  .label = name_of(offer.book),
                                  .reason = std::to_string(offer.item_count) + " items"});
    choice.chosen = typed_or(page, "book", page.books.empty() ? "" : page.books.front().id.text());
    return choice;
}

void add_books(view::Dictionary& body, StartPage const& page) {
    if (page.books.empty())
        view::add(body, ks_BOOK,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "No rate book is published yet.",
                             .text = "An estimate needs one. The administrators publish them."});
    else
        view::add(body, ks_BOOK, books_of(page));
}

void add_recent(view::Dictionary& body, StartPage const& page) {
    if (page.recent.empty()) return;
    auto& list = view::add(body, ks_RECENT,
                           view::Card{.title = "Go on with",
                                      .link = "All works",
                                      .link_href = std::string{urls::kWorks},
                                      .content = "estimate/recent.tpl",
                                      .is_bare = true});
    for (auto const& work : page.recent) {
        if (!work.estimate) continue;
        auto& row = view::section(list, kr_WORK);
        row.SetValue(kr_HREF, urls::editor(*work.estimate));
        row.SetValue(kr_NAME, work.name);
        row.SetValue(kr_DATE, display_date(work.updated_at));
        row.SetValue(kr_AMOUNT, work.grand_total.grouped());
    }
}

}  // namespace

std::string render(StartPage const& page, view::Frame const& frame) {
    view::Document out{frame, "estimate/start.tpl", "Estimate"};
    out.show_errors(page.errors, {"work_name", "work_type", "area", "book"});
    view::add(out.body(), ks_HEAD,
              view::PageHead{.title = "Estimate",
                             .text = "Items of a rate book, their quantities, and what the work will cost."});
    view::add(out.body(), ks_NAME, view::filled(name_field(), page.typed, page.errors));
    view::add(out.body(), ks_WORK_TYPE,
              work_type_choice(typed_or(page, "work_type", "original"), error_of(page, "work_type")));
    view::add(out.body(), ks_AREA, area_choice(typed_or(page, "area", "municipal"), error_of(page, "area")));
    add_books(out.body(), page);
    add_recent(out.body(), page);
    return out.html();
}

}  // namespace ssr::estimate
