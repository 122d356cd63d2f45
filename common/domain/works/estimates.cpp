#include "domain/works/estimates.h"

#include <algorithm>

#include "db/transaction.h"

namespace ssr::works {

namespace {

using Why = NotSaved::Why;

Saved not_saved(Why why, std::optional<Estimate> now = {}) { return Err{NotSaved{why, std::move(now)}}; }

void move_to(std::vector<Line>& lines, std::string_view code, int place) {
    auto const from =
        std::find_if(lines.begin(), lines.end(), [&](Line const& line) { return line.code == code; });
    auto line = std::move(*from);
    lines.erase(from);
    auto const at = std::clamp(place - 1, 0, static_cast<int>(lines.size()));
    lines.insert(lines.begin() + at, std::move(line));
}

}  // namespace

Result<PublicEstimateId, NotOpened> Estimates::open(
    Owner const& owner, NewEstimate const& wanted,
    std::function<void(PublicEstimateId const&)> const& on_opened) {
    auto const now = clock_.now();
    db::Transaction transaction{db_};
    auto const book = shelf_.open(wanted.book, ist_date(now));
    if (!book) return Err{NotOpened::no_such_book};
    if (works_.is_name_taken(owner.organization, wanted.name, std::nullopt))
        return Err{NotOpened::name_taken};
    auto const work = works_.insert(owner.organization, owner.user, wanted.name, now);
    Estimate const empty{.work_type = wanted.work_type,
                         .area = wanted.area,
                         .book = book->book,
                         .percentages = book->percentages};
    auto const id = store_.insert(work, empty, now);
    on_opened(id);
    transaction.commit();
    return id;
}

Saved Estimates::stored(Estimate const& before, Estimate after) {
    auto const now = clock_.now();
    if (!store_.update(after, before.version, now)) return not_saved(Why::stale, before);
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
    if (changes.work_name) {
        auto const name = WorkName::parse(*changes.work_name);
        if (name && works_.is_name_taken(owner.organization, *name, before->work))
            return not_saved(Why::name_taken, before);
    }
    auto after = with(changes, *before);
    if (!after) return Err{NotSaved{Why::refused, before, after.error()}};
    auto saved = stored(*before, *std::move(after));
    if (saved) transaction.commit();
    return saved;
}

Saved Estimates::add_item(Owner const& owner, PublicEstimateId const& id, int seen, std::string_view code) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    if (before->line(code)) return not_saved(Why::already_selected, before);
    if (before->version != seen) return not_saved(Why::stale, before);
    if (before->lines.size() >= kMostLines) return not_saved(Why::too_many_items, before);
    if (!store_.insert_line(*before, code)) return not_saved(Why::not_in_book, before);
    if (!store_.update(*before, seen, clock_.now())) return not_saved(Why::stale, before);
    auto after = store_.find(owner.organization, id);
    transaction.commit();
    return *std::move(after);
}

Saved Estimates::remove_item(Owner const& owner, PublicEstimateId const& id, int seen,
                             std::string_view code) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before) return not_saved(Why::not_found);
    if (!before->line(code)) return *before;
    if (before->version != seen) return not_saved(Why::stale, before);
    auto after = *before;
    std::erase_if(after.lines, [&](Line const& line) { return line.code == code; });
    store_.delete_line(before->id, code);
    auto saved = stored(*before, worked_out(std::move(after)));
    if (saved) transaction.commit();
    return saved;
}

Saved Estimates::move_item(Owner const& owner, PublicEstimateId const& id, int seen, std::string_view code,
                           int place) {
    db::Transaction transaction{db_};
    auto const before = store_.lock(owner.organization, id);
    if (!before || !before->line(code)) return not_saved(Why::not_found, before);
    if (before->version != seen) return not_saved(Why::stale, before);
    auto after = *before;
    move_to(after.lines, code, place);
    std::vector<std::string> codes;
    for (auto const& line : after.lines) codes.push_back(line.code);
    store_.reorder(before->id, codes);
    auto saved = stored(*before, std::move(after));
    if (saved) transaction.commit();
    return saved;
}

}  // namespace ssr::works
