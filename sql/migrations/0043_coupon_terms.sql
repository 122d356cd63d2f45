-- 0043_coupon_terms.sql
-- Why: staff make coupons by hand: one that ends before it begins is a mistake.
-- Lock: ACCESS EXCLUSIVE on coupons while its rows are read once; there are few. Older binaries write no such rows.
ALTER TABLE coupons ADD CONSTRAINT coupons_end_after_they_begin CHECK (valid_until > valid_from);
