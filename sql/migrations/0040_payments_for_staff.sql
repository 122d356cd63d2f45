-- 0040_payments_for_staff.sql
-- Why: staff list all payments by time, month and state, find one by what waits in review, and count a month; each way has its
--      index, with the rare states apart, so that none reads the whole table.
-- Lock: SHARE on payments while each index is made; ACCESS EXCLUSIVE for the moment in which the old one, covered by the first, goes.
CREATE INDEX payments_by_time ON payments (created_at) INCLUDE (status);
DROP INDEX payments_by_created_at;
CREATE INDEX payments_open_by_time ON payments (created_at) WHERE status IN ('created', 'attempted', 'authorized');
CREATE INDEX payments_failed_by_time ON payments (created_at) WHERE status = 'failed';
CREATE INDEX payments_returned_by_time ON payments (created_at) WHERE status IN ('partially_refunded', 'refunded');
CREATE INDEX payments_in_review ON payments (id) WHERE review_reason IS NOT NULL;
CREATE INDEX payments_by_held_payment ON payments (held_payment_id) WHERE held_payment_id IS NOT NULL;
