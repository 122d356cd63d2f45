#include "auth/endpoints.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

using privacy::DataExport, privacy::ExportState;

std::string download_of(App& app, Arrived const& who, DataExport const& data) {
    if (data.state != ExportState::ready) return {};
    return urls::export_page(data.id.text()) + "download/?" +
           app.downloads.query_for(data.id, who.session.id);
}

web::Refusal too_many_exports(std::chrono::seconds wait) {
    return {.status = web::Status::too_many,
            .code = "too_many_exports",
            .title = "You asked for many copies today",
            .detail = "The next one can be made in " + in_words(wait) +
                      ". Those that were made are kept for a week.",
            .retry_after = wait};
}

web::Refusal link_is_over() {
    return {.status = web::Status::gone,
            .code = "link_is_over",
            .title = "This link is no longer good",
            .detail =
                "A link to the file is good for 15 minutes, in the browser that showed it. Open Settings and "
                "fetch "
                "the file from there."};
}

std::string_view code(ExportState state) {
    switch (state) {
        case ExportState::running: return "running";
        case ExportState::ready: return "ready";
        case ExportState::failed: return "failed";
        case ExportState::over: return "over";
    }
    return {};
}

Json json_of(ExportPage const& page) {
    auto const& data = page.data;
    return Json::Object{{"id", data.id.text()},
                        {"status", code(data.state)},
                        {"progress", data.done},
                        {"progress_total", data.total},
                        {"size_bytes", data.size_bytes},
                        {"expires_at", data.expires_at ? Json{to_iso(*data.expires_at)} : Json{}},
                        {"download_url", page.download_href.empty() ? Json{} : Json{page.download_href}}};
}

// The bar moves by itself; at the end the page is shown anew.
Response progress(ExportPage const& page, Arrived const& who) {
    if (page.data.state == ExportState::running) return web::html(render_progress(page, frame_of(who)));
    auto response = web::no_content();
    response.with_header("HX-Refresh", "true");
    return response;
}

}  // namespace

Response export_data(App& app, Arrived const& who, Form<Press> const&) {
    auto const begun = app.exports.ask(who.session.user, who.request->remote_address);
    if (!begun) return web::refuse(too_many_exports(begun.error().retry_after));
    if (who.request->wants_json())
        return web::json(Json::Object{{"export_id", begun->text()}}, web::Status::accepted);
    return web::redirect(urls::export_page(begun->text()));
}

Response show_export(App& app, Arrived const& who, PublicExportId id) {
    auto const data = app.exports.find(who.session.user, id);
    if (!data) return web::not_found();
    ExportPage const page{.data = *data, .download_href = download_of(app, who, *data)};
    if (who.request->wants_json()) return web::json(json_of(page));
    if (!who.request->header("hx-request").empty()) return progress(page, who);
    return guard::page(who, render(page, frame_of(who)));
}

Response download_export(App& app, Arrived const& who, Query<DownloadQuery> const& query, PublicExportId id) {
    auto const data = app.exports.find(who.session.user, id);
    if (!data || data->state != ExportState::ready) return web::not_found();
    auto const& [until, signature] = *query.values;
    if (!app.downloads.allows(id, who.session.id, until, signature)) return web::refuse(link_is_over());
    return web::attachment(app.blobs.read(data->sha256), "application/zip",
                           "ssr-estimation-data-" + display_date(data->created_at) + ".zip");
}

}  // namespace ssr::auth
