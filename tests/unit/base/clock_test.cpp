#include <boost/test/unit_test.hpp>

#include <unistd.h>
#include <cstdlib>

#include "base/clock.h"

using namespace ssr;

namespace {

struct ShiftFile {
    std::string path = "/tmp/ssr-clock-XXXXXX";
    ShiftFile() {
        int const fd = ::mkstemp(path.data());
        BOOST_REQUIRE(fd >= 0 && ::ftruncate(fd, 8) == 0);
        ::close(fd);
    }
    ~ShiftFile() { ::unlink(path.c_str()); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(clocks)

BOOST_AUTO_TEST_CASE(a_shift_is_seen_by_every_clock_that_maps_the_file) {
    ShiftFile file;
    SystemClock mover{file.path}, watcher{file.path};
    auto const target = *parse_instant("2027-03-31T18:29:59Z");
    mover.shift_to(target);
    BOOST_TEST(bool(watcher.now() >= target && watcher.now() < target + std::chrono::seconds{5}));
    mover.reset();
    BOOST_TEST(bool(watcher.now() < *parse_instant("2100-01-01T00:00:00Z")));
}

BOOST_AUTO_TEST_CASE(without_a_shift_file_the_clock_cannot_be_moved) {
    SystemClock clock;
    BOOST_CHECK_THROW(clock.shift_to(clock.now()), std::logic_error);
    BOOST_CHECK_THROW(SystemClock{"/no/such/file"}, std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
