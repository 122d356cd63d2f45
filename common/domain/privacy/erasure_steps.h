#pragma once

#include <span>
#include <string>
#include <string_view>

// What is erased of a person, table by table. A test compares this with the schema: a new table that hangs on
// people must go with them, or stand among what stays.
namespace ssr::privacy {

/// One statement. `what` names in the certificate what its rows are; empty where they are nothing of his.
/// It may name :user, :now, and :identifiers (an array of his number and address).
struct ErasureStep {
    std::string_view table, what;
    std::string sql;
};
std::span<ErasureStep const> erasure_steps();

/// A table that hangs on people and is left as it is, and why.
struct NotErased {
    std::string_view table, why;
};
std::span<NotErased const> not_erased();

}  // namespace ssr::privacy
