#include "domain/works/estimates.h"

#include <algorithm>

#include "db/transaction.h"

namespace ssr::works {

namespace {

using Why = NotSaved::Why;
using Updated = EstimateStore::Updated;

Saved not_saved(Why why, std::optional<Estimate> now = {}) { return Err{NotSaved{why, std::move(now)}}; }

void move_to(std::vector<Line>& lines, std::string_view code, int place) {
    auto const from =
        std::find_if(lines.begin(), lines.end(), [&](Line const& line) { return line.code == code; });
    auto line = std::move(*from);
    lines.erase(from);
    auto const at = std::clamp(place - 1, 0, static_cast<int>(lines.size()));
    lines.insert(lines.begin() + at, std::move(line));
}

std::vector<std::string> codes_of(Estimate const& estimate) {
    std::vector<std::string> codes;
    for (auto const& line : estimate.lines) codes.push_back(line.code);
    return codes;
}

RemovedLine removed_line(Estimate const& estimate, Line const& line) {
    RemovedLine removed{.code = line.code,
                        .name = line.name,
                        .place = static_cast<int>(&line - estimate.lines.data()) + 1,
                        .version = estimate.version + 1,
                        .quantity = line.quantity};
    if (line.is_description_edited) removed.description = line.description;
    return removed;
}

}  // namespace

Result<PublicEstimateId, NotOpened> Estimates::open(
    Owner const& owner, NewEstimate const& wanted,
    std::function<bool(PublicEstimateId const&)> const& may_open) {
    auto const now = clock_.now();
    db::Transaction transaction{db_};
    auto const book = shelf_.open(wanted.book, ist_date(now));
    if (!book) return Err{NotOpened::no_such_book};
    auto const work = works_.insert(owner.organization, owner.user, wanted.name, now);
    if (!work) return Err{NotOpened::name_taken};
    Estimate const empty{.work_type = wanted.work_type,
                         .area = wanted.area,
                         .book = book->book,
                         .percentages = book->percentages};
    auto const id = store_.insert(*work, empty, now);
    if (!may_open(id)) return Err{NotOpened::not_allowed};
    transaction.commit();
    return id;
}

Saved Estimates::stored(Estimate const& before, Estimate after) {
    auto const now = clock_.now();
    switch (store_.update(after, before.version, now)) {
        case Updated::stale: return not_saved(Why::stale, before);
        case Updated::name_taken: return not_saved(Why::name_taken, before);
        case Updated::done: break;
    }
    store_.update_lines(before, after);
    after.version = before.version + 1;
    after.updated_at = now;
    return after;
}

Saved Estimates::save(Owner const& owner, PublicEstimateId const& id, int seen, Changes const& changes) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    if (are_in(changes, *before)) return *before;
    if (before->version != seen) return not_saved(Why::stale, before);
    auto after = with(changes, *before);
    if (!after) return Err{NotSaved{Why::refused, before, after.error()}};
    auto saved = stored(*before, *std::move(after));
    if (saved) transaction.commit();
    return saved;
}

Saved Estimates::add_items(Owner const& owner, PublicEstimateId const& id, int seen,
                           std::vector<std::string> const& codes) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    for (auto const& code : codes)
        if (before->line(code)) return not_saved(Why::already_selected, before);
    if (before->version != seen) return not_saved(Why::stale, before);
    if (before->lines.size() + codes.size() > kMostLines) return not_saved(Why::too_many_items, before);
    for (auto const& code : codes)
        if (!store_.insert_line(*before, code)) return not_saved(Why::not_in_book, before);
    auto more = *before;
    if (more.removed && std::find(codes.begin(), codes.end(), more.removed->code) != codes.end())
        more.removed.reset();
    auto const saved = stored(*before, std::move(more));
    if (!saved) return saved;
    auto after = store_.find(owner.organization, id);
    transaction.commit();
    return *std::move(after);
}

Saved Estimates::remove_item(Owner const& owner, PublicEstimateId const& id, int seen,
                             std::string_view code) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    auto const* const line = before->line(code);
    if (!line) return *before;
    if (before->version != seen) return not_saved(Why::stale, before);
    auto after = *before;
    after.removed = removed_line(*before, *line);
    std::erase_if(after.lines, [&](Line const& each) { return each.code == code; });
    store_.delete_line(before->id, code);
    auto saved = stored(*before, worked_out(std::move(after)));
    if (saved) transaction.commit();
    return saved;
}

Saved Estimates::bring_back(Owner const& owner, PublicEstimateId const& id, int seen) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    if (before->version != seen) return not_saved(Why::stale, before);
    if (!before->removed) return *before;
    auto const removed = *before->removed;
    if (!store_.insert_line(*before, removed.code)) return not_saved(Why::not_in_book, before);
    auto bare = *store_.find(owner.organization, id);
    bare.removed.reset();
    Changes changes{.quantities = {{removed.code, removed.quantity}}};
    if (removed.description) changes.descriptions = {{removed.code, *removed.description}};
    auto after = with(changes, bare);
    if (!after) return Err{NotSaved{Why::refused, before, after.error()}};
    move_to(after->lines, removed.code, removed.place);
    store_.reorder(before->id, codes_of(*after));
    auto saved = stored(bare, *std::move(after));
    if (saved) transaction.commit();
    return saved;
}

Saved Estimates::move_item(Owner const& owner, PublicEstimateId const& id, int seen, std::string_view code,
                           int place) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    if (before->version != seen) return not_saved(Why::stale, before);
    if (!before->line(code)) return not_saved(Why::not_found, before);
    auto after = *before;
    move_to(after.lines, code, place);
    store_.reorder(before->id, codes_of(after));
    auto saved = stored(*before, std::move(after));
    if (saved) transaction.commit();
    return saved;
}

}  // namespace ssr::works
