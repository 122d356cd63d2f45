#define BOOST_TEST_MODULE ssr
#include <boost/test/unit_test.hpp>
