#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "db/session.h"

namespace ssr::privacy {

/// Somebody who was erased: his account's public id, and keyed hashes of his number and address.
struct Tombstone {
    std::string account;
    std::vector<std::string> identifier_hashes;
    bool is_barred = false;
    Instant erased_at;
};

void insert_tombstone(db::Session& db, Tombstone const& stone);
std::vector<Tombstone> list_tombstones(db::Session& db);

/// The job tombstone.keep, {"account"}: adds a line to the file that outlives a restore of the database,
/// unless it has one. On the disk when it returns.
void keep_tombstone(db::Session& db, std::string const& file, Json const& payload);
/// The file's lines; none where there is no file. A line that cannot be read is a fault: nobody may be
/// missed.
std::vector<Tombstone> read_tombstones(std::string const& file);

}  // namespace ssr::privacy
