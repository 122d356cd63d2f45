#include "db/transaction.h"

#include "db/failure.h"

namespace ssr::db {

Transaction::Transaction(Session& session) : session_{session} { session_.begin(); }

Transaction::~Transaction() {
    if (!open_) return;
    try {
        session_.roll_back();
    } catch (Failure const&) {
        // The connection is gone, and the transaction with it.
    }
}

void Transaction::commit() {
    open_ = false;
    session_.commit();
}

}  // namespace ssr::db
