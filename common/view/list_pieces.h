#pragma once

#include "view/figure_pieces.h"
#include "view/form_pieces.h"

// Tables that become lists on a phone, and what stands over and under them.
namespace ssr::view {

struct Column {
    enum class Kind { text, number, code, actions };
    std::string label;
    Kind kind = Kind::text;     // code: the number of an order or a paper, never broken
    bool is_lead = false;       // heads the row's card on a phone; one a table
    bool is_off_phone = false;  // not shown on a phone
    std::string sort_href;      // makes the label a link
    enum class Sorted { no, up, down };
    Sorted sorted = Sorted::no;
};

/// What stands in a cell: text (a link with `href`), a small line under it, a pill, papers or buttons.
struct Cell {
    std::string text, href, small;
    std::optional<Pill> pill = {};
    std::optional<Chain> chain = {};
    std::vector<Button> buttons = {};
    std::vector<PostButton> post_buttons = {};
};

struct Table {
    std::string caption;  // for screen readers
    std::vector<Column> columns = {};
    std::vector<std::vector<Cell>> rows = {};
    std::vector<Cell> foot = {};  // one cell a column; none for no foot
    bool is_tight = false;
};

/// Pages by number, or by key: older and newer. Addresses keep the filter.
struct Pager {
    std::string range;  // "1 to 25 of 67"
    struct Page {
        std::string label, href;  // without href: the page shown
    };
    std::vector<Page> pages = {};
    std::string previous_href, next_href;
};

/// The addresses of numbered pages around `current` (from 1): first, last, and two on each side.
/// `base` ends where the number goes: "/works/?q=fan&page=".
Pager numbered_pager(std::string const& base, int current, int page_count, std::string range);

struct Chip {
    std::string label, remove_href;
};

/// Over a table: a GET form with a search field and selects, and the filters in force as chips.
struct Filters {
    std::string action;
    std::string search_name = "q", search_label, search_value;  // without label: no search field
    std::vector<Field> selects = {};
    std::vector<Chip> chips = {};
    std::string clear_href;
};

Dictionary& add(Dictionary& into, Marker const& at, Table const& table);
Dictionary& add(Dictionary& into, Marker const& at, Pager const& pager);
Dictionary& add(Dictionary& into, Marker const& at, Filters const& filters);

}  // namespace ssr::view
