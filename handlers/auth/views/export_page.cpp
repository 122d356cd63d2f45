#include "auth/export.tpl.h"
#include "auth/export_progress.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "view/figure_pieces.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::auth {

namespace {

using privacy::ExportState;

std::string readable_size(std::int64_t bytes) {
    constexpr std::int64_t kMega = 1 << 20;
    if (bytes < kMega) return std::to_string((bytes + 1023) / 1024) + " kB";
    return std::to_string((bytes + kMega / 2) / kMega) + " MB";
}

view::Job job_of(privacy::DataExport const& data) {
    return {.title = "Making the copy of your data",
            .text = data.total == 0 ? "Waiting for its turn" : "Gathering what we hold",
            .done = data.done,
            .total = data.total,
            .refresh_href = urls::export_page(data.id.text())};
}

void show_running(view::Dictionary& out, ExportPage const& page) {
    auto& part = view::section(out, ke_RUNNING);
    part.SetValue(ke_HREF, urls::export_page(page.data.id.text()));
    view::add(part, ke_JOB, job_of(page.data));
}

void show_ready(view::Dictionary& out, ExportPage const& page) {
    auto& part = view::section(out, ke_READY);
    part.SetValue(ke_SIZE, readable_size(page.data.size_bytes));
    part.SetValue(ke_TILL, display_date(*page.data.expires_at));
    view::add(part, ke_DOWNLOAD,
              view::Button{.label = "Fetch the file",
                           .href = page.download_href,
                           .look = view::Look::primary,
                           .icon = "download"});
}

void offer_another(view::Dictionary& out) {
    view::add(view::section(out, ke_AGAIN), ke_BUTTON,
              view::PostButton{{.label = "Make a new copy", .look = view::Look::primary},
                               std::string{urls::kExportData}});
}

void fill(view::Dictionary& out, ExportPage const& page) {
    switch (page.data.state) {
        case ExportState::running: return show_running(out, page);
        case ExportState::ready: return show_ready(out, page);
        case ExportState::failed:
            view::add(out, ke_NOTE,
                      view::Note{.tone = view::Tone::bad,
                                 .strong = "The copy could not be made.",
                                 .text = "Nothing of yours was changed. Make a new one; if that fails too, "
                                         "write to support."});
            return offer_another(out);
        case ExportState::over:
            view::add(
                out, ke_NOTE,
                view::Note{.text = "This copy was kept for a week and is gone. You can make a new one."});
            return offer_another(out);
    }
}

}  // namespace

std::string render(ExportPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/export.tpl", "A copy of your data"};
    view::add(
        out.body(), ke_HEAD,
        view::PageHead{.title = "A copy of your data",
                       .text = "Asked for on " + display_time(page.data.created_at) + ".",
                       .crumbs = {{"Settings", std::string{urls::kSettings}}, {"Copy of your data", ""}}});
    fill(out.body(), page);
    return out.html();
}

std::string render_progress(ExportPage const& page, view::Frame const& frame) {
    view::Fragment out{frame, "auth/export_progress.tpl"};
    view::add(out.body(), kep_JOB, job_of(page.data));
    return out.html();
}

}  // namespace ssr::auth
