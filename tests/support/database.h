#pragma once

#include <string>

#include "cache/redis.h"
#include "db/transaction.h"

// Tests of integration and handlers run under infra/local/test-services, which names throw-away servers in
// SSR_TEST_POSTGRES and SSR_TEST_REDIS. Nothing here mocks them.
namespace ssr::test {

/// The conninfo of this binary's own clone of the migrated template database. Made at the first call, dropped
/// when the binary ends.
std::string const& clone();
/// The same as one of the handlers' roles sees it ("ssr_auth"): what it may not touch fails in the test too.
std::string clone_as(std::string const& role);
/// "unix:///…/redis.sock". The key space is shared by all tests, so tests use people of their own (people.h).
std::string redis_url();

/// A connection whose rows stay until the binary ends: for services that begin transactions in other
/// connections, and for several connections at once.
struct Database {
    db::Session db{{clone()}};
};

/// A connection in a transaction that is rolled back when the test ends. Transactions inside it are
/// savepoints.
struct RolledBack : Database {
    db::Transaction transaction{db};
};

struct Cache {
    cache::Redis redis{redis_url()};
};

}  // namespace ssr::test
