#include "cache/redis.h"

#include <map>

#include <cerrno>

#include <hiredis/hiredis.h>
#include <poll.h>

#include "base/secure.h"
#include "base/text.h"

namespace ssr::cache {

namespace {

constexpr timeval kPatience{0, 250'000};
// After a time-out nothing is asked for as long, so that a Redis that hangs costs one request in many its
// patience.
constexpr std::chrono::milliseconds kRest{500};

struct FreeReply {
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, FreeReply>;

std::string text_of(redisReply const& reply) {
    if (reply.type == REDIS_REPLY_INTEGER) return std::to_string(reply.integer);
    if (reply.type == REDIS_REPLY_NIL) return {};
    return {reply.str, reply.len};
}

struct Address {
    std::string path, user, password;
};

// "unix:///path/redis.sock?user=name&password=secret"
Address address_in(std::string_view url) {
    constexpr std::string_view kScheme = "unix://";
    if (!url.starts_with(kScheme)) throw std::invalid_argument{"REDIS_URL must begin with unix://"};
    url.remove_prefix(kScheme.size());
    auto const query = url.find('?');
    Address address{std::string{url.substr(0, query)}, {}, {}};
    if (query == std::string_view::npos) return address;
    for (auto const pair : split(url.substr(query + 1), '&')) {
        if (pair.starts_with("user=")) address.user = pair.substr(5);
        if (pair.starts_with("password=")) address.password = pair.substr(9);
    }
    return address;
}

}  // namespace

Script::Script(std::string source) : source_{std::move(source)}, sha1_{sha1_hex(source_)} {}

struct Redis::Connection {
    explicit Connection(std::string const& path)
        : context{redisConnectUnixWithTimeout(path.c_str(), kPatience)} {
        if (!context || context->err) throw Failure{"redis: cannot connect"};
        // A blocked Redis costs a request a quarter of a second, never more.
        redisSetTimeout(context.get(), kPatience);
    }
    struct Free {
        void operator()(redisContext* it) const { redisFree(it); }
    };
    std::unique_ptr<redisContext, Free> context;

    // Nothing was asked, so a socket that can be read holds the peer's end.
    bool is_dead() const {
        pollfd watch{context->fd, POLLIN, 0};
        return ::poll(&watch, 1, 0) != 0;
    }
};

Redis::Redis(std::string url) : url_{std::move(url)} { address_in(url_); }
Redis::~Redis() = default;

Redis::Connection& Redis::open() {
    if (connection_ && connection_->is_dead()) connection_.reset();
    if (connection_) return *connection_;
    if (std::chrono::steady_clock::now() < rests_until_) throw Failure{"redis: rests after a time-out"};
    auto const address = address_in(url_);
    connection_ = std::make_unique<Connection>(address.path);
    if (!address.user.empty()) {
        try {
            command({"AUTH", address.user, address.password});
        } catch (Failure const&) {
            connection_.reset();
            throw;
        }
    }
    return *connection_;
}

std::vector<std::string> Redis::command(std::vector<std::string_view> const& words, bool* is_nil) {
    auto const began = std::chrono::steady_clock::now();
    std::vector<char const*> starts;
    std::vector<std::size_t> sizes;
    for (auto const word : words) {
        starts.push_back(word.data());
        sizes.push_back(word.size());
    }
    auto* const context = open().context.get();
    Reply const reply{
        static_cast<redisReply*>(redisCommandArgv(context, int(words.size()), starts.data(), sizes.data()))};
    ++round_trips_;
    spent_ += std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    if (!reply) {
        // The context is of no use after a fault; the next command opens another.
        std::string const why = context->errstr;
        if (context->err == REDIS_ERR_IO && errno == EAGAIN)
            rests_until_ = std::chrono::steady_clock::now() + kRest;
        connection_.reset();
        throw Failure{"redis: " + why};
    }
    if (reply->type == REDIS_REPLY_ERROR) throw Failure{"redis: " + std::string{reply->str, reply->len}};
    if (is_nil) *is_nil = reply->type == REDIS_REPLY_NIL;
    std::vector<std::string> answer;
    if (reply->type != REDIS_REPLY_ARRAY) return {text_of(*reply)};
    for (std::size_t i = 0; i < reply->elements; ++i) answer.push_back(text_of(*reply->element[i]));
    return answer;
}

std::optional<std::string> Redis::get(std::string_view key) {
    bool is_nil = false;
    auto value = command({"GET", key}, &is_nil);
    if (is_nil) return std::nullopt;
    return std::move(value.front());
}

void Redis::set(std::string_view key, std::string_view value, std::chrono::seconds lives) {
    command({"SET", key, value, "EX", std::to_string(lives.count())});
}

bool Redis::claim(std::string_view key, std::chrono::seconds lives) {
    bool is_nil = false;
    command({"SET", key, "1", "NX", "EX", std::to_string(lives.count())}, &is_nil);
    return !is_nil;
}

std::int64_t Redis::count(std::string_view key, std::chrono::seconds window) {
    static Script const kCount{
        "local n = redis.call('INCR', KEYS[1]) "
        "if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n"};
    return std::stoll(run(kCount, {std::string{key}}, {std::to_string(window.count())}).front());
}

std::optional<std::chrono::seconds> Redis::time_left(std::string_view key) {
    auto const seconds = std::stoll(command({"TTL", key}).front());
    if (seconds < 0) return std::nullopt;
    return std::chrono::seconds{seconds};
}

void Redis::erase(std::string_view key) { command({"DEL", key}); }

void Redis::erase_all(std::vector<std::string> const& keys) {
    if (keys.empty()) return;
    std::vector<std::string_view> words{"DEL"};
    words.insert(words.end(), keys.begin(), keys.end());
    command(words);
}

std::vector<std::string> Redis::run(Script const& script, std::vector<std::string> const& keys,
                                    std::vector<std::string> const& arguments) {
    auto const key_count = std::to_string(keys.size());
    std::vector<std::string_view> words{"EVALSHA", script.sha1(), key_count};
    words.insert(words.end(), keys.begin(), keys.end());
    words.insert(words.end(), arguments.begin(), arguments.end());
    try {
        return command(words);
    } catch (Failure const& failure) {
        // Redis was restarted and has not seen the script yet; it did nothing.
        if (!std::string_view{failure.what()}.starts_with("redis: NOSCRIPT")) throw;
        words[0] = "EVAL";
        words[1] = script.source();
        return command(words);
    }
}

bool Redis::is_ready() {
    try {
        return command({"PING"}).front() == "PONG";
    } catch (std::exception const&) {
        return false;
    }
}

void Redis::reset_counts() {
    round_trips_ = 0;
    spent_ = {};
}

}  // namespace ssr::cache
