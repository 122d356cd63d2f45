#include <ctime>

#include "dev/endpoints.h"

namespace ssr::dev {

namespace {

Response time_now(App& app) { return web::json(Json::Object{{"now", to_iso(app.clock.now())}}); }

// Jobs that the worker has in hand; their leases are the database's own time.
bool worker_is_busy(App& app) {
    return app.db.one(
        "SELECT EXISTS (SELECT 1 FROM jobs WHERE status = 'running' AND locked_until > clock_timestamp()) AS "
        "busy",
        {}, [](db::Row const& row) { return row.flag("busy"); });
}

void pause() {
    timespec const briefly{0, 10'000'000};
    nanosleep(&briefly, nullptr);
}

}  // namespace

Response show_clock(App& app) { return time_now(app); }

Response move_clock(App& app, Request const& request) {
    auto const change = Json::parse(request.body).value_or(Json{});
    if (auto const now = change["now"].text(); now && parse_instant(*now))
        app.clock.shift_to(*parse_instant(*now));
    else if (auto const seconds = change["advance_seconds"].integer())
        app.clock.shift_to(app.clock.now() + std::chrono::seconds{*seconds});
    else if (change["reset"].flag().value_or(false))
        app.clock.reset();
    else
        return web::refuse({.status = web::Status::unprocessable,
                            .code = "no_change",
                            .title = "The clock was not moved",
                            .detail = "Send {\"now\": \"2027-03-31T18:29:59Z\"}, {\"advance_seconds\": "
                                      "86400} or {\"reset\": true}."});
    return time_now(app);
}

// Webhooks make jobs, and jobs may ask the gateway for what makes webhooks.
Response run_jobs(App& app) {
    int ran = 0, delivered = 0;
    for (bool is_quiet = false; !is_quiet;) {
        app.acquirer.ripen();
        int const posted = app.deliveries.deliver_due(), done = app.runner.run_due();
        is_quiet = posted + done == 0 && !worker_is_busy(app) && !app.deliveries.is_busy();
        if (posted + done == 0 && !is_quiet) pause();
        delivered += posted;
        ran += done;
    }
    return web::json(Json::Object{{"ran", ran}, {"delivered", delivered}});
}

}  // namespace ssr::dev
