#include "estimate/pages.h"
#include "estimate/urls.h"
#include "estimate/views/viewer_note.h"
#include "estimate/works.tpl.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::estimate {

namespace {

using works::WorkStore, works::WorkSummary;

view::Pill stage_of(WorkSummary const& work) {
    if (work.bills > 0) return {"Bill " + std::to_string(work.bills), view::Tone::ok};
    if (work.workslips > 0) return {"Workslip " + std::to_string(work.workslips), view::Tone::brand};
    if (work.item_count == 0) return {"Begun", view::Tone::plain};
    return {"Estimate", view::Tone::info};
}

std::string delete_label(WorkSummary const& work) {
    int const papers = (work.estimate ? 1 : 0) + work.workslips + work.bills;
    return papers > 1 ? "Delete with " + std::to_string(papers) + " papers" : "Delete";
}

std::string source_of(WorkSummary const& work) {
    auto text = work.book;
    if (!work.schedule_year.empty() && text.find(work.schedule_year) == std::string::npos)
        text += " " + work.schedule_year;
    auto const items = std::to_string(work.item_count) + (work.item_count == 1 ? " item" : " items");
    return text.empty() ? items : text + ", " + items;
}

void fill(view::Dictionary& row, WorkSummary const& work, std::size_t number, bool may_write) {
    auto const estimate = work.estimate ? std::optional{urls::editor(*work.estimate)} : std::nullopt;
    row.SetValue(kw_HREF, estimate.value_or(std::string{urls::kWorks}));
    row.SetValue(kw_NAME, work.name);
    row.SetValue(kw_BOOK, source_of(work));
    view::add(row, kw_CHAIN, view::chain_of(estimate, work.workslips, work.bills));
    view::add(row, kw_STAGE, stage_of(work));
    row.SetValue(kw_AMOUNT, work.grand_total.grouped());
    row.SetValue(kw_DATE, display_date(work.updated_at));
    if (!may_write) return;
    auto& changes = view::section(row, kw_CHANGES);
    changes.SetValue(kw_NUMBER, std::to_string(number));
    changes.SetValue(kw_RENAME, urls::work(work.id, "rename"));
    changes.SetValue(kw_DELETE, urls::work(work.id, "delete"));
    changes.SetValue(kw_DELETE_LABEL, delete_label(work));
}

view::Pager pager_of(WorksPage const& page) {
    int const pages = (page.found.total + WorkStore::kPageSize - 1) / WorkStore::kPageSize;
    int const first = (page.query.page - 1) * WorkStore::kPageSize + 1;
    int const last = first + static_cast<int>(page.found.works.size()) - 1;
    auto base = std::string{urls::kWorks} + "?";
    if (!page.query.words.empty()) base += "q=" + url_encoded(page.query.words) + "&";
    return view::numbered_pager(
        base + "page=", page.query.page, pages,
        std::to_string(first) + " to " + std::to_string(last) + " of " + std::to_string(page.found.total));
}

void fill_list(view::Dictionary& list, WorksPage const& page) {
    view::add(list, kw_FILTERS,
              view::Filters{.action = std::string{urls::kWorks},
                            .search_label = "Name of work",
                            .search_value = page.query.words});
    if (page.found.works.empty()) {
        list.ShowSection(kw_NONE);
        return;
    }
    auto& rows = view::section(list, kw_ROWS);
    for (std::size_t at = 0; at < page.found.works.size(); ++at)
        fill(view::section(rows, kw_WORK), page.found.works[at], at + 1, page.may_write);
    view::add(list, kw_PAGER, pager_of(page));
}

view::Empty nothing_yet(bool may_write) {
    if (!may_write)
        return {.title = "No works yet", .text = "What its members make in this organisation stands here."};
    return {.title = "No works yet",
            .text = "A work begins with its estimate. Its workslips and bills follow from it.",
            .action = view::Button{
                .label = "New estimate", .href = std::string{urls::kStart}, .look = view::Look::primary}};
}

}  // namespace

std::string render(WorksPage const& page, view::Frame const& frame) {
    view::Document out{frame, "estimate/works.tpl", "Works"};
    bool const is_empty = page.found.works.empty() && page.query.words.empty() && page.query.page == 1;
    view::PageHead head{.title = "Works", .text = "Every work with its estimate, workslips and bills."};
    if (!is_empty && page.may_write)
        head.actions.push_back({.label = "New estimate",
                                .href = std::string{urls::kStart},
                                .look = view::Look::primary,
                                .icon = "plus-lg"});
    view::add(out.body(), kw_HEAD, head);
    if (!page.may_write) view::add(out.body(), kw_NOTE, looks_only());
    if (!page.query.problem.empty())
        view::add(out.body(), kw_NOTE,
                  view::Note{
                      .tone = view::Tone::bad, .strong = "Nothing was changed.", .text = page.query.problem});
    if (page.query.deleted)
        view::section(out.body(), kw_DELETED).SetValue(kw_ACTION, urls::work(*page.query.deleted, "restore"));
    if (is_empty)
        view::add(out.body(), kw_EMPTY, nothing_yet(page.may_write));
    else
        fill_list(view::section(out.body(), kw_LIST), page);
    return out.html();
}

}  // namespace ssr::estimate
