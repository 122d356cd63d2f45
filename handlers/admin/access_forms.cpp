#include "admin/access_forms.h"

#include "admin/day_fields.h"
#include "admin/whole_number.h"
#include "domain/subscriptions/status.h"

namespace ssr::admin {

namespace {

using subscriptions::Status;
using PageNumber = WholeNumber<400>;  // of 25 lines each; further down, a filter finds more than leafing does

constexpr auto kWantedReason = "Enter a reason, at most 500 characters. It is written to the audit log.";

int page_in(web::FieldReader& read) {
    auto const page = PageNumber::parse(read.text("page"));
    return page ? int(page->value) : 1;
}

std::optional<Status> status_in(web::FieldReader& read) {
    for (auto const status : {Status::trial, Status::active, Status::pending, Status::expired,
                              Status::cancelled, Status::suspended})
        if (subscriptions::code(status) == read.text("state")) return status;
    return std::nullopt;
}

std::optional<int> days_in(web::FieldReader& read) {
    if (read.text("ends") == "7") return 7;
    return read.text("ends") == "30" ? std::optional{30} : std::nullopt;
}

std::optional<bool> standing_in(web::FieldReader& read) {
    if (read.text("state") == "active") return true;
    return read.text("state") == "banned" ? std::optional{false} : std::nullopt;
}

}  // namespace

std::optional<OverrideForm> OverrideForm::read(web::FieldReader& read) {
    auto const module = parse_module(read.text("module"));
    if (!module) read.complain("module", "Choose a module.");
    auto const reason = read.required<StaffReason>("reason", kWantedReason);
    auto const till = read.optional<TillDay>("valid_until", kWantedDay);
    if (!module || !reason) return std::nullopt;
    return OverrideForm{.module = *module,
                        .reason = *reason,
                        .valid_until = till ? std::optional{till->at} : std::nullopt,
                        .idempotency_key = std::string{read.text("idempotency_key")}};
}

std::optional<InterventionForm> InterventionForm::read(web::FieldReader& read) {
    auto const reason = read.required<StaffReason>("reason", kWantedReason);
    if (!reason) return std::nullopt;
    return InterventionForm{*reason};
}

std::optional<PeopleQuery> PeopleQuery::read(web::FieldReader& read) {
    return PeopleQuery{{.text = std::string{read.text("q")},
                        .role = accounts::parse_role(read.text("role")),
                        .is_active = standing_in(read),
                        .number = page_in(read)}};
}

std::optional<SubscriptionsQuery> SubscriptionsQuery::read(web::FieldReader& read) {
    return SubscriptionsQuery{{.text = std::string{read.text("q")},
                               .module = parse_module(read.text("module")),
                               .status = status_in(read),
                               .ends_within_days = days_in(read),
                               .number = page_in(read)}};
}

std::optional<AccessDoneQuery> AccessDoneQuery::read(web::FieldReader& read) {
    return AccessDoneQuery{std::string{read.text("done")}};
}

}  // namespace ssr::admin
