#include "domain/billing/gstr1.h"

#include <algorithm>

#include "domain/billing/coupon.h"

namespace ssr::billing {

namespace {

Money const kLarge = Money::from_rupees(100000);

bool is_large(Gstin const& supplier, std::string const& place, Money invoice_total) {
    return place != supplier.state().code() && invoice_total > kLarge;
}

PaperAmounts negative(PaperAmounts const& of) {
    return {-of.taxable, {-of.tax.cgst, -of.tax.sgst, -of.tax.igst}};
}

PaperAmounts sum_of(std::vector<OutwardPaper> const& papers) {
    PaperAmounts sum;
    for (auto const& paper : papers)
        for (auto const& rate : paper.rates) sum += rate.amounts;
    return sum;
}

template <class Row>
PaperAmounts sum_of(std::vector<Row> const& rows) {
    PaperAmounts sum;
    for (auto const& row : rows) sum += row.amounts;
    return sum;
}

template <class Row>
TableTotal total_of(TableTotal::Table table, std::vector<Row> const& rows) {
    return {table, int(rows.size()), sum_of(rows)};
}

// Keeps its rows by key, in the order of the keys.
class Tables {
public:
    explicit Tables(Gstr1& into, std::string_view home) : into_{into}, home_{home} {}

    void add_small(OutwardPaper const& paper, bool is_credit) {
        for (auto const& rate : paper.rates)
            small_[{paper.place_of_supply, rate.percent}] +=
                is_credit ? negative(rate.amounts) : rate.amounts;
    }
    void add_services(OutwardPaper const& paper, bool is_credit) {
        auto& services = paper.buyer_gstin.empty() ? services_b2c_ : services_b2b_;
        for (auto const& rate : paper.rates)
            services[{rate.sac_code, rate.percent}] += is_credit ? negative(rate.amounts) : rate.amounts;
    }
    void finish() {
        for (auto const& [key, amounts] : small_)
            into_.b2cs.push_back({key.first, key.second, key.first != home_, amounts});
        for (auto const& [key, amounts] : services_b2b_)
            into_.hsn_b2b.push_back({key.first, key.second, amounts});
        for (auto const& [key, amounts] : services_b2c_)
            into_.hsn_b2c.push_back({key.first, key.second, amounts});
    }

private:
    using Sums = std::map<std::pair<std::string, int>, PaperAmounts>;
    Gstr1& into_;
    std::string_view home_;
    Sums small_, services_b2b_, services_b2c_;
};

std::vector<Money> weights_of(std::vector<RateAmounts> const& rates, Money (*of)(PaperAmounts const&)) {
    std::vector<Money> weights;
    for (auto const& rate : rates) weights.push_back(of(rate.amounts));
    return weights;
}

}  // namespace

Money OutwardPaper::total() const {
    Money sum;
    for (auto const& rate : rates) sum += rate.amounts.total();
    return sum;
}

PaperAmounts Gstr1::net() const {
    auto net = sum_of(b2b);
    net += sum_of(b2cl);
    for (auto const& row : b2cs) net += row.amounts;
    net += negative(sum_of(cdnr));
    net += negative(sum_of(cdnur));
    return net;
}

std::vector<TableTotal> totals_of(Gstr1 const& made) {
    using enum TableTotal::Table;
    return {total_of(b2b, made.b2b),        total_of(b2cl, made.b2cl),   total_of(b2cs, made.b2cs),
            total_of(cdnr, made.cdnr),      total_of(cdnur, made.cdnur), total_of(hsn_b2b, made.hsn_b2b),
            total_of(hsn_b2c, made.hsn_b2c)};
}

PaperAmounts net_of(MonthOfPapers const& papers) {
    auto net = sum_of(papers.invoices);
    net += negative(sum_of(papers.credit_notes));
    return net;
}

std::vector<RateAmounts> by_rate(PaperAmounts const& whole, std::vector<RateAmounts> const& weights) {
    auto rates = weights;
    auto const taxable =
        spread(whole.taxable, weights_of(weights, [](auto const& it) { return it.taxable; }));
    auto const half = spread(whole.tax.cgst, weights_of(weights, [](auto const& it) { return it.tax.cgst; }));
    auto const igst = spread(whole.tax.igst, weights_of(weights, [](auto const& it) { return it.tax.igst; }));
    for (std::size_t i = 0; i < rates.size(); ++i)
        rates[i].amounts = {taxable[i], {half[i], half[i], igst[i]}};
    return rates;
}

Gstr1 gstr1(Gstin const& supplier, Month const& month, MonthOfPapers const& papers) {
    Gstr1 made{.supplier = supplier, .month = month, .documents = papers.documents};
    Tables tables{made, supplier.state().code()};
    for (auto const& invoice : papers.invoices) {
        tables.add_services(invoice, false);
        if (!invoice.buyer_gstin.empty())
            made.b2b.push_back(invoice);
        else if (is_large(supplier, invoice.place_of_supply, invoice.total()))
            made.b2cl.push_back(invoice);
        else
            tables.add_small(invoice, false);
    }
    for (auto const& note : papers.credit_notes) {
        tables.add_services(note, true);
        if (!note.buyer_gstin.empty())
            made.cdnr.push_back(note);
        else if (is_large(supplier, note.place_of_supply, note.invoice_total))
            made.cdnur.push_back(note);
        else
            tables.add_small(note, true);
    }
    tables.finish();
    return made;
}

}  // namespace ssr::billing
