#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/answers.h"
#include "admin/endpoints.h"
#include "base/secure.h"

namespace ssr::admin {

namespace {

using subscriptions::Override;

constexpr int kLongestHistory = 100;

bool may_change(Admin const& me, subscriptions::Holder const& holder) {
    return holder.id != me.session.user && !holder.has_left &&
           accounts::may_manage(me.session.role, holder.role);
}

std::optional<PersonPage> page_of(App& app, Admin const& me, PublicUserId const& user) {
    auto holder = app.overrides.find_holder(user);
    if (!holder) return std::nullopt;
    auto const id = holder->id;
    bool const can_change = may_change(me, *holder);
    return PersonPage{.holder = *std::move(holder),
                      .access = app.access.of(id),
                      .history = subscriptions::history(app.db, id, kLongestHistory),
                      .modules = app.catalogue.offers(),
                      .may_change = can_change,
                      .key = random_hex(16),
                      .now = app.clock.now()};
}

Response came_back(App& app, Admin const& me, PublicUserId const& user, web::Refusal const& refusal,
                   OverrideTyped const& typed) {
    if (me.request->wants_json()) return web::refuse(refusal);
    auto page = page_of(app, me, user);
    if (!page) return web::not_found();
    page->came_back = typed;
    page->came_back->errors = refusal.errors;
    if (refusal.errors.empty()) page->refusal = refusal;
    return guard::page(me, render(*page, admin::frame_of(me)), refusal.status);
}

subscriptions::OverrideWish wish_of(Admin const& me, PublicUserId const& user, Override type,
                                    OverrideForm const& form) {
    return {.user = user,
            .module = form.module,
            .type = type,
            .reason = form.reason.text(),
            .valid_until = form.valid_until,
            .by = me.session.user,
            .ip_address = me.request->remote_address,
            .idempotency_key = key_of(me, form.idempotency_key)};
}

Response set_override(App& app, Admin const& me, Form<OverrideForm> const& form, PublicUserId const& user,
                      Override type) {
    if (!form.values) return came_back(app, me, user, not_valid(form.errors), {type, form.typed, {}});
    auto const id = app.overrides.set(wish_of(me, user, type, *form.values));
    if (!id) return came_back(app, me, user, explain(id.error()), {type, form.typed, {}});
    if (me.request->wants_json()) return web::json(Json::Object{{"override_id", id->text()}});
    return web::redirect(urls::user(user) + (type == Override::grant ? "?done=granted" : "?done=revoked"));
}

std::optional<OverridePage> override_page(App& app, PublicUserId const& user, PublicOverrideId const& id) {
    auto holder = app.overrides.find_holder(user);
    if (!holder) return std::nullopt;
    for (auto const& line : holder->overrides)
        if (line.public_id == id)
            return OverridePage{*holder, line, catalog::find(app.catalogue.offers(), line.module)->name,
                                app.clock.now()};
    return std::nullopt;
}

}  // namespace

Response list_people(App& app, Admin const& me, Query<PeopleQuery> const& query) {
    auto const& wanted = query.values->filter;
    PeoplePage const page{wanted, accounts::list_people(app.db, wanted)};
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response show_person(App& app, Admin const& me, Query<AccessDoneQuery> const& query,
                     PublicUserId const& user) {
    auto const page = page_of(app, me, user);
    if (!page) return web::not_found();
    auto frame = admin::frame_of(me);
    frame.toast = toast_of_access(query.values->done);
    return guard::page(me, render(*page, frame));
}

Response grant_access(App& app, FreshAdmin const& me, Form<OverrideForm> const& form,
                      PublicUserId const& user) {
    return set_override(app, me, form, user, Override::grant);
}

Response revoke_access(App& app, FreshAdmin const& me, Form<OverrideForm> const& form,
                       PublicUserId const& user) {
    return set_override(app, me, form, user, Override::revoke);
}

Response show_override(App& app, Admin const& me, PublicUserId const& user, PublicOverrideId const& id) {
    auto const page = override_page(app, user, id);
    return page ? guard::page(me, render(*page, admin::frame_of(me))) : web::not_found();
}

Response end_override(App& app, FreshAdmin const& me, Form<web::Press> const&, PublicUserId const& user,
                      PublicOverrideId const& id) {
    auto page = override_page(app, user, id);
    if (!page) return web::not_found();
    auto const ended = app.overrides.end(user, id, {me.session.user, me.request->remote_address});
    if (ended && me.request->wants_json()) return web::no_content();
    if (ended) return web::redirect(urls::user(user) + "?done=ended");
    page->refusal = explain(ended.error());
    return shown_again(me, *page->refusal, [&] { return render(*page, admin::frame_of(me)); });
}

}  // namespace ssr::admin
