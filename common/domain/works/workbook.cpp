#include "domain/works/workbook.h"

#include "base/text.h"
#include "domain/works/estimate_sheet.h"

namespace ssr::works {

std::string workbook_of(Estimate const& estimate, Analyses const& analyses, Instant made_at) {
    auto const blocks = datas_blocks(estimate, analyses);
    sheet::XlsxWriter workbook{made_at};
    write_estimate(workbook.add_sheet("Estimate", estimate_page()), estimate, blocks);
    write_datas(workbook.add_sheet(kDatasSheet, datas_page()), estimate, blocks);
    return workbook.bytes();
}

std::string workbook_name(std::string_view work_name) {
    constexpr std::string_view kRefused = "/\\:*?\"<>|";
    constexpr std::size_t kMostBytes = 150;
    std::string name;
    for (char const c : work_name) name += kRefused.find(c) == kRefused.npos ? c : '_';
    if (name.size() > kMostBytes) {
        name.resize(kMostBytes);
        while (!is_utf8(name)) name.pop_back();
    }
    return "Estimate_" + std::string{trimmed(name)} + ".xlsx";
}

}  // namespace ssr::works
