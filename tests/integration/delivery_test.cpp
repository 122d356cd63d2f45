#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "base/text.h"
#include "domain/jobs/runner.h"
#include "domain/messages/delivery.h"
#include "support/carriers.h"
#include "support/database.h"

using namespace ssr;
using namespace std::chrono_literals;

namespace {

std::string const kKey(64, 'k');

struct Sent {
    std::string status, why, body;
};

/// An office with a mail server and a carrier of texts; the worker has its own rights only.
struct Post {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    db::Session all{{test::clone()}};
    db::Session own{{test::clone_as("ssr_worker")}};
    messages::Outbox outbox{all, clock, kKey};
    test::TextCarrier texts;

    Post() { all.run_script("DELETE FROM jobs; DELETE FROM job_schedules; DELETE FROM outbox_messages"); }

    messages::Carriers carriers(std::string const& smtp_url, std::string const& authorities) const {
        return {{outbound::SmtpServer::parse(smtp_url).value(), *EmailAddress::parse("office@ssr.example.in"),
                 authorities},
                {texts.url(), "msg91-key", "template-1"},
                {kKey}};
    }
    messages::Carriers texts_only() const { return carriers("smtp://localhost:1", ""); }

    int run(messages::Carriers const& carriers, messages::ReadBlob const& read_blob = {}) {
        messages::Delivery delivery{own, clock, carriers, read_blob};
        jobs::Runner runner{
            own,
            clock,
            {{"message.send", jobs::without_transaction([&](jobs::Job const& job) { delivery.send(job); })}}};
        return runner.run_due();
    }
    Sent of(std::string const& event_key) {
        return all.one(
            "SELECT status, coalesce(last_error, '') AS why, sealed_body FROM outbox_messages WHERE "
            "event_key = :key",
            {{"key", event_key}}, [](db::Row const& row) {
                return Sent{row.text("status"), row.text("why"), row.text("sealed_body")};
            });
    }
    std::string job_of(std::string const& event_key) {
        return all.one("SELECT status FROM jobs WHERE dedupe_key = 'message:' || :key", {{"key", event_key}},
                       [](db::Row const& row) { return row.text("status"); });
    }
    void mail(std::string const& to, std::string const& subject = "Your invoice",
              std::vector<messages::Attachment> attachments = {}) {
        outbox.send({.event_key = "mail:" + to,
                     .kind = "receipt",
                     .channel = Channel::email,
                     .to = to,
                     .subject = subject,
                     .text = "Thank you.\n.\nA line with one dot, before this one.\n",
                     .attachments = std::move(attachments)});
    }
    void text(std::map<std::string, std::string> variables = {{"otp", "012345"}, {"life", "5 minutes"}}) {
        outbox.send({.event_key = "otp:1",
                     .kind = "otp",
                     .channel = Channel::sms,
                     .to = "+919876543210",
                     .text = "012345 is your code",
                     .otp = "012345",
                     .variables = std::move(variables)});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mails, Post)

BOOST_AUTO_TEST_CASE(a_mail_goes_out_over_tls_with_its_subject_text_and_attachment) {
    for (auto const& [scheme, options] : {std::pair{"smtp", "{}"}, {"smtps", R"({"tls":"at_once"})"}}) {
        test::MailServer server{options};
        auto const to = std::string{scheme} + "@example.test";
        mail(to, "₹1,180 received: invoice SSR/26-27/000001",
             {{.file_name = "बिल.pdf", .media_type = "application/pdf", .blob_key = "b1"}});
        BOOST_TEST(run(carriers(server.url(scheme), server.authorities()),
                       [](std::string const& key) { return std::optional{"bytes of " + key}; }) == 1);
        BOOST_TEST(of("mail:" + to).why == "");
        BOOST_REQUIRE(of("mail:" + to).status == "sent");  // nothing would come
        BOOST_TEST(of("mail:" + to).body == "");           // nobody needs it any more

        auto const login = server.next();
        BOOST_TEST(login["login"].text().value() == "ssr@office");
        BOOST_TEST(login["secure"].flag().value());
        auto const got = server.next();
        BOOST_TEST(got["secure"].flag().value());
        BOOST_TEST(got["from"].text().value() == "office@ssr.example.in");
        auto const raw = got["mail"].text().value();
        BOOST_TEST(raw.find("To: <" + to + ">\r\n") != std::string::npos);
        BOOST_TEST(raw.find("Subject: =?UTF-8?B?" + to_base64("₹1,180").substr(0, 8)) != std::string::npos);
        BOOST_TEST(raw.find("\r\n.\r\nA line with one dot") != std::string::npos);
        BOOST_TEST(raw.find(to_base64("bytes of b1")) != std::string::npos);
        BOOST_TEST(raw.find("filename*=UTF-8''%E0%A4") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_server_without_tls_gets_neither_password_nor_mail) {
    test::MailServer server{R"({"tls":"none"})"};
    mail("ravi@example.test");
    run(carriers(server.url(), server.authorities()));
    BOOST_TEST(of("mail:ravi@example.test").status == "queued");
    BOOST_TEST(of("mail:ravi@example.test").why.find("no STARTTLS") != std::string::npos);
    BOOST_TEST(server.rest().empty());
}

BOOST_AUTO_TEST_CASE(a_certificate_of_another_name_or_of_nobody_known_is_refused) {
    test::MailServer other{R"({"name":"mail.example.test"})"};
    test::MailServer unknown;
    mail("ravi@example.test");
    run(carriers(other.url(), other.authorities()));
    BOOST_TEST(of("mail:ravi@example.test").status == "queued");
    clock.advance(1h);
    run(carriers(unknown.url(), ""));
    BOOST_TEST(of("mail:ravi@example.test").status == "queued");
    BOOST_TEST(other.rest().empty());
    BOOST_TEST(unknown.rest().empty());
}

BOOST_AUTO_TEST_CASE(a_subject_cannot_add_a_recipient) {
    test::MailServer server;
    mail("ravi@example.test", "Hello\r\nBcc: eve@example.test");
    run(carriers(server.url(), server.authorities()));
    server.next();
    auto const got = server.next();
    BOOST_TEST(got["to"].array()->size() == 1u);
    auto const raw = got["mail"].text().value();
    BOOST_TEST(raw.find("\r\nSubject: Hello Bcc: eve@example.test\r\n") != std::string::npos);
    BOOST_TEST(raw.find("\nBcc:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_subject_that_is_no_text_ends_the_mail) {
    test::MailServer server;
    mail("ravi@example.test", std::string{"Hello\0", 6});
    run(carriers(server.url(), server.authorities()));
    BOOST_TEST(of("mail:ravi@example.test").status == "failed");
    BOOST_TEST(server.rest().empty());
}

BOOST_AUTO_TEST_CASE(what_is_refused_for_now_is_tried_again_and_fails_when_the_tries_are_over) {
    test::MailServer server;
    auto const to_them = carriers(server.url(), server.authorities());
    mail("later@example.test");
    for (int attempt = 1; attempt < 10; ++attempt, clock.advance(2h)) {
        BOOST_TEST(run(to_them) == 1);
        BOOST_TEST(of("mail:later@example.test").status == "queued");
        BOOST_TEST(run(to_them) == 0);  // not before its time
    }
    BOOST_TEST(run(to_them) == 1);
    auto const end = of("mail:later@example.test");
    BOOST_TEST(end.status == "failed");
    BOOST_TEST(end.why.find("Greylisted") != std::string::npos);
    BOOST_TEST(end.why.find("later@") ==
               std::string::npos);  // whom it was for stands in its row, not in the reason
    BOOST_TEST(end.why.find("987654") == std::string::npos);
    BOOST_TEST(job_of("mail:later@example.test") == "done");
}

BOOST_AUTO_TEST_CASE(what_is_refused_for_good_fails_at_once) {
    test::MailServer server;
    mail("never@example.test");
    BOOST_TEST(run(carriers(server.url(), server.authorities())) == 1);
    BOOST_TEST(of("mail:never@example.test").status == "failed");
    BOOST_TEST(of("mail:never@example.test").why.find("No such mailbox") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_is_not_the_mails_fault) {
    test::MailServer server;
    mail("ravi@example.test");
    run(carriers(server.url("smtp", "wrong"), server.authorities()));
    BOOST_TEST(of("mail:ravi@example.test").status == "queued");
    clock.advance(1h);
    run(carriers(server.url(), server.authorities()));
    BOOST_TEST(of("mail:ravi@example.test").status == "sent");
}

BOOST_AUTO_TEST_CASE(a_mail_that_may_have_been_taken_is_not_sent_again) {
    test::MailServer server;
    auto const to_them = carriers(server.url(), server.authorities());
    mail("half@example.test");
    BOOST_TEST(run(to_them) == 1);
    BOOST_TEST(of("mail:half@example.test").status == "failed");
    BOOST_TEST(of("mail:half@example.test").why.find("no answer after the last byte") != std::string::npos);
    clock.advance(24h);
    BOOST_TEST(run(to_them) == 0);
}

BOOST_AUTO_TEST_CASE(a_worker_that_ended_half_way_leaves_a_failed_message_and_no_second_one) {
    test::MailServer server;
    mail("ravi@example.test");
    all.run_script("UPDATE outbox_messages SET status = 'sending', attempts = 1");  // and then it died
    run(carriers(server.url(), server.authorities()));
    BOOST_TEST(of("mail:ravi@example.test").status == "failed");
    BOOST_TEST(of("mail:ravi@example.test").why.find("not known") != std::string::npos);
    BOOST_TEST(server.rest().empty());
}

BOOST_AUTO_TEST_CASE(an_attachment_that_is_gone_ends_the_mail) {
    test::MailServer server;
    mail("ravi@example.test", "Your invoice",
         {{.file_name = "a.pdf", .media_type = "application/pdf", .blob_key = "b1"}});
    run(carriers(server.url(), server.authorities()), [](std::string const&) { return std::nullopt; });
    BOOST_TEST(of("mail:ravi@example.test").status == "failed");
    BOOST_TEST(server.rest().empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(texts_to_phones, Post)

BOOST_AUTO_TEST_CASE(a_text_goes_out_as_the_places_of_its_template) {
    text();
    BOOST_TEST(run(texts_only()) == 1);
    BOOST_TEST(of("otp:1").status == "sent");
    BOOST_REQUIRE(texts.asked().size() == 1u);
    BOOST_TEST(texts.asked()[0].path == "/api/v5/flow");
    BOOST_TEST(texts.asked()[0].key == "msg91-key");
    auto const body = Json::parse(texts.asked()[0].body).value();
    BOOST_TEST(body["template_id"].text().value() == "template-1");
    auto const& recipient = body["recipients"].array()->at(0);
    BOOST_TEST(recipient["mobiles"].text().value() == "919876543210");
    BOOST_TEST(recipient["otp"].text().value() == "012345");
    BOOST_TEST(recipient["life"].text().value() == "5 minutes");
}

BOOST_AUTO_TEST_CASE(a_text_is_sent_once_however_often_its_event_is_told) {
    text();
    text();
    run(texts_only());
    all.run_script("UPDATE jobs SET status = 'queued'");  // a done mark that was lost
    run(texts_only());
    BOOST_TEST(texts.asked().size() == 1u);
    BOOST_TEST(of("otp:1").status == "sent");
}

BOOST_AUTO_TEST_CASE(an_error_that_comes_with_200_is_an_error) {
    texts.answer_with(200, R"({"type":"error","message":"Authkey 1234567890 is not valid"})");
    text();
    run(texts_only());
    BOOST_TEST(of("otp:1").status == "failed");
    BOOST_TEST(of("otp:1").why == "sms: refused: 200 Authkey ########## is not valid");
}

BOOST_AUTO_TEST_CASE(a_carrier_that_is_busy_or_away_is_asked_again) {
    texts.answer_with(503, "");
    text();
    run(texts_only());
    BOOST_TEST(of("otp:1").status == "queued");
    clock.advance(2s);
    auto away = texts_only();
    away.sms.api_url = "http://127.0.0.1:1";
    run(away);
    BOOST_TEST(of("otp:1").status == "queued");
    clock.advance(4s);
    texts.answer_with(200, R"({"type":"success"})");
    run(texts_only());
    BOOST_TEST(of("otp:1").status == "sent");
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_none_leaves_it_open_and_nothing_is_sent_twice) {
    texts.answer_with(200, "<html>Welcome to the hotel</html>");
    text();
    run(texts_only());
    BOOST_TEST(of("otp:1").status == "failed");
    clock.advance(24h);
    BOOST_TEST(run(texts_only()) == 0);
    BOOST_TEST(texts.asked().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_code_that_has_expired_is_not_sent) {
    text();
    clock.advance(11min);
    run(texts_only());
    BOOST_TEST(of("otp:1").status == "failed");
    BOOST_TEST(texts.asked().empty());
}

BOOST_AUTO_TEST_CASE(a_text_without_a_template_is_not_sent) {
    text({});
    run(texts_only());
    BOOST_TEST(of("otp:1").why == "sms: no approved template for texts of this kind");
    BOOST_TEST(texts.asked().empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(settings_of_carriers)

BOOST_AUTO_TEST_CASE(all_that_is_missing_is_named_at_once) {
    Environment environment{std::map<std::string, std::string>{}};
    messages::Carriers::from(environment);
    std::string all;
    for (auto const& complaint : environment.complaints()) all += complaint + "\n";
    for (auto const* const name :
         {"SMTP_URL", "MSG91_AUTH_KEY", "MSG91_TEMPLATE_ID", "SSR_SECRET_KEY", "SSR_PUBLIC_URL"})
        BOOST_TEST(all.find(std::string{name} + " is missing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_would_travel_in_clear_is_refused) {
    std::map<std::string, std::string> const good{{"SMTP_URL", "smtp://u:p@mail.example.in"},
                                                  {"MSG91_AUTH_KEY", "k"},
                                                  {"MSG91_TEMPLATE_ID", "t"},
                                                  {"SSR_SECRET_KEY", kKey},
                                                  {"SSR_PUBLIC_URL", "https://ssr.example.in"}};
    auto complaints = [&](std::string const& name, std::string const& value) {
        auto changed = good;
        if (!name.empty()) changed[name] = value;
        Environment environment{changed};
        auto const carriers = messages::Carriers::from(environment);
        if (name.empty()) BOOST_TEST(carriers.mail.from.text() == "no-reply@ssr.example.in");
        return environment.complaints().size();
    };
    BOOST_TEST(complaints("", "") == 0u);
    BOOST_TEST(complaints("MSG91_API_URL", "http://carrier.example.in") == 1u);
    BOOST_TEST(complaints("SMTP_URL", "http://mail.example.in") == 1u);
    BOOST_TEST(complaints("SMTP_URL", "mail.example.in") == 1u);
    BOOST_TEST(complaints("SSR_MAIL_FROM", "nobody") == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
