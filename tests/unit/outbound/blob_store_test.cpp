#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "base/fault.h"
#include "base/secure.h"
#include "outbound/blob_store.h"

using namespace ssr;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path const path = fs::temp_directory_path() / ("ssr-blobs-" + random_hex(8));
    outbound::BlobStore store{path.string()};

    Folder() { fs::create_directory(path); }
    ~Folder() { fs::remove_all(path); }
    int files() const {
        auto const all = fs::recursive_directory_iterator{path};
        return int(
            std::count_if(begin(all), end(all), [](auto const& entry) { return entry.is_regular_file(); }));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(blob_store, Folder)

BOOST_AUTO_TEST_CASE(bytes_come_back_as_they_went_in) {
    std::string const bytes{"%PDF\0\xff\n", 7};
    auto const sha256 = store.put(bytes);
    BOOST_TEST(sha256 == sha256_hex(bytes));
    BOOST_TEST((store.read(sha256) == bytes));
    BOOST_TEST(fs::exists(path / outbound::BlobStore::key_of(sha256)));
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_one_file_and_nothing_half_written_stays) {
    store.put("one");
    store.put("one");
    BOOST_TEST(files() == 1);
    store.put("two");
    BOOST_TEST(files() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_or_was_altered_is_a_fault) {
    BOOST_CHECK_THROW(store.read(sha256_hex("nothing")), Fault);
    auto const sha256 = store.put("as it was");
    std::ofstream{path / outbound::BlobStore::key_of(sha256)} << "altered";
    BOOST_CHECK_THROW(store.read(sha256), Fault);
}

BOOST_AUTO_TEST_CASE(what_is_removed_is_gone_and_nothing_else_is) {
    auto const gone = store.put("gone"), kept = store.put("kept");
    store.remove(gone);
    store.remove(gone);
    BOOST_TEST(!store.path_of(gone).has_value());
    BOOST_TEST((store.read(kept) == "kept"));
    BOOST_TEST(fs::exists(store.path_of(kept).value()));
}

BOOST_AUTO_TEST_SUITE_END()
