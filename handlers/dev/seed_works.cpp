#include "dev/seed_works.h"

#include <stdexcept>

#include "domain/works/estimates.h"

namespace ssr::dev {

namespace {

constexpr std::string_view kWork = "Repairs to electrical installation, Quarters Block C, Punjagutta";

struct Chosen {
    char const* code;
    char const* quantity;
};
constexpr Chosen kItems[] = {{"ELE-003", "42"}, {"ELE-009", "6"},     {"ELE-017", "12"},
                             {"ELE-015", "36"}, {"ELE-022", "265.5"}, {"ELE-002", "180.25"}};

std::optional<works::Owner> engineer(db::Session& db) {
    return db.maybe_one(
        R"(
        SELECT u.id AS user_id, o.id AS organization_id FROM users u JOIN organizations o ON o.owner_id = u.id AND o.is_personal
         WHERE u.email = 'ravi@example.test'
    )",
        {}, [](db::Row const& row) {
            return works::Owner{row.id<UserId>("user_id"), row.id<OrganizationId>("organization_id")};
        });
}

std::optional<works::PublicDatasetId> book_with_those_items(db::Session& db) {
    std::vector<std::string> codes;
    for (auto const& item : kItems) codes.emplace_back(item.code);
    return db.maybe_one(R"(
        SELECT d.public_id FROM datasets d
          JOIN dataset_versions v ON v.dataset_id = d.id AND v.is_published
          JOIN dataset_rows r ON r.version_id = v.content_version_id AND r.code = ANY (CAST(:codes AS text[]))
         GROUP BY d.id HAVING count(*) = cardinality(CAST(:codes AS text[])) ORDER BY d.id LIMIT 1
    )",
                        {{"codes", db::array_of(codes)}}, [](db::Row const& row) {
                            return row.public_id<works::PublicDatasetId>("public_id");
                        });
}

works::Estimate saved(works::Saved const& answer) {
    if (!answer) throw std::runtime_error{"the demonstration's estimate could not be saved"};
    return *answer;
}

}  // namespace

bool seed_works(db::Session& db, Clock const& clock) {
    auto const owner = engineer(db);
    auto const book = book_with_those_items(db);
    if (!owner || !book) return false;
    works::Estimates estimates{db, clock};
    auto const id = estimates.open(
        *owner, {*works::WorkName::parse(kWork), works::WorkType::repair, works::Area::municipal, *book},
        [](auto const&) { return true; });
    if (!id) return true;  // it is there already

    std::vector<std::string> codes;
    works::Changes changes{.old_material = Money::from_rupees(3500),
                           .grand_total = std::optional{Money::from_rupees(210000)}};
    for (auto const& [code, quantity] : kItems) {
        codes.emplace_back(code);
        changes.quantities[code] = Quantity::parse(quantity);
    }
    auto const chosen = saved(estimates.add_items(*owner, *id, 1, codes));
    saved(estimates.save(*owner, *id, chosen.version, changes));
    return true;
}

}  // namespace ssr::dev
