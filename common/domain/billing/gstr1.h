#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/billing/credit_note.h"
#include "values/gstin.h"
#include "values/month.h"

namespace ssr::billing {

/// What a paper states at one rate of tax and for one service.
struct RateAmounts {
    std::string sac_code;
    int percent;
    PaperAmounts amounts;
};

/// An invoice, or a credit note with the invoice that it belongs to, as the return needs it.
struct OutwardPaper {
    std::string number;
    Date date;                // in India
    std::string buyer_gstin;  // empty: not registered
    std::string buyer_name;
    std::string place_of_supply;  // State code
    std::vector<RateAmounts> rates;
    std::string of_invoice = {};  // credit notes: its number
    Money invoice_total = {};     // credit notes: of that invoice, which decides where it is declared

    Money total() const;
};

/// The numbers of a series that were issued.
struct IssuedNumbers {
    std::string nature;  // "Invoices for outward supply", "Credit Note"
    std::string from, to;
    int issued, cancelled;

    int net() const { return issued - cancelled; }
};

/// B2CS: supplies to people who are not registered, added up, less what was credited on them.
struct SmallSupplies {
    std::string place_of_supply;
    int percent;
    bool is_inter_state;
    PaperAmounts amounts;
};

/// HSN summary: net of credit notes.
struct ServiceSummary {
    std::string sac_code;
    int percent;
    PaperAmounts amounts;
};

/// The return of outward supplies of a month.
struct Gstr1 {
    Gstin supplier;
    Month month;
    std::vector<OutwardPaper> b2b, b2cl;  // registered; large and to another State
    std::vector<SmallSupplies> b2cs;
    std::vector<OutwardPaper> cdnr, cdnur;  // credit notes to registered buyers; on large invoices
    std::vector<ServiceSummary> hsn_b2b, hsn_b2c;
    std::vector<IssuedNumbers> documents;

    /// Invoices less credit notes, as the tables have it.
    PaperAmounts net() const;
};

/// What the books have of a month: credit notes that count, numbers of all that were issued.
struct MonthOfPapers {
    std::vector<OutwardPaper> invoices, credit_notes;
    std::vector<IssuedNumbers> documents;
};

/// What a table of the return adds up to. Those of credit notes are positive, as they are declared.
struct TableTotal {
    enum class Table { b2b, b2cl, b2cs, cdnr, cdnur, hsn_b2b, hsn_b2c };
    Table table;
    int rows;
    PaperAmounts amounts;
};

/// Pure: every paper in exactly one table. Invoices of more than a lakh to an unregistered buyer of another
/// State stand alone, and so do their credit notes; other credit notes of unregistered buyers lessen what was
/// supplied to their State.
Gstr1 gstr1(Gstin const& supplier, Month const& month, MonthOfPapers const& papers);

/// Pure: the tables one by one.
std::vector<TableTotal> totals_of(Gstr1 const& made);
/// Pure: invoices less credit notes, as the papers themselves state it; the tables must come to the same.
PaperAmounts net_of(MonthOfPapers const& papers);

/// Pure: a whole amount in parts by rate, as the papers' lines have it; taxes are parted like what they are
/// on.
std::vector<RateAmounts> by_rate(PaperAmounts const& whole, std::vector<RateAmounts> const& weights);

}  // namespace ssr::billing
