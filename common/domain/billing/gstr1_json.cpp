#include "domain/billing/gstr1_files.h"

namespace ssr::billing {

namespace {

Json rupees(Money amount) { return Json::Number{amount.plain()}; }

std::string period_of(Month const& month) {
    auto const text = month.text();
    return text.substr(5) + text.substr(0, 4);
}

Json::Object amounts_of(PaperAmounts const& amounts, bool is_inter_state) {
    Json::Object made{{"txval", rupees(amounts.taxable)}, {"csamt", Json::Number{"0"}}};
    if (is_inter_state) {
        made.emplace("iamt", rupees(amounts.tax.igst));
    } else {
        made.emplace("camt", rupees(amounts.tax.cgst));
        made.emplace("samt", rupees(amounts.tax.sgst));
    }
    return made;
}

Json items_of(OutwardPaper const& paper, bool is_inter_state) {
    Json::Array items;
    for (auto const& rate : paper.rates) {
        auto detail = amounts_of(rate.amounts, is_inter_state);
        detail.emplace("rt", rate.percent);
        items.push_back(Json::Object{{"num", int(items.size()) + 1}, {"itm_det", std::move(detail)}});
    }
    return items;
}

bool crosses(Gstr1 const& made, OutwardPaper const& paper) {
    return paper.place_of_supply != made.supplier.state().code();
}

Json invoice(Gstr1 const& made, OutwardPaper const& paper) {
    Json::Object entry{{"inum", paper.number},
                       {"idt", display_date(paper.date)},
                       {"val", rupees(paper.total())},
                       {"itms", items_of(paper, crosses(made, paper))}};
    if (paper.buyer_gstin.empty()) return entry;
    entry.emplace("pos", paper.place_of_supply);
    entry.emplace("rchrg", "N");
    entry.emplace("inv_typ", "R");
    return entry;
}

Json note(Gstr1 const& made, OutwardPaper const& paper) {
    Json::Object entry{{"ntty", "C"},
                       {"nt_num", paper.number},
                       {"nt_dt", display_date(paper.date)},
                       {"val", rupees(paper.total())},
                       {"pos", paper.place_of_supply},
                       {"itms", items_of(paper, crosses(made, paper))}};
    if (paper.buyer_gstin.empty()) {
        entry.emplace("typ", "B2CL");
        return entry;
    }
    entry.emplace("rchrg", "N");
    entry.emplace("inv_typ", "R");
    return entry;
}

// Papers of one buyer, or of one State, stand together.
template <class Entry>
Json grouped(Gstr1 const& made, std::vector<OutwardPaper> const& papers, std::string const& key,
             std::string OutwardPaper::*by, std::string const& list, Entry entry) {
    std::map<std::string, Json::Array> groups;
    for (auto const& paper : papers) groups[paper.*by].push_back(entry(made, paper));
    Json::Array all;
    for (auto& [name, entries] : groups) all.push_back(Json::Object{{key, name}, {list, std::move(entries)}});
    return all;
}

Json small_supplies(Gstr1 const& made) {
    Json::Array rows;
    for (auto const& row : made.b2cs) {
        auto entry = amounts_of(row.amounts, row.is_inter_state);
        entry.emplace("sply_ty", row.is_inter_state ? "INTER" : "INTRA");
        entry.emplace("pos", row.place_of_supply);
        entry.emplace("typ", "OE");
        entry.emplace("rt", row.percent);
        rows.push_back(std::move(entry));
    }
    return rows;
}

Json services(std::vector<ServiceSummary> const& summary) {
    Json::Array rows;
    for (auto const& row : summary)
        rows.push_back(Json::Object{{"num", int(rows.size()) + 1},
                                    {"hsn_sc", row.sac_code},
                                    {"uqc", "NA"},
                                    {"qty", Json::Number{"0"}},
                                    {"rt", row.percent},
                                    {"txval", rupees(row.amounts.taxable)},
                                    {"iamt", rupees(row.amounts.tax.igst)},
                                    {"camt", rupees(row.amounts.tax.cgst)},
                                    {"samt", rupees(row.amounts.tax.sgst)},
                                    {"csamt", Json::Number{"0"}}});
    return rows;
}

Json documents(Gstr1 const& made) {
    std::map<std::string, Json::Array> by_nature;
    for (auto const& each : made.documents) {
        auto& docs = by_nature[each.nature];
        docs.push_back(Json::Object{{"num", int(docs.size()) + 1},
                                    {"from", each.from},
                                    {"to", each.to},
                                    {"totnum", each.issued},
                                    {"cancel", each.cancelled},
                                    {"net_issue", each.net()}});
    }
    Json::Array all;
    // The portal numbers the natures of documents: 1 invoices, 5 credit notes.
    for (auto& [nature, docs] : by_nature)
        all.push_back(Json::Object{
            {"doc_num", nature == "Credit Note" ? 5 : 1}, {"doc_typ", nature}, {"docs", std::move(docs)}});
    return Json::Object{{"doc_det", std::move(all)}};
}

}  // namespace

Json to_json(Gstr1 const& made) {
    Json::Array unregistered;
    for (auto const& paper : made.cdnur) unregistered.push_back(note(made, paper));
    return Json::Object{
        {"gstin", made.supplier.text()},
        {"fp", period_of(made.month)},
        {"b2b", grouped(made, made.b2b, "ctin", &OutwardPaper::buyer_gstin, "inv", invoice)},
        {"b2cl", grouped(made, made.b2cl, "pos", &OutwardPaper::place_of_supply, "inv", invoice)},
        {"b2cs", small_supplies(made)},
        {"cdnr", grouped(made, made.cdnr, "ctin", &OutwardPaper::buyer_gstin, "nt", note)},
        {"cdnur", std::move(unregistered)},
        {"hsn", Json::Object{{"hsn_b2b", services(made.hsn_b2b)}, {"hsn_b2c", services(made.hsn_b2c)}}},
        {"doc_issue", documents(made)}};
}

}  // namespace ssr::billing
