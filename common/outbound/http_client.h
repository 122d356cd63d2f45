#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"

namespace ssr::outbound {

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::string body = {};  // sent with `content_type` where the method is POST
    std::string content_type = "application/json";
    std::string user = {}, password = {};  // Basic authentication; none where both are empty
    std::map<std::string, std::string> headers = {};
};

struct HttpAnswer {
    int status;
    std::string body;
};

/// No whole answer came. But for `unreachable`, where the question was never sent, nobody knows whether the
/// other side did what was asked.
enum class HttpFailure { unreachable, broken_off, too_slow, too_large };

struct HttpLimits {
    std::chrono::milliseconds connect{2000};
    std::chrono::milliseconds whole{5000};
    std::size_t largest_answer = 1024 * 1024;
    std::string authorities = {};  // a PEM file of whom to trust; the system's where empty
};

/// Asks other services over HTTP and HTTPS. Certificates are checked; redirections are not followed; settings
/// of the environment for proxies are ignored. The connection is kept for the next request.
class HttpClient {
public:
    explicit HttpClient(HttpLimits limits = {});
    ~HttpClient();
    HttpClient(HttpClient const&) = delete;
    HttpClient& operator=(HttpClient const&) = delete;

    Result<HttpAnswer, HttpFailure> send(HttpRequest const& request);

private:
    struct Handle;
    HttpLimits limits_;
    std::unique_ptr<Handle> handle_;
};

}  // namespace ssr::outbound
