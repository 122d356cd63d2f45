#include "outbound/mime.h"

#include <algorithm>
#include <array>

#include "base/secure.h"
#include "base/text.h"

namespace ssr::outbound {

namespace {

constexpr std::string_view kSender = "SSR Estimation";
constexpr std::size_t kWordBytes =
    42;  // an encoded word has at most 75 characters, and 56 of base64 are 42 bytes
constexpr std::size_t kLine = 76;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

// How many bytes the first character has.
std::size_t first_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    return length;
}

// A header's text: as it is where it is plain, else in encoded words that break between characters only.
// (Poco breaks inside them, and some mail programs then show garbage.)
std::string header_text(std::string_view text) {
    if (is_ascii(text) && text.find("=?") == std::string_view::npos) return std::string{text};
    std::string out;
    while (!text.empty()) {
        std::size_t taken = 0;
        while (taken < text.size() && taken + first_length(text.substr(taken)) <= kWordBytes)
            taken += first_length(text.substr(taken));
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + to_base64(text.substr(0, taken)) + "?=";
        text.remove_prefix(taken);
    }
    return out;
}

std::string base64_lines(std::string_view bytes) {
    auto const all = to_base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < all.size(); at += kLine) out += all.substr(at, kLine) + "\r\n";
    return out;
}

std::string with_crlf(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        out += text[at] == '\n' || text[at] == '\r' ? std::string{"\r\n"} : std::string{text[at]};
    }
    return out.ends_with("\r\n") ? out : out + "\r\n";
}

bool is_plain(std::string_view text) {
    std::size_t line = 0;
    for (auto const c : text) {
        line = c == '\n' ? 0 : line + 1;
        if (line > kLine * 10 || static_cast<unsigned char>(c) > 126 || c == '\0') return false;
    }
    return true;
}

std::string text_part(std::string const& text) {
    std::string const type = "Content-Type: text/plain; charset=utf-8\r\n";
    if (is_plain(text)) return type + "Content-Transfer-Encoding: 7bit\r\n\r\n" + with_crlf(text);
    return type + "Content-Transfer-Encoding: base64\r\n\r\n" + base64_lines(with_crlf(text));
}

std::string media_type_of(std::string const& wanted) {
    bool const is_known = !wanted.empty() && wanted.find('/') != std::string::npos &&
                          std::all_of(wanted.begin(), wanted.end(), [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                                     std::string_view{"+.-/"}.find(c) != std::string_view::npos;
                          });
    return is_known ? wanted : "application/octet-stream";
}

std::string attachment_part(MailAttachment const& attachment) {
    // The name by RFC 2231, which needs no quotes and takes every letter.
    return "Content-Type: " + media_type_of(attachment.media_type) +
           "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename*=UTF-8''" +
           url_encoded(attachment.file_name.text()) + "\r\n\r\n" + base64_lines(attachment.bytes);
}

std::string body_of(Mail const& mail) {
    if (mail.attachments.empty()) return text_part(mail.text);
    auto const boundary = "part-" + random_hex(16);
    auto out = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n" +
               text_part(mail.text);
    for (auto const& attachment : mail.attachments)
        out += "--" + boundary + "\r\n" + attachment_part(attachment);
    return out + "--" + boundary + "--\r\n";
}

// "Thu, 31 Mar 2027 18:29:59 +0000"
std::string date_of(Instant at) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const date{day};
    auto const iso = to_iso(at);  // 2027-03-31T18:29:59Z
    return std::string{kDays.at(std::chrono::weekday{day}.c_encoding())} + ", " + iso.substr(8, 2) + " " +
           kMonths.at(unsigned(date.month()) - 1) + " " + iso.substr(0, 4) + " " + iso.substr(11, 8) +
           " +0000";
}

}  // namespace

std::string mime(Mail const& mail, EmailAddress const& from) {
    auto const host = from.text().substr(from.text().find('@') + 1);
    return "From: " + std::string{kSender} + " <" + from.text() + ">\r\nTo: <" + mail.to.text() +
           ">\r\nSubject: " + header_text(mail.subject.text()) + "\r\nDate: " + date_of(mail.at) +
           "\r\nMessage-ID: <" + mail.id + "@" + host +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n" + body_of(mail);
}

}  // namespace ssr::outbound
