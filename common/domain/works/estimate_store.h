#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/works/estimate.h"

namespace ssr::works {

/// Estimates with their lines. Only those of the organisation exist; figures are stored, and shown as stored.
class EstimateStore {
public:
    explicit EstimateStore(db::Session& db) : db_{db} {}

    /// With all lines, in one statement.
    std::optional<Estimate> find(OrganizationId organization, PublicEstimateId const& id);
    /// The same, held against other writers until the transaction ends.
    std::optional<Estimate> lock(OrganizationId organization, PublicEstimateId const& id);

    PublicEstimateId insert(WorkId work, Estimate const& estimate, Instant at);
    /// Header, options and totals as version seen + 1.
    enum class Updated { done, stale, name_taken };
    Updated update(Estimate const& estimate, int seen, Instant at);
    /// Lines that differ from those before.
    void update_lines(Estimate const& before, Estimate const& after);

    /// A copy of the book's item with its analysis, at the end and without quantity. False: no such item.
    bool insert_line(Estimate const& estimate, std::string_view code);
    void delete_line(EstimateId estimate, std::string_view code);
    /// The order of the document: all codes of the estimate.
    void reorder(EstimateId estimate, std::vector<std::string> const& codes);

    /// The analysis that was copied with each line, by code: what the datas of a workbook are made of.
    std::map<std::string, Json> analyses(EstimateId estimate);
    Json analysis(EstimateId estimate, std::string_view code);  // of one; empty where there is no such line

private:
    db::Session& db_;
};

}  // namespace ssr::works
