#include "outbound/mime.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "outbound/carrier.h"
#include "outbound/mail.h"

using namespace ssr;
using namespace ssr::outbound;

namespace {

Mail mail(std::string_view subject, std::string text = "Hello\n") {
    return {"0190-id",
            *parse_instant("2027-03-31T18:29:59Z"),
            *EmailAddress::parse("ravi@example.test"),
            *Subject::parse(subject),
            std::move(text),
            {}};
}
std::string written(Mail const& mail) { return mime(mail, *EmailAddress::parse("office@ssr.example.in")); }
std::string header(std::string const& all, std::string const& name) {
    auto const at = all.find(name + ": ") + name.size() + 2;
    auto end = all.find("\r\n", at);
    while (all[end + 2] == ' ') end = all.find("\r\n", end + 2);
    return all.substr(at, end - at);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mail_as_it_travels)

BOOST_AUTO_TEST_CASE(a_plain_mail_stays_readable) {
    auto const all = written(mail("Your invoice", "One\nTwo\r\nThree"));
    BOOST_TEST(header(all, "From") == "SSR Estimation <office@ssr.example.in>");
    BOOST_TEST(header(all, "Subject") == "Your invoice");
    BOOST_TEST(header(all, "Date") == "Wed, 31 Mar 2027 18:29:59 +0000");
    BOOST_TEST(header(all, "Message-ID") == "<0190-id@ssr.example.in>");
    BOOST_TEST(all.ends_with("\r\n\r\nOne\r\nTwo\r\nThree\r\n"));
}

BOOST_AUTO_TEST_CASE(a_subject_in_another_script_breaks_between_characters) {
    std::string telugu;
    for (int i = 0; i < 40; ++i) telugu += "అ";
    auto const subject = header(written(mail(telugu)), "Subject");
    std::string decoded;
    for (auto line : split(subject, '\n')) {
        line = trimmed(line);
        BOOST_TEST(line.size() <= 75u);
        BOOST_TEST(line.starts_with("=?UTF-8?B?"));
        // Three bytes a character and a whole number of them a word: its base64 needs no filling.
        BOOST_TEST(line.find('=', 10) == line.size() - 1);
    }
}

BOOST_AUTO_TEST_CASE(a_subject_that_only_looks_encoded_is_encoded) {
    BOOST_TEST(header(written(mail("=?UTF-8?B?WA==?=")), "Subject") != "=?UTF-8?B?WA==?=");
}

BOOST_AUTO_TEST_CASE(no_line_end_gets_into_a_subject_or_a_file_name) {
    BOOST_TEST(Subject::parse("a\r\nBcc: eve@example.test")->text() == "a Bcc: eve@example.test");
    BOOST_TEST(FileName::parse("a\rb\nc")->text() == "a b c");
    BOOST_TEST(!Subject::parse(std::string_view{"a\0b", 3}).has_value());
}

BOOST_AUTO_TEST_CASE(text_in_another_script_travels_as_base64) {
    auto const all = written(mail("Hello", "₹ 5"));
    BOOST_TEST(all.find("Content-Transfer-Encoding: base64\r\n\r\n" + to_base64("₹ 5\r\n")) !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_attachments_type_cannot_add_a_header) {
    auto with = mail("Hello");
    with.attachments.push_back({*FileName::parse("a.pdf"), "application/pdf\r\nX: y", "bytes"});
    auto const all = written(with);
    BOOST_TEST(all.find("X: y") == std::string::npos);
    BOOST_TEST(all.find("Content-Type: application/octet-stream\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_address_of_a_server_is_read_with_what_its_password_needs) {
    auto const server = SmtpServer::parse("smtp://ssr%40office:p%3Aw%40@mail.example.in");
    BOOST_REQUIRE(server.has_value());
    BOOST_TEST(server->host == "mail.example.in");
    BOOST_TEST(server->port == 587);
    BOOST_TEST(server->user == "ssr@office");
    BOOST_TEST(server->password == "p:w@");
    BOOST_TEST(!server->is_tls_at_once);
    BOOST_TEST(SmtpServer::parse("smtps://mail.example.in")->port == 465);
    BOOST_TEST(SmtpServer::parse("smtps://mail.example.in")->is_tls_at_once);
    for (auto const* const bad :
         {"", "mail.example.in", "http://mail.example.in", "smtp://", "smtp://host:port"})
        BOOST_TEST(!SmtpServer::parse(bad).has_value());
}

BOOST_AUTO_TEST_CASE(what_a_carrier_said_is_fit_for_staff) {
    BOOST_TEST(fit_for_staff("451 try later\r\nravi@example.test") == "451 try later …");
    BOOST_TEST(fit_for_staff("code 012345 to 919876543210") == "code ###### to ############");
    BOOST_TEST(fit_for_staff(std::string(5000, 'x')).size() <= 200u);
}

BOOST_AUTO_TEST_SUITE_END()
