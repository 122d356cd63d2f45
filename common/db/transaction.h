#pragma once

#include "db/session.h"

namespace ssr::db {

/// Begins in the constructor, rolls back unless commit() was reached. Begins in services, visible as a local.
class Transaction {
public:
    explicit Transaction(Session& session);
    ~Transaction();
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    /// Throws db::Failure where Postgres would silently roll back.
    void commit();

private:
    Session& session_;
    bool open_ = true;
};

}  // namespace ssr::db
