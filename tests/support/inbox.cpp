#include "support/inbox.h"

#include <stdexcept>

#include "base/json.h"
#include "base/secure.h"

namespace ssr::test {

namespace {

Json newest(db::Session& db, std::string const& secret_key, std::string_view to) {
    auto const sealed =
        db.maybe_one("SELECT sealed_body FROM outbox_messages WHERE recipient = :to ORDER BY id DESC LIMIT 1",
                     {{"to", to}}, [](db::Row const& row) { return row.text("sealed_body"); });
    if (!sealed) throw std::runtime_error{"no message to " + std::string{to}};
    auto const body = unseal(secret_key, "message", *sealed);
    if (!body) throw std::runtime_error{"a message that was sealed with another key"};
    return *Json::parse(*body);
}

}  // namespace

std::string Inbox::code(std::string_view to) { return newest(db_, secret_key_, to)["otp"].text().value(); }

std::string Inbox::text(std::string_view to) { return newest(db_, secret_key_, to)["text"].text().value(); }

int Inbox::count(std::string_view to, std::string_view kind) {
    return int(db_.one("SELECT count(*) AS n FROM outbox_messages WHERE recipient = :to AND kind = :kind",
                       {{"to", to}, {"kind", kind}}, [](db::Row const& row) { return row.integer("n"); }));
}

}  // namespace ssr::test
