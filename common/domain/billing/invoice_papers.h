#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/blobs/blobs.h"

namespace ssr::billing {

/// An invoice as its file: what the customer downloads.
struct StoredPaper {
    std::string invoice_number;
    std::string sha256;
    std::string bytes;
};

/// The files of invoices: each is made once, and given out byte for byte ever after.
class InvoicePapers {
public:
    InvoicePapers(db::Session& db, Clock const& clock, outbound::BlobStore& store)
        : db_{db}, clock_{clock}, blobs_{db, store} {}

    /// The job invoice.render, payload {"payment": public id}: makes the file after the capture. Again for
    /// the same invoice it does nothing.
    void render(Json const& payload);
    /// The file of that person's payment. Where the job has not come to it, it is made now: of two that make
    /// it at once, one row wins. Nothing: not his payment, or it has no invoice.
    std::optional<StoredPaper> find(UserId user, PublicPaymentId const& payment);

private:
    std::string keep(InvoiceId invoice);
    db::Session& db_;
    Clock const& clock_;
    blobs::Blobs blobs_;
};

}  // namespace ssr::billing
