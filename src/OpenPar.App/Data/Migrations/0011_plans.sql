-- Plans with their rows, and the reviews of the files they come from.
create schema plans;

create table plans.plans (
    id uuid not null,
    title text not null,
    year integer,
    issuer text,
    source text,
    tables jsonb not null,
    framework_id text,
    demonstration boolean not null,
    accepted_at timestamptz not null,
    accepted_by text not null,
    constraint pk_plans primary key (id),
    constraint fk_plans_frameworks_framework_id foreign key (framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint ck_plans_title_written check (title <> '')
);
create index ix_plans_framework_id on plans.plans (framework_id);

create table plans.rows (
    id uuid not null,
    plan_id uuid not null,
    sort_order integer not null,
    annex integer not null,
    words jsonb not null,
    read jsonb,
    flags jsonb not null,
    left_out boolean not null,
    deadline_kind text not null,
    "from" date,
    "to" date,
    budget_kind text not null,
    budget_vnd numeric,
    searchable text not null,
    constraint pk_rows primary key (id),
    constraint fk_rows_plans_plan_id foreign key (plan_id) references plans.plans (id) on delete restrict,
    constraint ck_rows_days_in_order check ("from" <= "to"),
    constraint ck_rows_budget_not_negative check (budget_vnd >= 0)
);
create index ix_rows_plan_id on plans.rows (plan_id);

create table plans.row_agencies (
    row_id uuid not null,
    role text not null,
    sort_order integer not null,
    written text not null,
    agency_id text,
    constraint pk_row_agencies primary key (row_id, role, sort_order),
    constraint fk_row_agencies_rows_row_id foreign key (row_id) references plans.rows (id) on delete cascade,
    constraint fk_row_agencies_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint ck_row_agencies_role_known check (role in ('Lead', 'Coordinating'))
);
create index ix_row_agencies_agency_id on plans.row_agencies (agency_id);

create table plans.imports (
    id uuid not null,
    file_name text not null,
    sha256 text not null,
    title text,
    year integer,
    issuer text,
    annexes jsonb not null,
    framework_id text,
    plan_id uuid,
    names_on date not null,
    name_choices jsonb not null,
    findings jsonb not null,
    state text not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    decided_at timestamptz,
    constraint pk_imports primary key (id),
    constraint fk_imports_frameworks_framework_id foreign key (framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint fk_imports_plans_plan_id foreign key (plan_id) references plans.plans (id) on delete restrict,
    constraint ck_imports_state_known check (state in ('InReview', 'Accepted', 'Discarded')),
    constraint ck_imports_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
create index ix_imports_framework_id on plans.imports (framework_id);
create index ix_imports_plan_id on plans.imports (plan_id);

create table plans.import_rows (
    import_id uuid not null,
    number integer not null,
    annex integer not null,
    read jsonb,
    words jsonb not null,
    flags jsonb not null,
    source jsonb,
    plan_row_id uuid,
    old jsonb,
    decided jsonb,
    state text not null,
    edited boolean not null,
    constraint pk_import_rows primary key (import_id, number),
    constraint fk_import_rows_imports_import_id foreign key (import_id) references plans.imports (id) on delete cascade,
    constraint fk_import_rows_rows_plan_row_id foreign key (plan_row_id) references plans.rows (id) on delete restrict,
    constraint ck_import_rows_state_known check (state in ('Open', 'Confirmed', 'LeftOut'))
);
create index ix_import_rows_plan_row_id on plans.import_rows (plan_row_id);

create table plans.import_steps (
    id bigint generated always as identity,
    import_id uuid not null,
    what text not null,
    before jsonb not null,
    at timestamptz not null,
    by text not null,
    constraint pk_import_steps primary key (id),
    constraint fk_import_steps_imports_import_id foreign key (import_id) references plans.imports (id) on delete cascade
);
create index ix_import_steps_import_id on plans.import_steps (import_id);
