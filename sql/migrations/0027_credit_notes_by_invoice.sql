-- 0027_credit_notes_by_invoice.sql
-- Why: the credit notes on an invoice are read with it, on the pages of payments and when the next one is made.
-- Lock: SHARE on credit_notes while the index is made; there are few before the first release.
CREATE INDEX credit_notes_by_invoice ON credit_notes (invoice_id);
