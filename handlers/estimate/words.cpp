#include "estimate/words.h"

#include "base/text.h"

namespace ssr::estimate {

namespace {

using Why = works::NotSaved::Why;

std::string rupees(Money amount) { return "Rs. " + amount.grouped(); }

std::pair<std::string, std::string> explain_one(works::Refused const& refused) {
    using Reason = works::Refused::Why;
    switch (refused.why) {
        case Reason::unknown_item:
            return {"qty." + refused.code, "This item was removed from the estimate meanwhile."};
        case Reason::beyond_range:
            return {refused.code.empty() ? "grand_total" : "qty." + refused.code,
                    "The amount would reach 10,00,000 crore rupees. Enter a smaller figure."};
        case Reason::old_material_in_original:
            return {"old_material", "Old material is deducted in repair work only."};
        case Reason::old_material_exceeds_items:
            return {"old_material", "The old-material credit cannot exceed the value of the items."};
        case Reason::provision_without_name: return {"named_provision", "Name what the provision is for."};
        case Reason::grand_total_too_small:
            return {"grand_total", is_too_small(refused.minimum, refused.short_by)};
    }
    return {};
}

}  // namespace

std::string has_no_quantity(std::string_view item) {
    return "\"" + std::string{item} + "\" has no quantity. Enter a quantity or remove the item.";
}

std::string is_too_small(Money minimum, Money short_by) {
    return "The grand total must be at least " + rupees(minimum) + "; it is short by " + rupees(short_by) +
           ".";
}

std::string kind_of_work(works::Estimate const& estimate) {
    std::string const kind = estimate.work_type == works::WorkType::repair ? "Repair work" : "Original work";
    return kind + (estimate.area == works::Area::municipal ? ", municipal area" : ", outside municipal area");
}

std::string name_of(works::Book const& book) {
    auto name = book.name;
    if (!book.schedule_year.empty() && name.find(book.schedule_year) == std::string::npos)
        name += " " + book.schedule_year;
    return name + ", version " + std::to_string(book.version);
}

std::string clock_time(Instant at) {
    std::chrono::hh_mm_ss const time{at - ist_midnight(ist_date(at))};
    char text[8];
    std::snprintf(text, sizeof text, "%02d:%02d", int(time.hours().count()), int(time.minutes().count()));
    return text;
}

web::FieldErrors explain(std::vector<works::Refused> const& refused) {
    web::FieldErrors errors;
    for (auto const& each : refused) errors.insert(explain_one(each));
    return errors;
}

web::FieldErrors explain(works::Unready const& unready, works::Estimate const& estimate) {
    web::FieldErrors errors;
    if (unready.has_no_items) errors[""] = "Select at least one item before downloading.";
    for (auto const& line : estimate.lines)
        if (!line.quantity) errors["qty." + line.code] = has_no_quantity(line.name);
    if (unready.old_material_exceeds_items)
        errors["old_material"] = "The old-material credit cannot exceed the value of the items.";
    if (unready.short_by) errors["grand_total"] = is_too_small(estimate.totals.minimum, *unready.short_by);
    return errors;
}

web::Refusal explain(Why why) {
    web::Refusal refusal{.status = web::Status::conflict};
    switch (why) {
        case Why::not_found: return *web::not_found().refusal;
        case Why::stale:
            refusal.code = "stale";
            refusal.title = "This estimate was changed elsewhere";
            refusal.detail = "Nothing that you typed is lost. Compare the two versions and choose.";
            return refusal;
        case Why::name_taken:
            refusal.code = "name_taken";
            refusal.title = "The name is taken";
            refusal.detail = kNameTaken;
            refusal.errors = {{"work_name", std::string{kNameTaken}}};
            return refusal;
        case Why::already_selected:
            refusal.code = "already_selected";
            refusal.title = "Already selected";
            refusal.detail = "The item is in the estimate already. Change its quantity there.";
            return refusal;
        case Why::not_in_book:
            refusal.status = web::Status::unprocessable;
            refusal.code = "not_in_book";
            refusal.title = "The rate book has no such item";
            refusal.detail = "Look for the item again in its group.";
            return refusal;
        case Why::too_many_items:
            refusal.status = web::Status::unprocessable;
            refusal.code = "too_many_items";
            refusal.title = "The estimate is full";
            refusal.detail = "An estimate holds 1,000 items. Make a second estimate for the others.";
            return refusal;
        case Why::refused:
            refusal.status = web::Status::unprocessable;
            refusal.code = "refused";
            refusal.title = "Not saved";
            refusal.detail = "The fields named below need another figure. The rest can be saved.";
            return refusal;
    }
    return refusal;
}

}  // namespace ssr::estimate
