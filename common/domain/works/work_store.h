#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "values/short_text.h"

namespace ssr::works {

using WorkName = ShortText<300>;

/// A work with the papers it has.
struct WorkPapers {
    PublicWorkId id;
    std::string name;
    Instant updated_at;
    std::optional<PublicEstimateId> estimate;
    Money grand_total;
    int workslips = 0, bills = 0;
};

/// The same in the list of works.
struct WorkSummary : WorkPapers {
    int item_count = 0;
    std::string book, schedule_year;
};

struct WorkPage {
    std::vector<WorkSummary> works;
    int total = 0;
};

/// Works belong to an organisation; one that belongs to another does not exist.
class WorkStore {
public:
    explicit WorkStore(db::Session& db) : db_{db} {}

    static constexpr int kPageSize = 25;
    /// Newest first; all `words` must stand in the name; pages from 1. One statement.
    WorkPage list(OrganizationId organization, std::string_view words, int page);
    /// The four changed last; one statement, whose cost does not grow with the works that there are.
    std::vector<WorkPapers> recent(OrganizationId organization);
    std::optional<WorkSummary> find(OrganizationId organization, PublicWorkId const& id);

    /// Nothing where a work of that name exists already.
    std::optional<WorkId> insert(OrganizationId organization, UserId user, WorkName const& name, Instant at);

    enum class Renamed { done, not_found, name_taken };
    Renamed rename(OrganizationId organization, PublicWorkId const& id, WorkName const& name, Instant at);
    /// Its papers are kept; restore() brings it back. False: there is no such work.
    bool mark_deleted(OrganizationId organization, PublicWorkId const& id, Instant at);
    enum class Restored { done, not_found, name_taken };
    Restored restore(OrganizationId organization, PublicWorkId const& id);

private:
    db::Session& db_;
};

}  // namespace ssr::works
