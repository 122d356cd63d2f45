#include "outbound/http_client.h"

#include <vector>

#include <curl/curl.h>

#include "base/fault.h"

namespace ssr::outbound {

namespace {

struct Received {
    std::string body;
    std::size_t largest;
};

// Less than was offered ends the transfer with CURLE_WRITE_ERROR.
std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& received = *static_cast<Received*>(into);
    if (received.body.size() + size * count > received.largest) return 0;
    received.body.append(bytes, size * count);
    return size * count;
}

class HeaderList {
public:
    ~HeaderList() { curl_slist_free_all(list_); }
    HeaderList() = default;
    HeaderList(HeaderList const&) = delete;
    HeaderList& operator=(HeaderList const&) = delete;
    void add(std::string const& line) { list_ = curl_slist_append(list_, line.c_str()); }
    curl_slist* get() const { return list_; }

private:
    curl_slist* list_ = nullptr;
};

HttpFailure failure_of(CURL* curl, CURLcode code) {
    curl_off_t ready = 0;  // when the connection stood and the question could be sent
    curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &ready);
    if (ready == 0) return HttpFailure::unreachable;
    if (code == CURLE_OPERATION_TIMEDOUT) return HttpFailure::too_slow;
    return code == CURLE_WRITE_ERROR ? HttpFailure::too_large : HttpFailure::broken_off;
}

void set_house_rules(CURL* curl, HttpLimits const& limits) {
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // not even the environment's
    curl_easy_setopt(curl, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    if (!limits.authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, limits.authorities.c_str());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "ssr-estimation");
}

void set_question(CURL* curl, HttpRequest const& request, HeaderList& headers) {
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    if (request.method == "POST") {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.c_str());
        headers.add("Content-Type: " + request.content_type);
        headers.add("Expect:");  // a second of waiting for a word that nobody sends
    } else {
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    for (auto const& [name, value] : request.headers) headers.add(name + ": " + value);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    if (request.user.empty() && request.password.empty()) return;
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, long{CURLAUTH_BASIC});
    curl_easy_setopt(curl, CURLOPT_USERNAME, request.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, request.password.c_str());
}

}  // namespace

struct HttpClient::Handle {
    CURL* curl = curl_easy_init();
    ~Handle() { curl_easy_cleanup(curl); }
};

HttpClient::HttpClient(HttpLimits limits) : limits_{limits}, handle_{std::make_unique<Handle>()} {
    if (!handle_->curl) throw Fault{"libcurl could not begin", true};
}
HttpClient::~HttpClient() = default;

Result<HttpAnswer, HttpFailure> HttpClient::send(HttpRequest const& request) {
    auto* const curl = handle_->curl;
    curl_easy_reset(curl);  // keeps the connection
    Received received{{}, limits_.largest_answer};
    HeaderList headers;
    set_house_rules(curl, limits_);
    set_question(curl, request, headers);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
    auto const code = curl_easy_perform(curl);
    if (code != CURLE_OK) return Err{failure_of(curl, code)};
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return HttpAnswer{int(status), std::move(received.body)};
}

}  // namespace ssr::outbound
