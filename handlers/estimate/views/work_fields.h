#pragma once

#include "view/form_pieces.h"

// The fields of a work that stand on the start page and in the editor alike.
namespace ssr::estimate {

inline view::Field name_field() {
    return {.name = "work_name",
            .label = "Name of work",
            .hint = "As it shall stand on the papers",
            .autocomplete = "off",
            .max_length = 300,
            .spans_all = true};
}

inline view::Choice work_type_choice(std::string chosen, std::string error = {}) {
    return {.name = "work_type",
            .legend = "Kind of work",
            .error = std::move(error),
            .options = {{"original", "Original", "New construction. Overheads of original work.", {}},
                        {"repair", "Repair", "Old material can be deducted.", {}}},
            .chosen = std::move(chosen)};
}

inline view::Choice area_choice(std::string chosen, std::string error = {}) {
    return {.name = "area",
            .legend = "Place of work",
            .error = std::move(error),
            .options = {{"municipal", "Municipal area", "With the municipal allowance on labour.", {}},
                        {"outside", "Outside", "Without the allowance.", {}}},
            .chosen = std::move(chosen)};
}

}  // namespace ssr::estimate
