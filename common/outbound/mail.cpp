#include "outbound/mail.h"

#include <sstream>

#include <Poco/Net/Context.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/URI.h>

namespace ssr::outbound {

namespace {

namespace net = Poco::Net;
using Why = NotSent::Why;

Poco::Timespan const kToConnect{5, 0};
Poco::Timespan const kToAnswer{10, 0};
constexpr int kRefusal = 400, kPermanent = 500;

net::Context::Ptr tls(MailConfig const& config) {
    // STRICT: the others do not compare the name in the certificate where the server is on this machine.
    net::Context::Ptr context{new net::Context{net::Context::TLS_CLIENT_USE, "", "", config.authorities,
                                               net::Context::VERIFY_STRICT, 9, config.authorities.empty()}};
    context->disableProtocols(net::Context::PROTO_SSLV2 | net::Context::PROTO_SSLV3 |
                              net::Context::PROTO_TLSV1 | net::Context::PROTO_TLSV1_1);
    return context;
}

net::StreamSocket connected(SmtpServer const& server) {
    net::StreamSocket socket;
    socket.connect(net::SocketAddress{server.host, Poco::UInt16(server.port)}, kToConnect);
    socket.setReceiveTimeout(kToAnswer);
    socket.setSendTimeout(kToAnswer);
    return socket;
}

// Poco's session, but with limits of time on the connection and with the name that the certificate must have.
class Conversation : public net::SMTPClientSession {
public:
    Conversation(net::StreamSocket const& socket, MailConfig const& config)
        : SMTPClientSession{socket}, config_{config} {
        setTimeout(kToAnswer);
    }

    void introduce() {
        login(own_name(), offered_);
        if (config_.server.is_tls_at_once) return;
        std::string said;
        // What a server says before TLS may be another's words; a missing offer is never taken for a refusal.
        if (sendCommand("STARTTLS", said) != 220) throw net::SMTPException{"it offers no STARTTLS"};
        socket() = net::SecureStreamSocket::attach(socket(), config_.server.host, tls(config_));
        socket().setReceiveTimeout(kToAnswer);
        login(own_name(), offered_);
    }

    void authenticate() {
        auto const& [host, port, at_once, user, password] = config_.server;
        if (user.empty()) return;
        if (offered_.find("PLAIN") != std::string::npos)
            loginUsingPlain(user, password);
        else if (offered_.find("LOGIN") != std::string::npos)
            loginUsingLogin(user, password);
        else
            throw net::SMTPException{"it offers neither AUTH PLAIN nor AUTH LOGIN"};
    }

private:
    std::string own_name() const { return config_.from.text().substr(config_.from.text().find('@') + 1); }
    MailConfig const& config_;
    std::string offered_;
};

Err<NotSent> not_sent(Why why, std::string const& what, Poco::Exception const& error) {
    return Err{NotSent{why, fit_for_staff("mail: " + what + ": " + error.displayText())}};
}

// The server's own verdict on this mail (RFC 5321: 4yz, try later; 5yz, do not).
Err<NotSent> refused(net::SMTPException const& error) {
    return not_sent(error.code() >= kPermanent ? Why::permanent : Why::temporary, "refused", error);
}

}  // namespace

std::optional<SmtpServer> SmtpServer::parse(std::string_view url) {
    try {
        Poco::URI const uri{std::string{url}};
        bool const is_tls_at_once = uri.getScheme() == "smtps";
        if ((!is_tls_at_once && uri.getScheme() != "smtp") || uri.getHost().empty()) return std::nullopt;
        auto const login = uri.getUserInfo();  // still encoded
        auto const at = login.find(':');
        SmtpServer server{
            .host = uri.getHost(),
            .port = uri.getSpecifiedPort(),  // getPort() would give 25, which takes no clients' mail
            .is_tls_at_once = is_tls_at_once};
        if (server.port == 0) server.port = is_tls_at_once ? 465 : 587;
        Poco::URI::decode(login.substr(0, at), server.user);
        if (at != std::string::npos) Poco::URI::decode(login.substr(at + 1), server.password);
        return server;
    } catch (Poco::Exception const&) {
        return std::nullopt;
    }
}

Result<Done, NotSent> send(Mail const& mail, MailConfig const& config) {
    std::optional<Conversation> talk;
    try {
        auto socket = connected(config.server);
        if (config.server.is_tls_at_once)
            socket = net::SecureStreamSocket::attach(socket, config.server.host, tls(config));
        talk.emplace(socket, config);
        talk->introduce();
        talk->authenticate();
    } catch (Poco::Exception const& error) {
        // Nothing of this mail was seen, and staff can mend it: a wrong password is not the mail's fault.
        return not_sent(Why::temporary, "no session", error);
    }
    try {
        talk->sendAddresses(config.from.text(), {mail.to.text()});  // it adds the brackets
        talk->sendData();
    } catch (net::SMTPException const& error) {
        return refused(error);
    } catch (Poco::Exception const& error) {
        return not_sent(Why::temporary, "the connection broke", error);
    }
    try {
        std::istringstream bytes{mime(mail, config.from)};
        talk->sendMessage(bytes);
    } catch (Poco::Exception const& error) {
        // Poco tells of a connection that ended as of a refusal, but without a reply's number.
        auto const* const reply = dynamic_cast<net::SMTPException const*>(&error);
        if (reply && reply->code() >= kRefusal) return refused(*reply);
        return not_sent(Why::unknown, "no answer after the last byte", error);
    }
    try {
        talk->close();
    } catch (Poco::Exception const&) {
        // The mail is theirs; a farewell that fails changes nothing.
    }
    return Done{};
}

}  // namespace ssr::outbound
