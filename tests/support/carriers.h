#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/json.h"

namespace Poco::Net {
class HTTPServer;
}

namespace ssr::test {

/// A real SMTP server on a free port of loopback (smtp_server.mjs says what its options do).
class MailServer {
public:
    explicit MailServer(std::string const& options = "{}");
    ~MailServer();

    std::string url(std::string const& scheme = "smtp",
                    std::string const& password = "pass%3Aword%401") const;
    std::string const& authorities() const { return authorities_; }
    /// The next thing that happened there: a login or a mail. Waits for it.
    Json next();
    /// Ends the server, and gives all that happened and was not asked for yet.
    std::vector<Json> rest();

private:
    struct Program;
    std::unique_ptr<Program> program_;
    int port_ = 0;
    std::string authorities_;
};

/// MSG91 as the code under test sees it: its API on a free port of loopback.
class TextCarrier {
public:
    TextCarrier();
    ~TextCarrier();

    struct Asked {
        std::string path, key, body;
    };
    std::string const& url() const { return url_; }
    void answer_with(int status, std::string body);
    std::vector<Asked> asked() const;
    std::pair<int, std::string> take(Asked asked);

private:
    std::string url_;
    mutable std::mutex mutex_;
    std::pair<int, std::string> answer_{200, R"({"type":"success","message":"3763646c3058373530393938"})"};
    std::vector<Asked> asked_;
    std::unique_ptr<Poco::Net::HTTPServer> server_;
};

}  // namespace ssr::test
