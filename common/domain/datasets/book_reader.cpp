#include "domain/datasets/book_reader.h"

#include <set>
#include <unordered_map>

#include "base/text.h"
#include "domain/datasets/block_finder.h"
#include "domain/datasets/block_reader.h"
#include "domain/datasets/book_checks.h"
#include "domain/datasets/group_rows.h"
#include "domain/datasets/item_words.h"
#include "domain/datasets/whole_book.h"

namespace ssr::datasets {

namespace {

constexpr std::string_view kDatas = "Master Datas", kGroups = "Groups";

class Reader {
public:
    Reader(sheet::Workbook const& workbook, sheet::Sheet const& datas, sheet::Sheet const& groups,
           BookForm const& form)
        : datas_{datas}, groups_{groups}, form_{form}, blocks_{find_blocks(datas)} {
        reading_.book.percentages = form.percentages;
        group_rows_ = read_group_rows(groups, findings());
        for (auto& row : group_rows_) rows_by_name_[name_key(row.name)].push_back(&row);
        block_reader_.emplace(workbook, datas, blocks_, form.percentages, findings());
    }

    BookReading read() && {
        if (blocks_.empty())
            findings().error(
                {datas_.name, "",
                 "The sheet has no item: a heading is in red letters (FF0000) on yellow (FFFF00)."});
        for (auto const& block : blocks_) read_block(block);
        tell_of_inferred_units();
        tell_of_unused_rows();
        complete(items_, findings());
        check_variants(items_, findings());
        reading_.book.groups = groups_of(items_, group_order());
        reading_.book.items = BookItems{std::move(items_)};
        return std::move(reading_);
    }

private:
    Findings& findings() { return reading_.findings; }
    sheet::Complaint at_heading(Block const& block, std::string message = {}) const {
        return complaint(datas_.name, block.heading, std::move(message));
    }

    void read_block(Block const& block) {
        auto* const row = group_row(block);
        if (!block.finished)
            return findings().warn(
                at_heading(block, "“" + block.name + "” has no rate in column J and is left out."));
        if (utf8_length(block.name) > kLongestName)
            return findings().error(at_heading(
                block, "The item's name is longer than " + std::to_string(kLongestName) + " characters."));
        BookItem item{.code = numbered_code(form_.code_prefix, static_cast<int>(items_.size()) + 1),
                      .name = block.name,
                      .source_ref = block.source_ref,
                      .place = at_heading(block)};
        describe(item, block);
        belong(item, block, row);
        item.rates = block_reader_->rates(block);
        item.analysis = block_reader_->analysis(block);
        check_block(datas_, block, *block_reader_, form_.percentages, findings());
        if (item.source_ref.size() >= 5 && reading_.book.schedule_year.empty())
            reading_.book.schedule_year = schedule_year_of(item.source_ref);
        items_.push_back(std::move(item));
    }

    // An item that stands twice takes the second row of its name, where there are two.
    GroupRow* group_row(Block const& block) {
        auto const found = rows_by_name_.find(name_key(block.name));
        if (found == rows_by_name_.end()) return nullptr;
        for (auto* const row : found->second)
            if (!std::exchange(row->is_used, true)) return row;
        return found->second.front();
    }

    void describe(BookItem& item, Block const& block) {
        item.description = block.description;
        if (!item.description.empty()) return;
        item.description = block.name;
        item.flags.push_back(ItemFlag::description_missing);
        findings().warn(
            at_heading(block, "“" + block.name +
                                  "” has no specification in column D of the three rows below; its "
                                  "name stands for it."));
    }

    void belong(BookItem& item, Block const& block, GroupRow const* row) {
        item.group = row ? row->group : std::string{kUngrouped};
        if (row) item.prefix = row->prefix;
        if (!row) {
            item.flags.push_back(ItemFlag::ungrouped);
            findings().warn(at_heading(block, "“" + block.name + "” is not on the sheet “" + groups_.name +
                                                  "”; it goes to the group “" + std::string{kUngrouped} +
                                                  "”."));
        }
        if (row && !row->unit.empty()) {
            item.unit = canonical_unit(row->unit);
        } else {
            item.unit = inferred_unit(item.group);
            item.flags.push_back(ItemFlag::unit_inferred);
        }
        item.unit_singular = singular_unit(item.unit);
    }

    // One line for all: some books give no units at all.
    void tell_of_inferred_units() {
        auto const count = std::ranges::count_if(items_, [](BookItem const& item) {
            return std::ranges::find(item.flags, ItemFlag::unit_inferred) != item.flags.end();
        });
        if (count > 0)
            findings().warn({groups_.name, "",
                             "No unit is given for " + std::to_string(count) +
                                 (count == 1 ? " item" : " items") +
                                 "; it is inferred from the group's name."});
    }

    void tell_of_unused_rows() {
        for (auto const& row : group_rows_) {
            if (row.is_used) continue;
            auto const at = [&](std::string message) {
                return complaint(groups_.name, {row.row, 1}, std::move(message));
            };
            if (rows_by_name_.at(name_key(row.name)).front()->is_used)
                findings().warn(at("“" + row.name + "” is listed more often than the sheet “" + datas_.name +
                                   "” has it; the first row counts."));
            else
                findings().error(at("“" + row.name + "” is not on the sheet “" + datas_.name + "”."));
        }
    }

    std::vector<std::string> group_order() const {
        std::vector<std::string> names;
        for (auto const& row : group_rows_) names.push_back(row.group);
        return names;
    }

    sheet::Sheet const& datas_;
    sheet::Sheet const& groups_;
    BookForm const& form_;
    std::vector<Block> blocks_;
    std::vector<GroupRow> group_rows_;
    std::unordered_map<std::string, std::vector<GroupRow*>> rows_by_name_;
    std::optional<BlockReader> block_reader_;
    std::vector<BookItem> items_;
    BookReading reading_;
};

}  // namespace

BookReading read_rate_book(sheet::Workbook const& workbook, BookForm const& form) {
    auto const* const datas = workbook.sheet(kDatas);
    auto const* const groups = workbook.sheet(kGroups);
    if (datas && groups) return Reader{workbook, *datas, *groups, form}.read();
    BookReading none;
    for (auto const& [name, sheet] : {std::pair{kDatas, datas}, std::pair{kGroups, groups}})
        if (!sheet) none.findings.error({"", "", "The workbook has no sheet “" + std::string{name} + "”."});
    return none;
}

}  // namespace ssr::datasets
