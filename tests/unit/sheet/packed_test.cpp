#include "packed.h"

#include <zip.h>

#include <boost/test/unit_test.hpp>

#include "sheet/xlsx_reader.h"

namespace ssr::test {

std::string packed(Parts const& parts, std::string const& password) {
    auto* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    auto* const zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    zip_source_keep(source);
    for (auto const& [name, content] : parts) {
        auto* const part = zip_source_buffer(zip, content.data(), content.size(), 0);
        auto const index = zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
        if (!password.empty()) zip_file_set_encryption(zip, index, ZIP_EM_AES_256, password.c_str());
    }
    BOOST_REQUIRE_EQUAL(zip_close(zip), 0);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

Parts workbook_parts(std::string const& rows, std::string const& strings, std::string const& styles) {
    std::string const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    auto const relation = [&](std::string const& id, std::string const& type, std::string const& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
    };
    Parts parts{{"[Content_Types].xml",
                 "<Types xmlns=\"x\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                 "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
                {"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") +
                                    "</Relationships>"},
                {"xl/workbook.xml",
                 "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" "
                 "r:id=\"r1\"/></sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels",
                 "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
                     (strings.empty() ? "" : relation("r2", "sharedStrings", "sharedStrings.xml")) +
                     (styles.empty() ? "" : relation("r3", "styles", "styles.xml")) + "</Relationships>"},
                {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
    if (!strings.empty()) parts.emplace_back("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
    if (!styles.empty()) parts.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    return parts;
}

std::string workbook_of(std::string const& rows, std::string const& strings, std::string const& styles) {
    return packed(workbook_parts(rows, strings, styles));
}

sheet::Workbook read(std::string const& bytes) {
    auto reader = sheet::XlsxReader::open_bytes(bytes);
    BOOST_REQUIRE_MESSAGE(bool(reader), (reader ? "" : reader.error().message));
    auto book = sheet::read_workbook(std::move(*reader));
    BOOST_REQUIRE_MESSAGE(bool(book), (book ? "" : book.error().front().message));
    return *book;
}

std::string refusal(std::string const& bytes) {
    auto reader = sheet::XlsxReader::open_bytes(bytes);
    if (!reader) return reader.error().message;
    auto const book = sheet::read_workbook(std::move(*reader));
    if (book) return "";
    std::string all;
    for (auto const& each : book.error())
        all += (all.empty() ? "" : "\n") + (each.cell.empty() ? "" : each.cell + ": ") + each.message;
    return all;
}

}  // namespace ssr::test
