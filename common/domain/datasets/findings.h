#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "sheet/cell_address.h"
#include "sheet/complaint.h"

namespace ssr::datasets {

/// Something that is to be said about a file. An error keeps the file out; the others do not.
struct Finding {
    enum class Severity { error, warning, note };
    Severity severity = Severity::error;
    sheet::Complaint complaint;
    bool operator==(Finding const&) const = default;
};
std::string_view code(Finding::Severity severity);  // "warning"
/// "Master Datas!J57: The formula depends on itself."
std::string to_text(sheet::Complaint const& complaint);

/// All that is to be said about a file, each thing once, in the order met: a fault of one cell shows in every
/// cell that depends on it.
class Findings {
public:
    void add(Finding::Severity severity, sheet::Complaint complaint);
    void error(sheet::Complaint complaint) { add(Finding::Severity::error, std::move(complaint)); }
    void warn(sheet::Complaint complaint) { add(Finding::Severity::warning, std::move(complaint)); }
    void note(sheet::Complaint complaint) { add(Finding::Severity::note, std::move(complaint)); }

    bool has_errors() const;
    std::vector<sheet::Complaint> errors() const { return of(Finding::Severity::error); }
    std::vector<sheet::Complaint> warnings() const { return of(Finding::Severity::warning); }
    std::vector<sheet::Complaint> notes() const { return of(Finding::Severity::note); }
    std::vector<Finding> const& all() const { return all_; }

private:
    std::vector<sheet::Complaint> of(Finding::Severity severity) const;
    std::vector<Finding> all_;
    std::set<std::string> said_;
};

/// [{"severity": "error", "sheet": "Master Datas", "cell": "J57", "message": "…"}]
Json to_json(Findings const& findings);

inline sheet::Complaint complaint(std::string_view sheet, sheet::CellAddress at, std::string message) {
    return {std::string{sheet}, sheet::to_text(at), std::move(message)};
}

}  // namespace ssr::datasets
