-- 0008_datasets.sql
-- Why: rate books: versions that never change once published, items, groups and the analysis behind each rate.
-- Lock: none, new tables only.
CREATE TABLE dataset_categories (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    name        text NOT NULL,
    slug        text NOT NULL CONSTRAINT dataset_categories_slug_is_unique UNIQUE,
    description text NOT NULL DEFAULT ''
);

CREATE TABLE datasets (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id       uuid NOT NULL UNIQUE,
    category_id     bigint NOT NULL REFERENCES dataset_categories,
    kind            text NOT NULL DEFAULT 'rate_book',
    name            text NOT NULL,
    slug            text NOT NULL CONSTRAINT datasets_slug_is_unique UNIQUE,
    description     text NOT NULL DEFAULT '',
    schema          jsonb NOT NULL DEFAULT '{}',
    settings        jsonb NOT NULL DEFAULT '{}',
    current_version integer,
    row_count       integer NOT NULL DEFAULT 0,
    is_active       boolean NOT NULL DEFAULT true,
    created_at      timestamptz NOT NULL
);

CREATE TABLE dataset_import_jobs (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id    uuid NOT NULL UNIQUE,
    dataset_id   bigint NOT NULL REFERENCES datasets,
    file_name    text NOT NULL,
    status       text NOT NULL CONSTRAINT dataset_import_jobs_status_known CHECK (status IN ('queued', 'running', 'checked', 'stored', 'refused', 'failed')),
    total_rows   integer NOT NULL DEFAULT 0,
    valid_rows   integer NOT NULL DEFAULT 0,
    error_count  integer NOT NULL DEFAULT 0,
    errors_json  jsonb NOT NULL DEFAULT '[]',
    initiated_by bigint REFERENCES users,
    is_dry_run   boolean NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL,
    completed_at timestamptz
);

CREATE TABLE dataset_versions (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id          uuid NOT NULL UNIQUE,
    dataset_id         bigint NOT NULL REFERENCES datasets,
    version            integer NOT NULL CONSTRAINT dataset_versions_count_from_one CHECK (version >= 1),
    content_version_id bigint NOT NULL REFERENCES dataset_versions,
    is_published       boolean NOT NULL DEFAULT false,
    published_at       timestamptz,
    published_by       bigint REFERENCES users,
    row_count          integer NOT NULL DEFAULT 0,
    schedule_year      text NOT NULL DEFAULT '',
    effective_from     date,
    settings           jsonb NOT NULL DEFAULT '{}',
    source_sha256      text NOT NULL DEFAULT '',
    source_blob_id     bigint REFERENCES blobs,
    import_job_id      bigint REFERENCES dataset_import_jobs,
    changelog          text NOT NULL DEFAULT '',
    created_at         timestamptz NOT NULL,
    CONSTRAINT dataset_versions_once UNIQUE (dataset_id, version)
);
CREATE UNIQUE INDEX dataset_versions_one_published ON dataset_versions (dataset_id) WHERE is_published;

CREATE TABLE dataset_groups (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id bigint NOT NULL REFERENCES dataset_versions ON DELETE CASCADE,
    position   integer NOT NULL,
    name       text NOT NULL,
    CONSTRAINT dataset_groups_once UNIQUE (version_id, name)
);

CREATE TABLE dataset_rows (
    id                            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id                    bigint NOT NULL REFERENCES dataset_versions ON DELETE CASCADE,
    position                      integer NOT NULL,
    code                          text NOT NULL,
    name                          text NOT NULL,
    variant_of                    text,
    description                   text NOT NULL,
    unit                          text NOT NULL,
    unit_singular                 text NOT NULL,
    prefix                        text NOT NULL DEFAULT '',
    source_ref                    text NOT NULL DEFAULT '',
    group_name                    text NOT NULL,
    rate_paise                    bigint NOT NULL CONSTRAINT dataset_rows_rate_positive CHECK (rate_paise > 0),
    rate_municipal_original_paise bigint NOT NULL CONSTRAINT dataset_rows_municipal_original_positive CHECK (rate_municipal_original_paise > 0),
    rate_municipal_repair_paise   bigint NOT NULL CONSTRAINT dataset_rows_municipal_repair_positive CHECK (rate_municipal_repair_paise > 0),
    rate_outside_original_paise   bigint NOT NULL CONSTRAINT dataset_rows_outside_original_positive CHECK (rate_outside_original_paise > 0),
    rate_outside_repair_paise     bigint NOT NULL CONSTRAINT dataset_rows_outside_repair_positive CHECK (rate_outside_repair_paise > 0),
    flags                         jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT dataset_rows_code_once UNIQUE (version_id, code)
);
CREATE INDEX dataset_rows_by_group ON dataset_rows (version_id, group_name, position);

CREATE TABLE dataset_analysis_lines (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    row_id     bigint NOT NULL REFERENCES dataset_rows ON DELETE CASCADE,
    seq        integer NOT NULL,
    kind       text NOT NULL CONSTRAINT dataset_analysis_lines_kind_known CHECK (kind IN
               ('heading', 'resource', 'subtotal', 'policy_ghmc', 'policy_overhead', 'total', 'final', 'text')),
    source_row integer NOT NULL,
    cells      jsonb NOT NULL,
    CONSTRAINT dataset_analysis_lines_once UNIQUE (row_id, seq)
);
