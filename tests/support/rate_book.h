#pragma once

#include <string>

#include "domain/datasets/rate_book.h"
#include "domain/datasets/rate_book_store.h"
#include "support/database.h"

namespace ssr::test {

/// The example rate book, published: eight items in seven groups, with the codes of the worked examples
/// (ELE-003 is the light point) and its schedule of 2024-25.
struct ExampleBook {
    PublicId<DatasetTag> id = PublicId<DatasetTag>::fresh();
    DatasetVersionId version{0};
    std::string name;
};
/// Makes it where this database does not have it yet.
ExampleBook publish_example_book(db::Session& db);

/// What reading the file of the example comes to.
datasets::BookReading example_book(std::string const& code_prefix = "ELE");

/// What sql/invariants.sql has to complain about; empty where all is well.
std::string broken_rules_of(db::Session& db);

}  // namespace ssr::test
