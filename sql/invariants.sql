-- What must hold at every moment: one row a rule, with the number of places at which it is broken. One statement, so
-- one snapshot: it may run beside any load. `make check-data` prints it and complains where a number is not 0.
SELECT name, broken FROM (VALUES
-- Money: one success = one invoice = one activation.
(1, 'paid_has_exactly_one_invoice',
    (SELECT count(*) FROM payments p FULL JOIN invoices i ON i.payment_id = p.id
      WHERE (p.status IN ('captured', 'partially_refunded', 'refunded')) IS DISTINCT FROM (i.id IS NOT NULL))),
(2, 'paid_gives_access_or_is_in_review',
    (SELECT count(*) FROM payments p
      WHERE p.status IN ('captured', 'partially_refunded', 'refunded') AND p.total_amount_paise > 0 AND p.review_reason IS NULL
        AND NOT EXISTS (SELECT 1 FROM subscription_periods s WHERE s.payment_id = p.id))),
(3, 'purchased_access_is_paid',
    (SELECT count(*) FROM subscriptions s
      WHERE s.status = 'active' AND s.source = 'purchase'
        AND NOT EXISTS (SELECT 1 FROM subscription_periods x WHERE x.subscription_id = s.id AND x.payment_id IS NOT NULL))),
-- Nothing is activated twice.
(4, 'one_live_subscription_per_module',
    (SELECT count(*) FROM (SELECT 1 FROM subscriptions WHERE status IN ('trial', 'active', 'pending', 'suspended')
                            GROUP BY user_id, module_id HAVING count(*) > 1) twins)),
(5, 'one_period_per_payment',
    (SELECT count(*) FROM (SELECT 1 FROM subscription_periods WHERE payment_id IS NOT NULL
                            GROUP BY subscription_id, payment_id HAVING count(*) > 1) twins)),
-- Numbers of invoices and credit notes have no gap in a series and financial year.
(6, 'numbers_without_gap',
    (SELECT coalesce(sum(last - held), 0)
       FROM (SELECT max(sequence_number) AS last, count(*) AS held FROM invoices GROUP BY series, financial_year
             UNION ALL
             SELECT max(sequence_number), count(*) FROM credit_notes GROUP BY series, financial_year) numbers)),
-- What was used is what was logged, and no more than was sold.
(7, 'usage_is_what_was_logged',
    (SELECT count(*) FROM subscriptions s
      WHERE usage_count <> (SELECT count(*) FROM usage_logs u WHERE u.subscription_id = s.id AND u.created_at >= s.usage_reset_at)
         OR usage_count > usage_limit)),
(8, 'coupons_used_as_counted',
    (SELECT count(*) FROM coupons c
      WHERE times_used <> (SELECT count(*) FROM payments p WHERE p.coupon_id = c.id AND p.coupon_released_at IS NULL)
         OR times_used > usage_limit)),
-- What was paid is what was priced; tax adds up.
(9, 'amounts_as_priced',
    (SELECT count(*) FROM payments
      WHERE total_amount_paise <> subtotal_paise - discount_amount_paise + gst_amount_paise
         OR subtotal_paise <> (pricing_snapshot ->> 'price_paise')::bigint)),
(10, 'invoices_as_paid',
    (SELECT count(*) FROM invoices i JOIN payments p ON p.id = i.payment_id
      WHERE i.cgst_paise + i.sgst_paise + i.igst_paise <> p.gst_amount_paise OR i.total_amount_paise <> p.total_amount_paise)),
-- What was given back is the sum of its rows; each has its credit note, and all together are no more than the invoice.
(16, 'refunds_as_summed',
    (SELECT count(*) FROM payments p
      WHERE refunded_paise <> (SELECT coalesce(sum(amount_paise), 0) FROM refunds r
                                WHERE r.payment_id = p.id AND r.surplus_payment_id IS NULL AND r.status <> 'failed')
         OR refunded_paise > total_amount_paise
         OR (status IN ('refunded', 'partially_refunded'))
            IS DISTINCT FROM EXISTS (SELECT FROM refunds r WHERE r.payment_id = p.id AND r.surplus_payment_id IS NULL AND r.status = 'processed'))),
(17, 'refunds_have_their_credit_note',
    (SELECT count(*) FROM refunds r LEFT JOIN credit_notes n ON n.refund_id = r.id
      WHERE (r.surplus_payment_id IS NULL) IS DISTINCT FROM (n.id IS NOT NULL)
         OR (n.id IS NOT NULL AND (n.total_amount_paise <> r.amount_paise OR (n.cancelled_at IS NOT NULL) <> (r.status = 'failed'))))),
(18, 'credit_notes_within_their_invoice',
    (SELECT count(*) FROM (SELECT i.id FROM invoices i JOIN credit_notes n ON n.invoice_id = i.id AND n.cancelled_at IS NULL
                            GROUP BY i.id
                           HAVING sum(n.taxable_paise) > i.taxable_paise OR sum(n.cgst_paise) > i.cgst_paise
                               OR sum(n.sgst_paise) > i.sgst_paise OR sum(n.igst_paise) > i.igst_paise) more)),
-- A mandate charges what was agreed, and what it renews says so.
(19, 'mandates_charge_what_was_agreed',
    (SELECT count(*) FROM payments p JOIN mandates m ON m.id = p.mandate_id
      WHERE p.total_amount_paise <> m.total_amount_paise OR p.user_id <> m.user_id)),
(20, 'mandates_renew_what_they_say',
    (SELECT count(*) FROM mandates m JOIN subscriptions s ON s.id = m.subscription_id
      WHERE s.user_id <> m.user_id OR s.module_id <> m.module_id
         OR (m.status IN ('authenticated', 'active', 'pending') AND NOT s.auto_renew))),
-- Datasets: exactly one published version once there is one; row counts are true; no half import.
(11, 'one_published_version',
    (SELECT count(*) FROM datasets d
      WHERE (SELECT count(*) FROM dataset_versions v WHERE v.dataset_id = d.id AND v.is_published)
            <> (d.current_version IS NOT NULL)::int)),
(12, 'row_counts_are_true',
    (SELECT count(*) FROM dataset_versions v
      WHERE row_count <> (SELECT count(*) FROM dataset_rows r WHERE r.version_id = v.content_version_id))),
-- Leases run by the database's clock, which no test moves.
(13, 'no_job_is_stuck',
    (SELECT count(*) FROM jobs WHERE status = 'running' AND heartbeat_at < now() - interval '60 s')),
(14, 'audit_chain_holds', (SELECT count(*) FROM audit_broken)),
(15, 'attachments_have_their_blob',
    (SELECT count(*) FROM attachments a LEFT JOIN blobs b ON b.id = a.blob_id WHERE b.id IS NULL))
) AS rules (position, name, broken)
ORDER BY position
