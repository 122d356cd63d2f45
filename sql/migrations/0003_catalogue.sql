-- 0003_catalogue.sql
-- Why: what is sold: modules, their prices by duration, bundles of modules.
-- Lock: none, new tables only.
CREATE TABLE modules (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id     uuid NOT NULL UNIQUE,
    code          text NOT NULL CONSTRAINT modules_code_is_unique UNIQUE
                  CONSTRAINT modules_code_known CHECK (code IN ('estimate', 'workslip', 'bill', 'self_formatted')),
    name          text NOT NULL,
    description   text NOT NULL,
    icon          text NOT NULL,
    features      jsonb NOT NULL DEFAULT '[]',
    is_active     boolean NOT NULL DEFAULT true,
    trial_days    integer NOT NULL DEFAULT 0 CONSTRAINT modules_trial_not_negative CHECK (trial_days >= 0),
    display_order integer NOT NULL,
    sac_code      text NOT NULL DEFAULT '997331'
);

CREATE TABLE module_pricings (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id        uuid NOT NULL UNIQUE,
    module_id        bigint NOT NULL REFERENCES modules,
    duration_months  integer NOT NULL CONSTRAINT module_pricings_duration_known CHECK (duration_months IN (1, 3, 6, 12)),
    base_price_paise bigint NOT NULL CONSTRAINT module_pricings_base_positive CHECK (base_price_paise > 0),
    sale_price_paise bigint CONSTRAINT module_pricings_sale_below_base
                     CHECK (sale_price_paise > 0 AND sale_price_paise <= base_price_paise),
    gst_percent      integer NOT NULL DEFAULT 18 CONSTRAINT module_pricings_gst_range CHECK (gst_percent BETWEEN 0 AND 28),
    usage_limit      integer CONSTRAINT module_pricings_limit_positive CHECK (usage_limit > 0),
    is_active        boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX module_pricings_one_per_duration ON module_pricings (module_id, duration_months) WHERE is_active;

CREATE TABLE bundles (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id uuid NOT NULL UNIQUE,
    code      text NOT NULL CONSTRAINT bundles_code_is_unique UNIQUE,
    name      text NOT NULL,
    is_active boolean NOT NULL DEFAULT true
);
CREATE TABLE bundle_modules (
    bundle_id bigint NOT NULL REFERENCES bundles,
    module_id bigint NOT NULL REFERENCES modules,
    PRIMARY KEY (bundle_id, module_id)
);
CREATE TABLE bundle_pricings (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bundle_id        bigint NOT NULL REFERENCES bundles,
    duration_months  integer NOT NULL CONSTRAINT bundle_pricings_duration_known CHECK (duration_months IN (1, 3, 6, 12)),
    discount_percent integer NOT NULL CONSTRAINT bundle_pricings_discount_range CHECK (discount_percent BETWEEN 0 AND 90),
    is_active        boolean NOT NULL DEFAULT true,
    CONSTRAINT bundle_pricings_once UNIQUE (bundle_id, duration_months)
);

CREATE TABLE coupons (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id      uuid NOT NULL UNIQUE,
    code           text NOT NULL CONSTRAINT coupons_code_is_unique UNIQUE
                   CONSTRAINT coupons_code_is_upper CHECK (code = upper(code)),
    discount_type  text NOT NULL CONSTRAINT coupons_type_known CHECK (discount_type IN ('percent', 'flat')),
    discount_value bigint NOT NULL CONSTRAINT coupons_value_positive CHECK (discount_value > 0),
    max_discount_paise bigint,
    valid_from     timestamptz,
    valid_until    timestamptz,
    usage_limit    integer,
    per_user_limit integer,
    times_used     integer NOT NULL DEFAULT 0,
    is_active      boolean NOT NULL DEFAULT true,
    created_at     timestamptz NOT NULL,
    CONSTRAINT coupons_percent_at_most_100 CHECK (discount_type <> 'percent' OR discount_value <= 100),
    CONSTRAINT coupons_not_used_beyond_limit CHECK (times_used >= 0 AND (usage_limit IS NULL OR times_used <= usage_limit))
);
CREATE TABLE coupon_modules (
    coupon_id bigint NOT NULL REFERENCES coupons,
    module_id bigint NOT NULL REFERENCES modules,
    PRIMARY KEY (coupon_id, module_id)
);
