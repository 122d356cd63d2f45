#include "sheet/xml.h"

#include <expat.h>

#include <exception>
#include <memory>

namespace ssr::sheet {

namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kLongestPiece = 1 << 20;

std::string_view local(std::string_view name) {
    auto const colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

/// What expat's callbacks need.
struct Reading {
    XML_Parser parser;
    XmlVisitor& visitor;
    int depth = 0;
    std::size_t silent = 0;  // bytes given since anything was heard
    std::string refused;
    std::exception_ptr thrown;

    void refuse(std::string why) {
        if (refused.empty()) refused = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }
    // An exception must not pass through the parser's C: it waits until the parser has returned.
    template <class Tell>
    void tell(Tell tell) {
        silent = 0;
        if (thrown) return;
        try {
            tell();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
        if (!visitor.stopped().empty()) refuse(visitor.stopped());
    }
};

void on_begin(void* user, char const* name, char const** attributes) {
    auto& reading = *static_cast<Reading*>(user);
    if (++reading.depth > kDeepest) return reading.refuse("The file is damaged: its elements lie too deep.");
    reading.tell([&] { reading.visitor.begin(local(name), XmlAttributes{attributes}); });
}

void on_end(void* user, char const* name) {
    auto& reading = *static_cast<Reading*>(user);
    --reading.depth;
    reading.tell([&] { reading.visitor.end(local(name)); });
}

void on_text(void* user, char const* text, int length) {
    auto& reading = *static_cast<Reading*>(user);
    reading.tell([&] { reading.visitor.text({text, static_cast<std::size_t>(length)}); });
}

void on_doctype(void* user, char const*, char const*, char const*, int) {
    static_cast<Reading*>(user)->refuse("The file holds a document type, as no workbook does.");
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (auto const* pair = pairs_; *pair; pair += 2)
        if (local(pair[0]) == name) return pair[1];
    return {};
}

Result<Done, std::string> read_xml(Archive& archive, std::string const& part, XmlVisitor& visitor) {
    using Parser = std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)>;
    Parser const parser{XML_ParserCreate(nullptr), XML_ParserFree};
    Reading reading{parser.get(), visitor};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);

    auto const damaged = [&] {
        return reading.refused.empty() ? "The file is damaged: its part " + part + " cannot be read."
                                       : reading.refused;
    };
    bool is_well = true;
    auto const unpacked = archive.read(part, [&](std::string_view piece) {
        reading.silent += piece.size();
        is_well = reading.silent <= kLongestPiece &&
                  XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), 0) == XML_STATUS_OK;
        return is_well;
    });
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (!unpacked) return unpacked;
    is_well = is_well && XML_Parse(parser.get(), "", 0, 1) == XML_STATUS_OK;
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (!is_well) return Err{damaged()};
    return Done{};
}

}  // namespace ssr::sheet
