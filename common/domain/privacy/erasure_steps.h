#pragma once

#include <span>
#include <string_view>

// What is erased of a person, table by table. A test compares this with the schema: a new table that hangs on
// works or tickets must go with them.
namespace ssr::privacy {

/// One statement. `what` names in the certificate what its rows are; empty where they are nothing of his.
/// Placeholders: :user, and :identifiers (an array of his number and address) or :now where the text has
/// them.
struct ErasureStep {
    std::string_view table, what, sql;
    bool takes_identifiers = false, takes_now = false;
};
std::span<ErasureStep const> erasure_steps();

}  // namespace ssr::privacy
