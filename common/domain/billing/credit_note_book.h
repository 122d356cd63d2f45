#pragma once

#include <string>

#include "db/session.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/refund.h"

namespace ssr::billing {

/// `credit_notes`, numbered like invoices in a series of their own.
class CreditNoteBook {
public:
    CreditNoteBook(db::Session& db, Supplier const& supplier) : db_{db}, supplier_{supplier} {}

    /// The note of a refund that was just written, in the same transaction and under the payment's lock.
    /// Returns its number.
    std::string issue(Refund const& refund, Instant now);
    /// The number that the next note will have, unless another one is made before it.
    std::string next_number(Instant now);
    /// The refund failed: the paper keeps its number and counts no more. Again counts where the money went
    /// after all.
    void cancel(RefundId refund, Instant now);
    void restore(RefundId refund);

private:
    db::Session& db_;
    Supplier const& supplier_;
};

}  // namespace ssr::billing
