#pragma once

#include <cstdint>

#include "view/pieces.h"

// Pieces that show how things stand: modules, figures, papers, progress. Amounts come as text that
// Money::display made.
namespace ssr::view {

/// A module on the dashboard, with one next step.
struct ModuleCard {
    enum class State { active, trial, expired, locked, disabled, offer };
    State state = State::locked;
    std::string name, text, icon;
    std::string foot;                     // "Till 14-03-2027", "₹ 1,200 a year"
    std::string foot_href;                // makes the foot a link: "Buy now"
    std::string warning;                  // "Saved bills open and print. New bills need renewal."
    std::string meter, meter_end;         // "5 days of trial left" and "9 of 14"
    std::int64_t used = 0, limit = 0;     // draws the meter's bar where limit > 0
    std::optional<Button> action = {};    // drawn small
    std::optional<PostButton> post = {};  // or an action that changes something: "Start trial"
    std::string pill;                     // instead of the state's own word ("Suspended")
};

struct Tile {
    std::string label, value, note;
    std::string change;  // "6.2 %"
    bool is_up = true, is_good = true;
};
/// Three to five figures that answer the first question of the page.
struct Tiles {
    std::vector<Tile> tiles = {};
};

struct TotalRow {
    enum class Kind { plain, sum, balance, negative_balance, grand };
    std::string label, amount;
    Kind kind = Kind::plain;
    std::string live;  // name that a script finds the amount by (data-t); empty for none
};
/// A column of figures that ends in one.
struct Totals {
    std::vector<TotalRow> rows = {};
    std::string words;  // "Rupees Two Lakh Ten Thousand Only"
    bool has_scale = false;
};

struct Paper {
    enum class State { done, open, next };
    std::string label, name, href;  // "W1", "workslip 1"
    State state = State::done;
};
/// The papers of a work, E | W1 W2 | B1: a group each of estimate, workslips, bills.
struct Chain {
    std::vector<std::vector<Paper>> groups = {};
};
/// Pure: those of a work with so many workslips and bills. `estimate_href`: nothing where it has no estimate,
/// empty where the estimate is the page shown.
Chain chain_of(std::optional<std::string> const& estimate_href, int workslips, int bills);

/// Three to five fixed steps; `current` counts from 0.
struct Steps {
    std::string name;  // for screen readers: "Steps of publishing"
    std::vector<std::string> steps = {};
    std::size_t current = 0;
};

struct TimelineEntry {
    enum class State { done, now, bad, awaited };
    std::string text, detail;
    State state = State::done;
};
/// What happened, newest first; or what is awaited.
struct Timeline {
    std::vector<TimelineEntry> entries = {};
};

/// Work that goes on in the background: count out of total, what is being done, Stop.
struct Job {
    std::string title, text;
    std::int64_t done = 0, total = 0;  // total 0: not known yet
    std::optional<PostButton> stop = {};
    std::string refresh_href;  // htmx asks it every two seconds for this piece anew; empty when it ended
};

Dictionary& add(Dictionary& into, Marker const& at, ModuleCard const& card);
Dictionary& add(Dictionary& into, Marker const& at, Tiles const& tiles);
Dictionary& add(Dictionary& into, Marker const& at, Totals const& totals);
Dictionary& add(Dictionary& into, Marker const& at, Chain const& chain);
Dictionary& add(Dictionary& into, Marker const& at, Steps const& steps);
Dictionary& add(Dictionary& into, Marker const& at, Timeline const& timeline);
Dictionary& add(Dictionary& into, Marker const& at, Job const& job);

}  // namespace ssr::view
