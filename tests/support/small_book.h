#pragma once

#include "db/session.h"
#include "domain/works/book_shelf.h"

namespace ssr::test {

/// A published rate book of its own with the items of the worked example E1 and two more, in three groups;
/// "ELE-003" has a rate analysis, the others have the rate alone.
struct SmallBook {
    works::PublicDatasetId id;
    DatasetVersionId version;
};
SmallBook a_small_book(db::Session& db);

/// The items of E1 with their quantities, in document order.
struct ChosenItem {
    char const* code;
    char const* name;
    char const* quantity;
};
inline constexpr ChosenItem kE1[] = {
    {"ELE-003", "Light & Bell Points : Residential Building", "42"},
    {"ELE-009", "Power Plug Two Nos", "6"},
    {"ELE-017", "Ceiling Fans", "12"},
    {"ELE-015", "15W LED Slimline Panel Light", "36"},
    {"ELE-022", "Run of 3 of 2.5 Sq.mm Copper Cable", "265.5"},
    {"ELE-002", "Surface PVC Pipe", "180.25"},
};

}  // namespace ssr::test
