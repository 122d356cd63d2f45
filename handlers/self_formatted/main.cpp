#include "guard/serve.h"
#include "self_formatted/app.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<self_formatted::App, self_formatted::Config>(
        {.name = "self_formatted", .needs_schema = 25}, self_formatted::routes(), {argv + 1, argv + argc});
}
