#pragma once

#include <string>
#include <vector>

#include "outbound/blob_store.h"
#include "support/people.h"

namespace ssr::test {

/// Somebody who has left words of his own in every table that can hold a person, so that a search for them
/// shows where he still is.
struct Canary {
    Canary(db::Session& db, Instant now, outbound::BlobStore& blobs);

    Person person;
    std::string mark;  // part of all his words
    std::string ip_address;
    std::string former_email;   // replaced by the present one
    std::string file, picture;  // the bytes of his ticket's attachment, and of his profile picture
    std::int64_t attachment = 0;
    std::string attachment_key, picture_key;  // their SHA-256

    /// All his words. Those of `kept_values` stand on an invoice, which the law keeps.
    std::vector<std::string> values() const;
    std::vector<std::string> kept_values() const;
    std::string attachment_name() const { return std::to_string(attachment) + "-plan-" + mark + ".txt"; }
};

}  // namespace ssr::test
