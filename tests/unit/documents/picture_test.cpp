#include "documents/picture.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "documents/exif.h"

using namespace ssr;
using documents::orientation_of, documents::square_picture;

namespace {

// Four pixels by two, red and blue, with a comment that says "canary".
std::string const kPng = from_hex(
    "89504e470d0a1a0a0000000d4948445200000004000000020802000000f0caea340000000e74455874436f6d6d656e740063616e"
    "61727905c45cad"
    "000000134944415478da63f8cfc0004460e23f0332070067b207f9f79256820000000049454e44ae426082");

/// A JPEG of ours with an EXIF segment that asks for that orientation, little end first or last.
std::string turned(std::string const& jpeg, char orientation, bool is_little) {
    auto const number = [&](int value, int width) {
        std::string bytes;
        for (int i = 0; i < width; ++i) bytes += char(value >> 8 * (is_little ? i : width - 1 - i));
        return bytes;
    };
    auto const tiff = (is_little ? "II" : "MM") + number(42, 2) + number(8, 4) + number(1, 2) +
                      number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) +
                      number(0, 2) + number(0, 4);
    auto const segment = std::string{"Exif\0\0", 6} + tiff + "canary";
    return jpeg.substr(0, 2) + "\xff\xe1" + char((segment.size() + 2) >> 8) + char(segment.size() + 2) +
           segment + jpeg.substr(2);
}

bool is_jpeg(std::optional<std::string> const& bytes) { return bytes && bytes->starts_with("\xff\xd8\xff"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(pictures)

BOOST_AUTO_TEST_CASE(a_picture_becomes_a_square_of_pixels_alone) {
    BOOST_REQUIRE(kPng.find("canary") != std::string::npos);
    auto const square = square_picture(kPng, 64);
    BOOST_TEST(is_jpeg(square));
    BOOST_TEST(square->find("canary") == std::string::npos);
    auto const again = square_picture(turned(*square, 6, true), 32);
    BOOST_TEST(is_jpeg(again));
    BOOST_TEST(again->find("canary") == std::string::npos);
    BOOST_TEST(again->find("Exif") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_refused_whatever_it_calls_itself) {
    for (auto const* text :
         {"", "GIF89a", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "\xff\xd8\xff", "\x89PNG\r\n\x1a\n"})
        BOOST_TEST(!square_picture(text, 64));
    BOOST_TEST(!square_picture(kPng.substr(0, kPng.size() / 2), 64), "half a picture");
}

BOOST_AUTO_TEST_CASE(a_picture_is_judged_by_its_head_before_its_pixels_are_read) {
    auto huge = kPng;
    huge.replace(16, 8, from_hex("0000ffff0000ffff"));
    BOOST_TEST(!square_picture(huge, 64));
    BOOST_TEST(!square_picture(std::string(documents::kLargestPicture + 1, 'x'), 64));
}

BOOST_AUTO_TEST_CASE(a_photo_says_how_it_was_held) {
    auto const jpeg = *square_picture(kPng, 16);
    BOOST_TEST(orientation_of(jpeg) == 1);
    for (char orientation = 1; orientation <= 8; ++orientation)
        for (bool const is_little : {true, false})
            BOOST_TEST(orientation_of(turned(jpeg, orientation, is_little)) == orientation);
}

BOOST_AUTO_TEST_CASE(nonsense_about_how_it_was_held_is_upright) {
    auto const jpeg = *square_picture(kPng, 16);
    BOOST_TEST(orientation_of(turned(jpeg, 9, true)) == 1);
    auto const whole = turned(jpeg, 6, true);
    for (std::size_t length = 0; length < 60; ++length) {
        auto const orientation = orientation_of(whole.substr(0, length));
        BOOST_TEST((orientation == 1 || orientation == 6));
    }
}

BOOST_AUTO_TEST_SUITE_END()
