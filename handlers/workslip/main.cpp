#include "guard/serve.h"
#include "workslip/app.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<workslip::App, workslip::Config>({.name = "workslip", .needs_schema = 25},
                                                         workslip::routes(), {argv + 1, argv + argc});
}
