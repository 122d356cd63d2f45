#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/archive.h"
#include "sheet/complaint.h"
#include "sheet/rich_text.h"
#include "sheet/workbook.h"
#include "sheet/xlsx_parts.h"
#include "sheet/xml.h"

namespace ssr::sheet {

/// Makes rows of a worksheet's XML, one at a time.
class SheetRows final : public XmlVisitor {
public:
    struct Source {
        std::string const& sheet;
        SharedStrings const& strings;
        std::vector<CellFormat> const& formats;
        XlsxLimits const& limits;
    };
    SheetRows(Source source, std::function<bool(Row const&)> const& visit) : source_{source}, visit_{visit} {}

    void begin(std::string_view name, XmlAttributes const& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    std::vector<Complaint> complaints;
    bool has_enough = false;  // the visitor said so

private:
    struct SharedFormula {
        CellAddress at;
        std::string text;
    };
    void begin_row(XmlAttributes const& attributes);
    void begin_cell(XmlAttributes const& attributes);
    void begin_formula(XmlAttributes const& attributes);
    void end_cell();
    void take_value();
    void take_shared_string();
    void take_formula();
    void complain(std::string message);
    bool is_too_long(std::size_t more);

    Source source_;
    std::function<bool(Row const&)> const& visit_;
    Row row_;
    Cell cell_;
    std::string type_, value_, formula_;
    std::optional<std::string> shared_;  // index of the shared formula
    std::map<std::string, SharedFormula> shared_formulas_;
    RichText inline_text_;
    std::int64_t cells_ = 0;
    int last_row_ = 0;
    bool is_in_rows_ = false, is_in_cell_ = false, is_in_value_ = false, is_in_formula_ = false,
         is_inline_ = false;
};

}  // namespace ssr::sheet
