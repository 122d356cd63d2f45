-- What is sold, for every installation. Prices are administered later: an existing row is left as it is.
INSERT INTO modules (public_id, code, name, description, icon, features, trial_days, display_order) VALUES
    ('01900000-0000-7000-8000-000000000001', 'estimate', 'Estimate',
     'Priced estimate, datas, specification report and forwarding letter from the rate book.', 'calculator',
     '["All rate books and versions", "Excel with live formulas", "Specification report and letter", "Break-up by location"]', 7, 1),
    ('01900000-0000-7000-8000-000000000002', 'workslip', 'Workslip',
     'Working estimate with excess, less and supplemental items, within the sanctioned amount.', 'arrow-left-right',
     '["Workslip 1 to n of each work", "AE and supplemental items", "Deviation shown row by row", "Supplement datas"]', 7, 2),
    ('01900000-0000-7000-8000-000000000003', 'bill', 'Bill',
     'First, part and final bills with L.S. forms, covering letter and movement slip.', 'receipt',
     '["Part and final bills to the paisa", "L.S. forms filled from the bill", "Covering letter and movement slip", "Till date, previous, since last"]', 7, 3),
    ('01900000-0000-7000-8000-000000000004', 'self_formatted', 'Self-formatted documents',
     'Your own Word and Excel forms, filled from your saved works.', 'file-earmark-text',
     '["Your own .docx and .xlsx forms", "Filled from saved works", "Unfilled places are listed", "Progress report of many works"]', 7, 4)
ON CONFLICT (code) DO NOTHING;

INSERT INTO module_pricings (public_id, module_id, duration_months, base_price_paise, sale_price_paise, gst_percent)
SELECT uuid_v7(), m.id, p.months, p.base * 100, p.sale * 100, 18
  FROM (VALUES ('estimate', 1, 499, NULL), ('estimate', 3, 1397, 1349), ('estimate', 6, 2794, 2499), ('estimate', 12, 5588, 4490),
               ('workslip', 1, 399, NULL), ('workslip', 3, 1197, 1079), ('workslip', 6, 2394, 1999), ('workslip', 12, 4788, 3590),
               ('bill', 1, 499, NULL), ('bill', 3, 1397, 1349), ('bill', 6, 2794, 2499), ('bill', 12, 5588, 4490),
               ('self_formatted', 1, 199, NULL), ('self_formatted', 3, 597, 539), ('self_formatted', 6, 1194, 999), ('self_formatted', 12, 2388, 1790))
       AS p (code, months, base, sale)
  JOIN modules m USING (code)
 WHERE NOT EXISTS (SELECT 1 FROM module_pricings x WHERE x.module_id = m.id AND x.duration_months = p.months);

INSERT INTO bundles (public_id, code, name) VALUES ('01900000-0000-7000-8000-000000000011', 'all', 'All four modules')
ON CONFLICT (code) DO NOTHING;
INSERT INTO bundle_modules SELECT b.id, m.id FROM bundles b, modules m WHERE b.code = 'all' ON CONFLICT DO NOTHING;
INSERT INTO bundle_pricings (bundle_id, duration_months, discount_percent)
SELECT id, months, 15 FROM bundles, unnest(ARRAY[1, 3, 6, 12]) months WHERE code = 'all' ON CONFLICT DO NOTHING;

INSERT INTO dataset_categories (public_id, name, slug, description) VALUES
    ('01900000-0000-7000-8000-000000000021', 'Rate books', 'rate-books', 'Standard schedules of rates with their analyses')
ON CONFLICT (slug) DO NOTHING;
