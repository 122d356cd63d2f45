#include "view/figure_pieces.h"

#include "shared/chain.tpl.h"
#include "shared/job.tpl.h"
#include "shared/module_card.tpl.h"
#include "shared/stat_tiles.tpl.h"
#include "shared/steps.tpl.h"
#include "shared/time_line.tpl.h"
#include "shared/totals.tpl.h"
#include "view/include.h"

namespace ssr::view {
namespace {

// How a module's state looks and is said.
struct StateLook {
    char const* name;
    Pill pill;
};

StateLook look_of(ModuleCard::State state) {
    using enum ModuleCard::State;
    switch (state) {
        case active: return {"active", {"Active", Tone::ok, "check-circle-fill"}};
        case trial: return {"trial", {"Trial", Tone::warn, "hourglass-split"}};
        case expired: return {"expired", {"Expired", Tone::bad, "exclamation-circle-fill"}};
        case locked: return {"locked", {"Not subscribed", Tone::plain, "lock-fill"}};
        case disabled: return {"disabled", {"Not available", Tone::plain, "pause-circle"}};
        case offer: return {"offer", {}};
    }
    return {"locked", {}};
}

void fill_meter(Dictionary& out, ModuleCard const& card) {
    if (card.meter.empty()) return;
    auto& meter = section(out, kmc_METER);
    meter.SetValue(kmc_LABEL, card.meter);
    meter.SetValue(kmc_END, card.meter_end);
    if (card.limit <= 0) return;
    auto& bar = section(meter, kmc_BAR);
    bar.SetIntValue(kmc_LIMIT, card.limit);
    bar.SetIntValue(kmc_USED, card.used);
    show_if(card.state == ModuleCard::State::trial || card.used * 10 >= card.limit * 9, bar, kmc_WARNS);
}

void fill_foot(Dictionary& out, ModuleCard const& card) {
    if (card.foot_href.empty()) {
        show(out, kmc_FOOT, kmc_TEXT, card.foot);
    } else {
        auto& link = section(out, kmc_FOOT_LINK);
        link.SetValue(kmc_TEXT, card.foot);
        link.SetValue(kmc_HREF, card.foot_href);
    }
    if (auto action = card.action) {
        action->is_small = true;
        add(out, kmc_ACTION, *action);
    }
    if (auto post = card.post) {
        post->button.is_small = true;
        add(out, kmc_ACTION, *post);
    }
}

std::vector<Paper> numbered(std::string const& letter, std::string const& kind, int count) {
    std::vector<Paper> group;
    for (int number = 1; number <= count; ++number)
        group.push_back(
            {.label = letter + std::to_string(number), .name = kind + " " + std::to_string(number)});
    return group;
}

char const* name_of(TotalRow::Kind kind) {
    using enum TotalRow::Kind;
    switch (kind) {
        case plain: return "";
        case sum: return "is-sum";
        case balance: return "is-balance";
        case negative_balance: return "is-balance is-neg";
        case grand: return "is-grand";
    }
    return "";
}

char const* name_of(Paper::State state) {
    using enum Paper::State;
    switch (state) {
        case done: return "done";
        case open: return "now";
        case next: return "next";
    }
    return "done";
}

char const* name_of(TimelineEntry::State state) {
    using enum TimelineEntry::State;
    switch (state) {
        case done: return "done";
        case now: return "now";
        case bad: return "bad";
        case awaited: return "";
    }
    return "";
}

std::string said(Paper const& paper) {
    auto const suffix = paper.state == Paper::State::open   ? ", open"
                        : paper.state == Paper::State::next ? ", next"
                                                            : "";
    return paper.label + ", " + paper.name + suffix;
}

}  // namespace

Chain chain_of(std::optional<std::string> const& estimate_href, int workslips, int bills) {
    using State = Paper::State;
    Chain chain;
    if (estimate_href)
        chain.groups.push_back({{.label = "E",
                                 .name = "estimate",
                                 .href = *estimate_href,
                                 .state = estimate_href->empty() ? State::open : State::done}});
    if (workslips > 0) chain.groups.push_back(numbered("W", "workslip", workslips));
    if (bills > 0) chain.groups.push_back(numbered("B", "bill", bills));
    return chain;
}

Dictionary& add(Dictionary& into, Marker const& at, ModuleCard const& card) {
    auto& out = include(into, at, "shared/module_card.tpl");
    auto look = look_of(card.state);
    if (!card.pill.empty()) look.pill.text = card.pill;
    out.SetValue(kmc_STATE, look.name);
    out.SetValue(kmc_ICON, card.icon);
    out.SetValue(kmc_NAME, card.name);
    out.SetValue(kmc_TEXT, card.text);
    if (!look.pill.text.empty()) add(out, kmc_PILL, look.pill);
    show(out, kmc_WARNING, kmc_TEXT, card.warning);
    fill_meter(out, card);
    fill_foot(out, card);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Tiles const& tiles) {
    auto& out = include(into, at, "shared/stat_tiles.tpl");
    for (auto const& tile : tiles.tiles) {
        auto& line = section(out, kst_TILE);
        line.SetValue(kst_LABEL, tile.label);
        line.SetValue(kst_VALUE, tile.value);
        line.SetValue(kst_NOTE, tile.note);
        if (tile.change.empty()) continue;
        auto& change = section(line, kst_CHANGE);
        change.SetValue(kst_TEXT, tile.change);
        change.SetValue(kst_GOODNESS, tile.is_good ? "up" : "down");
        change.SetValue(kst_DIRECTION, tile.is_up ? "up" : "down");
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Totals const& totals) {
    auto& out = include(into, at, "shared/totals.tpl");
    show_if(totals.has_scale, out, kt_SCALE);
    for (auto const& row : totals.rows) {
        auto& line = section(out, kt_ROW);
        line.SetValue(kt_LABEL, row.label);
        line.SetValue(kt_AMOUNT, row.amount);
        show(line, kt_KIND, kt_NAMES, name_of(row.kind));
        show(line, kt_LIVE, kt_NAME, row.live);
    }
    show(out, kt_WORDS, kt_TEXT, totals.words);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Chain const& chain) {
    auto& out = include(into, at, "shared/chain.tpl");
    for (auto const& papers : chain.groups) {
        if (papers.empty()) continue;
        auto& group = section(out, kc_GROUP);
        for (auto const& paper : papers) {
            auto& node = section(section(group, kc_PAPER), paper.href.empty() ? kc_NODE : kc_LINK);
            node.SetValue(kc_HREF, paper.href);
            node.SetValue(kc_STATE, name_of(paper.state));
            node.SetValue(kc_LABEL, paper.label);
            node.SetValue(kc_FULL_NAME, said(paper));
        }
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Steps const& steps) {
    auto& out = include(into, at, "shared/steps.tpl");
    out.SetValue(ks_NAME, steps.name);
    for (std::size_t i = 0; i < steps.steps.size(); ++i) {
        auto& step = section(out, ks_STEP);
        step.SetValue(ks_TEXT, steps.steps[i]);
        show_if(i < steps.current, step, ks_DONE);
        show_if(i == steps.current, step, ks_CURRENT);
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Timeline const& timeline) {
    auto& out = include(into, at, "shared/time_line.tpl");
    for (auto const& entry : timeline.entries) {
        auto& line = section(out, ktl_ENTRY);
        line.SetValue(ktl_TEXT, entry.text);
        show(line, ktl_STATE, ktl_NAME, name_of(entry.state));
        show(line, ktl_DETAIL, ktl_TEXT, entry.detail);
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Job const& job) {
    auto& out = include(into, at, "shared/job.tpl");
    out.SetValue(kj_TITLE, job.title);
    out.SetValue(kj_TEXT, job.text);
    if (job.total > 0) {
        out.SetValue(kj_COUNT, std::to_string(job.done) + " of " + std::to_string(job.total));
        auto& bar = section(out, kj_KNOWN);
        bar.SetIntValue(kj_TOTAL, job.total);
        bar.SetIntValue(kj_DONE, job.done);
    } else {
        out.ShowSection(kj_UNKNOWN);
    }
    if (job.stop) add(out, kj_STOP, *job.stop);
    show(out, kj_GOES_ON, kj_HREF, job.refresh_href);
    return out;
}

}  // namespace ssr::view
