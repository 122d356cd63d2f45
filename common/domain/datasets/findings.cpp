#include "domain/datasets/findings.h"

namespace ssr::datasets {

std::string_view code(Finding::Severity severity) {
    switch (severity) {
        case Finding::Severity::error: return "error";
        case Finding::Severity::warning: return "warning";
        case Finding::Severity::note: break;
    }
    return "note";
}

std::string to_text(sheet::Complaint const& complaint) {
    auto const where = complaint.sheet.empty() || complaint.cell.empty()
                           ? complaint.sheet + complaint.cell
                           : complaint.sheet + "!" + complaint.cell;
    return where.empty() ? complaint.message : where + ": " + complaint.message;
}

void Findings::add(Finding::Severity severity, sheet::Complaint complaint) {
    if (said_.insert(std::string{code(severity)} + " " + to_text(complaint)).second)
        all_.push_back({severity, std::move(complaint)});
}

bool Findings::has_errors() const {
    return std::ranges::any_of(all_,
                               [](Finding const& it) { return it.severity == Finding::Severity::error; });
}

std::vector<sheet::Complaint> Findings::of(Finding::Severity severity) const {
    std::vector<sheet::Complaint> found;
    for (auto const& each : all_)
        if (each.severity == severity) found.push_back(each.complaint);
    return found;
}

Json to_json(Findings const& findings) {
    Json::Array all;
    for (auto const& [severity, complaint] : findings.all())
        all.push_back(Json::Object{{"severity", code(severity)},
                                   {"sheet", complaint.sheet},
                                   {"cell", complaint.cell},
                                   {"message", complaint.message}});
    return all;
}

}  // namespace ssr::datasets
