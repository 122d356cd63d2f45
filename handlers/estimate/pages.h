#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/datasets/analysis.h"
#include "domain/works/estimates.h"
#include "estimate/forms.h"
#include "view/page.h"

namespace ssr::estimate {

/// templates/estimate/works.tpl
struct WorksPage {
    works::WorkPage found;
    WorksQuery query;
    bool may_write = true;  // else he is a viewer of this organisation
};
std::string render(WorksPage const& page, view::Frame const& frame);

/// templates/estimate/start.tpl
struct StartPage {
    std::vector<works::BookOffer> books;
    std::vector<works::WorkPapers> recent = {};
    view::Values typed = {};
    view::Errors errors = {};
};
std::string render(StartPage const& page, view::Frame const& frame);

/// templates/estimate/editor.tpl
struct EditorPage {
    works::Estimate estimate;
    works::Shelf shelf = {};
    EditorQuery query = {};
    bool may_print = true;     // the module is open; else it may be finished and saved only
    bool may_write = true;     // else he is a viewer of this organisation
    bool is_stale = false;     // what was typed was typed over an older version
    bool is_unready = false;   // asked for the workbook: `errors` say what is missing
    view::Values typed = {};   // by field; what is not here is as stored
    view::Errors errors = {};  // by field, those of the whole by ""
};
std::string render(EditorPage const& page, view::Frame const& frame);

/// Parts of the editor, for its script.
std::string render_shelf(EditorPage const& page, view::Frame const& frame);
std::string render_line(works::Estimate const& estimate, works::Line const& line, view::Frame const& frame);

/// templates/estimate/item.tpl
struct ItemPage {
    works::Estimate estimate;
    std::string code;
    datasets::Analysis analysis = {};  // no lines: the book gives the rate alone
    bool is_stale = false;
    view::Values typed = {};
    view::Errors errors = {};
};
std::string render(ItemPage const& page, view::Frame const& frame);

}  // namespace ssr::estimate
