-- 0009_works.sql
-- Why: the papers: a work, its estimate, workslips and bills. A stored paper never depends on the rate book again.
-- Lock: none, new tables only.
CREATE TABLE folders (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id       uuid NOT NULL UNIQUE,
    organization_id bigint NOT NULL REFERENCES organizations,
    parent_id       bigint REFERENCES folders,
    name            text NOT NULL,
    color           text NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL,
    CONSTRAINT folders_name_once UNIQUE NULLS NOT DISTINCT (organization_id, parent_id, name)
);

CREATE TABLE works (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id       uuid NOT NULL UNIQUE,
    organization_id bigint NOT NULL REFERENCES organizations,
    user_id         bigint NOT NULL REFERENCES users,
    folder_id       bigint REFERENCES folders,
    name            text NOT NULL CONSTRAINT works_have_a_name CHECK (name <> ''),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    deleted_at      timestamptz
);
CREATE INDEX works_of_organization ON works (organization_id, updated_at DESC) WHERE deleted_at IS NULL;

CREATE TABLE estimates (
    id                      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id               uuid NOT NULL UNIQUE,
    work_id                 bigint NOT NULL CONSTRAINT estimates_one_per_work UNIQUE REFERENCES works,
    version                 integer NOT NULL DEFAULT 1 CONSTRAINT estimates_count_from_one CHECK (version >= 1),
    work_type               text NOT NULL CONSTRAINT estimates_work_type_known CHECK (work_type IN ('original', 'repair')),
    area                    text NOT NULL CONSTRAINT estimates_area_known CHECK (area IN ('municipal', 'outside')),
    dataset_version_id      bigint NOT NULL REFERENCES dataset_versions,
    settings                jsonb NOT NULL DEFAULT '{}',
    old_material_paise      bigint NOT NULL DEFAULT 0 CONSTRAINT estimates_old_material_not_negative CHECK (old_material_paise >= 0),
    excess_tp_percent       numeric(7, 4) NOT NULL DEFAULT 0 CONSTRAINT estimates_excess_tp_range CHECK (excess_tp_percent BETWEEN 0 AND 100),
    named_provision_name    text NOT NULL DEFAULT '',
    named_provision_paise   bigint NOT NULL DEFAULT 0 CONSTRAINT estimates_named_provision_not_negative CHECK (named_provision_paise >= 0),
    grand_total_asked_paise bigint CONSTRAINT estimates_grand_total_not_negative CHECK (grand_total_asked_paise >= 0),
    items_total_paise       bigint NOT NULL DEFAULT 0,
    ecv_paise               bigint NOT NULL DEFAULT 0,
    excess_tp_paise         bigint NOT NULL DEFAULT 0,
    lc_paise                bigint NOT NULL DEFAULT 0,
    qc_paise                bigint NOT NULL DEFAULT 0,
    nac_paise               bigint NOT NULL DEFAULT 0,
    sub_total_paise         bigint NOT NULL DEFAULT 0,
    gst_paise               bigint NOT NULL DEFAULT 0,
    minimum_paise           bigint NOT NULL DEFAULT 0,
    ls_unforeseen_paise     bigint NOT NULL DEFAULT 0,
    grand_total_paise       bigint NOT NULL DEFAULT 0,
    created_at              timestamptz NOT NULL,
    updated_at              timestamptz NOT NULL,
    CONSTRAINT estimates_add_up CHECK (sub_total_paise = ecv_paise + excess_tp_paise + lc_paise + qc_paise + nac_paise
        AND minimum_paise = sub_total_paise + gst_paise + named_provision_paise
        AND grand_total_paise = minimum_paise + ls_unforeseen_paise)
);

CREATE TABLE estimate_items (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    estimate_id          bigint NOT NULL REFERENCES estimates ON DELETE CASCADE,
    position             integer NOT NULL,
    dataset_row_id       bigint REFERENCES dataset_rows,
    code                 text NOT NULL,
    name                 text NOT NULL,
    description          text NOT NULL,
    description_edited   boolean NOT NULL DEFAULT false,
    unit                 text NOT NULL,
    unit_singular        text NOT NULL,
    prefix               text NOT NULL DEFAULT '',
    quantity_thousandths bigint CONSTRAINT estimate_items_quantity_positive CHECK (quantity_thousandths > 0),
    rate_paise           bigint NOT NULL CONSTRAINT estimate_items_rate_positive CHECK (rate_paise > 0),
    rates                jsonb NOT NULL DEFAULT '{}',
    amount_paise         bigint NOT NULL DEFAULT 0,
    analysis             jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT estimate_items_item_once UNIQUE (estimate_id, code)
);
CREATE INDEX estimate_items_in_order ON estimate_items (estimate_id, position);

CREATE TABLE workslips (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    work_id     bigint NOT NULL REFERENCES works,
    number      integer NOT NULL CONSTRAINT workslips_count_from_one CHECK (number >= 1),
    version     integer NOT NULL DEFAULT 1,
    content     jsonb NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT workslips_number_once UNIQUE (work_id, number)
);

CREATE TABLE bills (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    work_id     bigint NOT NULL REFERENCES works,
    bill_number integer NOT NULL CONSTRAINT bills_count_from_one CHECK (bill_number >= 1),
    bill_type   text NOT NULL CONSTRAINT bills_type_known CHECK (bill_type IN ('part', 'final')),
    version     integer NOT NULL DEFAULT 1,
    content     jsonb NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT bills_number_once UNIQUE (work_id, bill_number)
);

CREATE TABLE document_templates (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id       uuid NOT NULL UNIQUE,
    organization_id bigint NOT NULL REFERENCES organizations,
    name            text NOT NULL,
    blob_id         bigint NOT NULL REFERENCES blobs,
    previous_blob_id bigint REFERENCES blobs,
    is_locked       boolean NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL,
    CONSTRAINT document_templates_name_once UNIQUE (organization_id, name)
);
