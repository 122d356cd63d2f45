#include "domain/accounts/barred.h"

#include "base/secure.h"

namespace ssr::accounts {

std::vector<std::string> tombstone_hashes(std::vector<std::string> const& secret_keys,
                                          std::vector<std::string> const& identifiers) {
    std::vector<std::string> hashes;
    for (auto const& identifier : identifiers) {
        if (identifier.empty()) continue;
        for (auto const& key : secret_keys) hashes.push_back(hmac_sha256_hex("tombstone|" + key, identifier));
    }
    return hashes;
}

bool is_barred(db::Session& db, std::vector<std::string> const& secret_keys, LoginId const& id) {
    return db.one(
        "SELECT EXISTS (SELECT FROM tombstones WHERE is_barred AND identifier_hashes && cast(:hashes AS "
        "text[])) AS yes",
        {{"hashes", db::array_of(tombstone_hashes(secret_keys, {id.text()}))}},
        [](db::Row const& row) { return row.flag("yes"); });
}

}  // namespace ssr::accounts
