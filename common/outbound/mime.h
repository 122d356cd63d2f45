#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "values/email_address.h"
#include "values/short_text.h"

namespace ssr::outbound {

using Subject = ShortText<200>;
using FileName = ShortText<120>;

struct MailAttachment {
    FileName file_name;
    std::string media_type;  // anything but letters, digits and + . - / makes it application/octet-stream
    std::string bytes;
};

/// One mail to one person. Its parts are values without line ends, so that none can add a header of its own.
struct Mail {
    std::string
        id;  // letters, digits and "-": the same at each attempt, so that a mailbox knows a second copy
    Instant at;
    EmailAddress to;
    Subject subject;
    std::string text;
    std::vector<MailAttachment> attachments;
};

/// The mail as it travels (RFC 5322, 2045, 2047): lines end in CRLF, everything is seven-bit.
std::string mime(Mail const& mail, EmailAddress const& from);

}  // namespace ssr::outbound
