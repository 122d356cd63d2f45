#include "documents/zip_writer.h"

#include <zip.h>

#include <list>

#include "base/fault.h"

namespace ssr::documents {

struct ZipWriter::Open {
    zip_t* archive = nullptr;
    std::list<std::string> held;  // bytes that the library reads at the end, so they must not move
};

namespace {

[[noreturn]] void fail(std::string const& why) { throw Fault{"zip: " + why, false}; }

void add(zip_t* archive, std::string const& name, zip_source_t* source) {
    if (!source) fail(zip_strerror(archive));
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0) return;
    zip_source_free(source);
    fail(zip_strerror(archive));
}

}  // namespace

ZipWriter::ZipWriter(std::string const& path) : open_{std::make_unique<Open>()} {
    int fault = 0;
    open_->archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault);
    if (!open_->archive) fail("cannot be made, fault " + std::to_string(fault));
}

ZipWriter::~ZipWriter() {
    if (open_->archive) zip_discard(open_->archive);
}

void ZipWriter::add_bytes(std::string const& name, std::string bytes) {
    auto const& held = open_->held.emplace_back(std::move(bytes));
    add(open_->archive, name, zip_source_buffer(open_->archive, held.data(), held.size(), 0));
}

void ZipWriter::add_file(std::string const& name, std::string const& path) {
    add(open_->archive, name, zip_source_file(open_->archive, path.c_str(), 0, -1));
}

void ZipWriter::close() {
    if (zip_close(open_->archive) != 0) fail(zip_strerror(open_->archive));
    open_->archive = nullptr;
    open_->held.clear();
}

}  // namespace ssr::documents
