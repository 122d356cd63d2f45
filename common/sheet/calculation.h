#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "sheet/complaint.h"
#include "sheet/decimal.h"
#include "sheet/formula.h"
#include "sheet/workbook.h"

namespace ssr::sheet {

/// Works out the numbers of a workbook from its formulas, as Excel does: a blank cell is 0, SUM passes over
/// text, text anywhere else is a fault; so are circles, and functions that no rate book uses. Stored results
/// of formulas are not trusted: half of the books have none.
class Calculation {
public:
    /// The workbook outlives the calculation.
    explicit Calculation(Workbook const& book) : book_{book} {}

    /// From now on the cell reads as given (what if the allowance were nil?). Before the first number().
    void replace(std::string_view sheet, CellAddress at, Cell cell);
    /// The number of a cell; a fault names the cell that it comes from, which may be another.
    Result<Decimal, Complaint> number(std::string_view sheet, CellAddress at);

private:
    using Number = Result<Decimal, Complaint>;
    struct Place {
        std::size_t sheet;
        CellAddress at;
        auto operator<=>(Place const&) const = default;
    };
    struct PlaceHash {
        std::size_t operator()(Place const& place) const {
            return (place.sheet * 1'048'583 + place.at.row) * 16'411 + place.at.column;
        }
    };

    std::optional<std::size_t> index_of(std::string_view sheet) const;
    Cell const* cell_at(Place const& place) const;
    Complaint complaint(Place const& place, std::string message) const;
    std::string name_of(Place const& place, std::size_t seen_from) const;
    Number number_at(Place const& place, Place const& asked_by);
    Number formula(Place const& place, std::string const& text);
    Number value(Expression const& expression, Place const& in);
    Number worked_out(Expression const& expression, Place const& in);
    Number added(Expression const& expression, Place const& in);
    Number multiplied(Expression const& expression, Place const& in);
    Number rounded(Expression const& expression, Place const& in);
    Number summed(Expression const& expression, Place const& in);
    Number sum_of_cells(Reference const& reference, Place const& in);
    std::optional<Complaint> add_row(Row const& row, CellRange const& cells, std::size_t sheet,
                                     Place const& in, Decimal& total);
    std::optional<Place> place_of(Reference const& reference, Place const& in) const;

    Workbook const& book_;
    std::map<Place, Cell> replaced_;
    std::unordered_map<Place, Number, PlaceHash> known_;
    std::unordered_map<Place, bool, PlaceHash> open_;  // being worked out: met again, it is a circle
    int depth_ = 0;
    std::int64_t cells_read_ = 0;
};

}  // namespace ssr::sheet
