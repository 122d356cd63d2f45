#pragma once

#include <functional>

#include "base/clock.h"
#include "domain/works/book_shelf.h"
#include "domain/works/changes.h"
#include "domain/works/estimate_store.h"
#include "domain/works/work_store.h"

namespace ssr::works {

/// Whose works: a person, and the organisation that he works for.
struct Owner {
    UserId user;
    OrganizationId organization;
};

struct NewEstimate {
    WorkName name;
    WorkType work_type = WorkType::original;
    Area area = Area::municipal;
    PublicDatasetId book;
};

enum class NotOpened { name_taken, no_such_book, not_allowed };

/// Why nothing was saved. `now` is the estimate as it stands, but for not_found.
struct NotSaved {
    enum class Why { not_found, stale, refused, name_taken, already_selected, not_in_book, too_many_items };
    Why why;
    std::optional<Estimate> now = {};
    std::vector<Refused> refused = {};
};

using Saved = Result<Estimate, NotSaved>;

/// What a person does with estimates. Every save names the version that he saw: where a newer one is there,
/// nothing is saved and the newer one is given. A save whose answer was lost, sent again, is known as saved.
class Estimates {
public:
    Estimates(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}

    static constexpr std::size_t kMostLines = 1000;

    /// `may_open` runs in the same transaction: what else an opened estimate means (a use of the module).
    /// Where it says no, nothing is opened.
    Result<PublicEstimateId, NotOpened> open(Owner const& owner, NewEstimate const& wanted,
                                             std::function<bool(PublicEstimateId const&)> const& may_open);
    std::optional<Estimate> find(Owner const& owner, PublicEstimateId const& id) {
        return store_.find(owner.organization, id);
    }

    Saved save(Owner const& owner, PublicEstimateId const& id, int seen, Changes const& changes);
    /// Of the estimate's book, at the end of the document; all of them or none.
    Saved add_items(Owner const& owner, PublicEstimateId const& id, int seen,
                    std::vector<std::string> const& codes);
    Saved remove_item(Owner const& owner, PublicEstimateId const& id, int seen, std::string_view code);
    /// Brings back what was removed last, as it was and where it was.
    Saved bring_back(Owner const& owner, PublicEstimateId const& id, int seen);
    /// To that place of the document, from 1; beyond the end is the end.
    Saved move_item(Owner const& owner, PublicEstimateId const& id, int seen, std::string_view code,
                    int place);

private:
    Saved stored(Estimate const& before, Estimate after);
    db::Session& db_;
    Clock const& clock_;
    EstimateStore store_{db_};
    WorkStore works_{db_};
    BookShelf shelf_{db_};
};

}  // namespace ssr::works
