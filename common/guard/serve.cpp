#include "guard/serve.h"

#include "guard/signed_in.h"
#include "view/error_page.h"

namespace ssr::guard {

namespace {

bool has_schema(db::Session& db, int needed) {
    auto const newest = db.one("SELECT coalesce(max(version), 0) AS newest FROM schema_migrations", {},
                               [](db::Row const& row) { return row.integer("newest"); });
    return newest >= needed;
}

web::Cost cost_of(House& house) {
    web::Cost const cost{house.db.statements(), house.db.spent(), house.redis.round_trips(),
                         house.redis.spent()};
    reset_costs(house);
    return cost;
}

// A fault's page asks nothing of the neighbours: one of them may be what is broken.
view::Frame error_frame(web::Refusal const& refusal, web::Request const& request, House& house) {
    if (int(refusal.status) < 500 && !request.cookie(web::kSessionCookie).empty())
        return frame_of(visitor(request, house.csrf, house.sessions)).in(view::Area::bare);
    return {.area = view::Area::bare, .path = request.path, .nonce = request.nonce};
}

std::string error_page(web::Refusal const& refusal, web::Request const& request, House& house) {
    view::ErrorPage const page{.status = int(refusal.status),
                               .title = refusal.title,
                               .detail = refusal.detail,
                               .request_id = request.id};
    return view::render(page, error_frame(refusal, request, house));
}

}  // namespace

web::Service service_of(Handler const& handler, HouseConfig const& config, House& house) {
    return {
        .name = handler.name,
        .release = config.release,
        .needs_schema = handler.needs_schema,
        .is_ready =
            [&house, needed = handler.needs_schema] {
                return house.redis.is_ready() && house.db.is_ready() && has_schema(house.db, needed);
            },
        .error_page = [&house](web::Refusal const& refusal,
                               web::Request const& request) { return error_page(refusal, request, house); },
        .cost = [&house] { return cost_of(house); },
        .metrics = std::make_shared<web::Metrics>(config.metrics_file, config.slot),
        .largest_body = handler.largest_body,
        .largest_upload = handler.largest_upload,
        .max_requests = config.max_requests,
    };
}

void reset_costs(House& house) {
    house.db.reset_counts();
    house.redis.reset_counts();
}

}  // namespace ssr::guard
