#pragma once

#include <string>
#include <string_view>

#include "domain/works/estimates.h"
#include "web/http.h"

// What is said when an estimate cannot be saved or printed (work-modules 2.5).
namespace ssr::estimate {

inline constexpr std::string_view kQuantityWanted =
    "Enter a quantity between 0.001 and 9,99,99,999 with at most 3 decimals.";
inline constexpr std::string_view kAmountWanted = "Enter an amount in rupees with at most 2 decimals.";
inline constexpr std::string_view kNameWanted = "Enter the name of the work, at most 300 characters.";
inline constexpr std::string_view kNameTaken = "A work of this name exists here. Change the name.";

std::string has_no_quantity(std::string_view item);
std::string is_too_small(Money minimum, Money short_by);

/// "Original work, municipal area"
std::string kind_of_work(works::Estimate const& estimate);
/// "Electrical SSR 2025-26, version 2"
std::string name_of(works::Book const& book);
/// "14:32", in India.
std::string clock_time(Instant at);

/// By the field that it stands beside.
web::FieldErrors explain(std::vector<works::Refused> const& refused);
web::FieldErrors explain(works::Unready const& unready, works::Estimate const& estimate);
/// Why nothing was saved, where that is about the whole and not about a field.
web::Refusal explain(works::NotSaved::Why why);

}  // namespace ssr::estimate
