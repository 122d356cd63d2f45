#include "bill/app.h"
#include "guard/serve.h"

int main(int argc, char** argv) {
    using namespace ssr;
    return guard::serve<bill::App, bill::Config>({.name = "bill", .needs_schema = 25}, bill::routes(),
                                                 {argv + 1, argv + argc});
}
