#include <ctime>

#include "dev/endpoints.h"

namespace ssr::dev {

namespace {

Response time_now(App& app) { return web::json(Json::Object{{"now", to_iso(app.clock.now())}}); }

// Nothing is due and nobody has anything in hand: no job (leases are the database's own time), no webhook, no
// change of the gateway's. One becomes the other, so all are looked at in the same moment: one statement.
bool is_quiet(App& app) {
    return app.db.one(R"(
        SELECT NOT EXISTS (SELECT 1 FROM jobs WHERE (status = 'queued' AND run_at <= :now)
                                                 OR (status = 'running' AND locked_until > clock_timestamp()))
           AND NOT EXISTS (SELECT 1 FROM gateway.deliveries WHERE delivered_at IS NULL AND given_up_at IS NULL AND due_at <= :now)
           AND NOT EXISTS (SELECT 1 FROM gateway.payments WHERE becomes_at <= :now)
           AND NOT EXISTS (SELECT 1 FROM gateway.refunds WHERE becomes_at <= :now)
           AND NOT EXISTS (SELECT 1 FROM gateway.subscriptions
                            WHERE charge_at <= :now AND status IN ('authenticated', 'active', 'pending')) AS is_quiet
    )",
                      {{"now", app.clock.now()}}, [](db::Row const& row) { return row.flag("is_quiet"); });
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

// Webhooks make jobs, and jobs may ask the gateway for what makes webhooks; worker and courier do them as
// well.
Response run_jobs(App& app) {
    int ran = 0, delivered = 0;
    while (true) {
        app.ripen();
        int const posted = app.deliveries.deliver_due(), done = app.runner.run_due();
        delivered += posted;
        ran += done;
        if (posted + done > 0) continue;
        if (is_quiet(app)) break;
        pause();
    }
    return web::json(Json::Object{{"ran", ran}, {"delivered", delivered}});
}

}  // namespace ssr::dev
