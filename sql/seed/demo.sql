-- The people of a development instance. Running it again leaves them as they are.
INSERT INTO users (public_id, name, phone, email, role, company_name, state_code, phone_verified_at, email_verified_at, profile_completed_at, created_at)
VALUES
    ('01900000-0000-7000-8000-000000000101', 'Sarojini Rao', '+919000000001', 'superadmin@example.test', 'superadmin', 'SSR Estimation', '36', now(), now(), now(), now()),
    ('01900000-0000-7000-8000-000000000102', 'Anand Kumar', '+919000000002', 'admin@example.test', 'admin', 'SSR Estimation', '36', now(), now(), now(), now()),
    ('01900000-0000-7000-8000-000000000103', 'Meena Iyer', '+919000000003', 'support@example.test', 'support', 'SSR Estimation', '36', now(), now(), now(), now()),
    ('01900000-0000-7000-8000-000000000110', 'Ravi Teja', '+919000000010', 'ravi@example.test', 'user', 'R&B Sub-division, Punjagutta', '36', now(), now(), now(), now()),
    ('01900000-0000-7000-8000-000000000111', 'Sita Devi', '+919000000011', 'sita@example.test', 'user', 'R&B Division, Vijayawada', '37', now(), now(), now(), now())
ON CONFLICT (phone) DO NOTHING;

INSERT INTO organizations (public_id, name, owner_id, created_at)
SELECT uuid_v7(), coalesce(nullif(company_name, ''), name), id, now() FROM users WHERE email LIKE '%@example.test'
ON CONFLICT DO NOTHING;
INSERT INTO memberships (organization_id, user_id, role, created_at)
SELECT o.id, o.owner_id, 'owner', now() FROM organizations o ON CONFLICT DO NOTHING;
