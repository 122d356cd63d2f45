#include "estimate/views/chain.h"

namespace ssr::estimate {

namespace {

using State = view::Paper::State;

std::vector<view::Paper> papers(std::string const& letter, std::string const& kind, int count) {
    std::vector<view::Paper> group;
    for (int number = 1; number <= count; ++number)
        group.push_back(
            {.label = letter + std::to_string(number), .name = kind + " " + std::to_string(number)});
    return group;
}

}  // namespace

view::Chain chain_of(std::optional<PublicEstimateId> const& estimate, int workslips, int bills,
                     bool is_here) {
    view::Chain chain;
    if (estimate)
        chain.groups.push_back({{.label = "E",
                                 .name = "estimate",
                                 .href = is_here ? std::string{} : urls::editor(*estimate),
                                 .state = is_here ? State::open : State::done}});
    if (workslips > 0) chain.groups.push_back(papers("W", "workslip", workslips));
    if (bills > 0) chain.groups.push_back(papers("B", "bill", bills));
    return chain;
}

}  // namespace ssr::estimate
