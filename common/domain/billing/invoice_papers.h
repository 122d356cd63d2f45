#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/blobs/blobs.h"

namespace ssr::billing {

/// An invoice or a credit note as its file: what the customer downloads.
struct StoredPaper {
    std::string number;
    std::string sha256;
    std::string bytes;
};

/// The files of invoices and of the credit notes on them: each is made once, and given out byte for byte ever
/// after.
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

    /// The same for staff, whose ever it is.
    std::optional<StoredPaper> find_anyone_s(PublicPaymentId const& payment);

    /// The same for a credit note on that payment's invoice: the job credit_note.render, payload
    /// {"refund": public id}. One that counts no more, as its refund failed, is not given out.
    void render_note(Json const& payload);
    std::optional<StoredPaper> find_note(UserId user, PublicPaymentId const& payment,
                                         PublicCreditNoteId const& note);
    std::optional<StoredPaper> find_anyone_s_note(PublicPaymentId const& payment,
                                                  PublicCreditNoteId const& note);

private:
    /// Which paper, and its file where there is one.
    struct Entry {
        std::string table;  // "invoices", "credit_notes"
        std::int64_t id;
        std::string number;
        std::optional<std::string> sha256;
    };
    static Entry invoice_entry(db::Row const& row);
    static Entry note_entry(db::Row const& row);
    std::string keep(Entry const& entry);
    StoredPaper given(Entry const& entry);
    db::Session& db_;
    Clock const& clock_;
    blobs::Blobs blobs_;
};

}  // namespace ssr::billing
