#include "support/carriers.h"

#include <stdexcept>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Pipe.h>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <Poco/StreamCopier.h>

namespace ssr::test {

namespace {

namespace net = Poco::Net;

class Handler : public net::HTTPRequestHandler {
public:
    explicit Handler(TextCarrier& carrier) : carrier_{carrier} {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        std::string body;
        Poco::StreamCopier::copyToString(request.stream(), body);
        auto const [status, text] = carrier_.take({request.getURI(), request.get("authkey", ""), body});
        response.setStatus(net::HTTPResponse::HTTPStatus(status));
        response.setContentType("application/json");
        response.setContentLength(std::streamsize(text.size()));
        response.send() << text;
    }

private:
    TextCarrier& carrier_;
};

class Factory : public net::HTTPRequestHandlerFactory {
public:
    explicit Factory(TextCarrier& carrier) : carrier_{carrier} {}
    net::HTTPRequestHandler* createRequestHandler(net::HTTPServerRequest const&) override {
        return new Handler{carrier_};
    }

private:
    TextCarrier& carrier_;
};

}  // namespace

struct MailServer::Program {
    explicit Program(std::string const& options)
        : handle{Poco::Process::launch("node", {SSR_SOURCE_DIR "/tests/support/smtp_server.mjs", options},
                                       &in, &out, nullptr)},
          said{out} {}
    Poco::Pipe in, out;
    Poco::ProcessHandle handle;
    Poco::PipeInputStream said;
};

MailServer::MailServer(std::string const& options) : program_{std::make_unique<Program>(options)} {
    auto const where = next();
    port_ = int(where["port"].integer().value());
    authorities_ = where["authorities"].text().value();
}

MailServer::~MailServer() { rest(); }

std::string MailServer::url(std::string const& scheme, std::string const& password) const {
    return scheme + "://ssr%40office:" + password + "@localhost:" + std::to_string(port_);
}

Json MailServer::next() {
    std::string line;
    if (!std::getline(program_->said, line)) throw std::runtime_error{"the mail server ended"};
    return Json::parse(line).value();
}

std::vector<Json> MailServer::rest() {
    std::vector<Json> happened;
    if (!program_) return happened;
    program_->in.close();
    std::string line;
    while (std::getline(program_->said, line)) happened.push_back(Json::parse(line).value());
    program_->handle.wait();
    program_.reset();
    return happened;
}

TextCarrier::TextCarrier() {
    net::ServerSocket socket{net::SocketAddress{"127.0.0.1", 0}};
    url_ = "http://127.0.0.1:" + std::to_string(socket.address().port());
    server_ = std::make_unique<net::HTTPServer>(new Factory{*this}, socket, new net::HTTPServerParams);
    server_->start();
}

TextCarrier::~TextCarrier() { server_->stopAll(true); }

void TextCarrier::answer_with(int status, std::string body) {
    std::lock_guard const lock{mutex_};
    answer_ = {status, std::move(body)};
}

std::vector<TextCarrier::Asked> TextCarrier::asked() const {
    std::lock_guard const lock{mutex_};
    return asked_;
}

std::pair<int, std::string> TextCarrier::take(Asked asked) {
    std::lock_guard const lock{mutex_};
    asked_.push_back(std::move(asked));
    return answer_;
}

}  // namespace ssr::test
