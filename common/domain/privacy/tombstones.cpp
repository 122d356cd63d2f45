#include "domain/privacy/tombstones.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "base/fault.h"

namespace ssr::privacy {

namespace {

// Every line is written whole or, where it is not, is a fault that a reader names.
void append_line(std::string const& file, std::string const& line) {
    int const handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    bool const is_kept = handle >= 0 && ::write(handle, line.data(), line.size()) == ssize_t(line.size()) &&
                         ::fsync(handle) == 0;
    if (handle >= 0) ::close(handle);
    if (!is_kept) throw Fault{"the file of tombstones cannot be written", true};
}

Json to_json(Tombstone const& stone) {
    Json::Array hashes;
    for (auto const& hash : stone.identifier_hashes) hashes.push_back(hash);
    return Json::Object{{"account", stone.account},
                        {"identifier_hashes", std::move(hashes)},
                        {"is_barred", stone.is_barred},
                        {"erased_at", to_iso(stone.erased_at)}};
}

std::vector<std::string> texts_of(Json const& json) {
    std::vector<std::string> texts;
    if (auto const* array = json.array())
        for (auto const& each : *array) texts.push_back(each.text().value_or(std::string{}));
    return texts;
}

Tombstone to_tombstone(Json const& json) {
    auto const account = json["account"].text();
    auto const erased_at = parse_instant(json["erased_at"].text().value_or(std::string{}));
    if (!account || !erased_at) throw Fault{"the file of tombstones has a line that is none", false};
    return {*account, texts_of(json["identifier_hashes"]), json["is_barred"].flag().value_or(false),
            *erased_at};
}

constexpr std::string_view kColumns =
    "SELECT account, to_jsonb(identifier_hashes) AS hashes, is_barred, erased_at FROM tombstones";

Tombstone to_tombstone(db::Row const& row) {
    return {row.text("account"), texts_of(row.json("hashes")), row.flag("is_barred"),
            row.instant("erased_at")};
}

}  // namespace

void insert_tombstone(db::Session& db, Tombstone const& stone) {
    db.execute(R"(
        INSERT INTO tombstones (account, identifier_hashes, is_barred, erased_at)
        VALUES (:account, cast(:hashes AS text[]), :barred, :at) ON CONFLICT (account) DO NOTHING)",
               {{"account", stone.account},
                {"hashes", db::array_of(stone.identifier_hashes)},
                {"barred", stone.is_barred},
                {"at", stone.erased_at}});
}

std::vector<Tombstone> list_tombstones(db::Session& db) {
    return db.list(kColumns, {}, [](db::Row const& row) { return to_tombstone(row); });
}

std::vector<Tombstone> read_tombstones(std::string const& file) {
    std::vector<Tombstone> stones;
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);)
        stones.push_back(to_tombstone(Json::parse(line).value_or(Json{})));
    return stones;
}

void keep_tombstone(db::Session& db, std::string const& file, Json const& payload) {
    static std::string const sql = std::string{kColumns} + " WHERE account = :account";
    auto const stone = db.maybe_one(sql, {{"account", payload["account"].text()}},
                                    [](db::Row const& row) { return to_tombstone(row); });
    if (!stone) return;
    auto const held = read_tombstones(file);
    if (std::ranges::any_of(held, [&](Tombstone const& each) { return each.account == stone->account; }))
        return;
    append_line(file, to_json(*stone).dump() + "\n");
}

}  // namespace ssr::privacy
