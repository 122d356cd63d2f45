#include <boost/test/unit_test.hpp>

// Boost.Test's own main() hangs on a macro before its header, which the precompiled one has read already.
int main(int argc, char** argv) {
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
