-- Criteria trees, who answers for which criterion, and how frameworks continue each other.
create schema frameworks;

create table frameworks.frameworks (
    id text not null,
    title text not null,
    decision_number text not null,
    issuer text not null,
    issued_on date,
    annex text,
    guidance_document text,
    total_points numeric,
    first_year integer,
    last_year integer,
    rounding_digits integer not null,
    rounding_mode text not null,
    content_hash text not null,
    loaded_at timestamptz not null,
    constraint pk_frameworks primary key (id),
    constraint ck_frameworks_total_positive check (total_points > 0),
    constraint ck_frameworks_years_in_order check (first_year <= last_year),
    constraint ck_frameworks_rounding_known check (rounding_digits between 0 and 6)
);

create table frameworks.criteria (
    framework_id text not null,
    code text not null,
    sort_order integer not null,
    title text not null,
    max_points numeric,
    method text not null,
    rule_text text,
    guidance text,
    note text,
    requirement text,
    evidence text[] not null,
    rule jsonb,
    not_applicable text not null,
    source text,
    constraint pk_criteria primary key (framework_id, code),
    constraint fk_criteria_frameworks_framework_id foreign key (framework_id) references frameworks.frameworks (id) on delete cascade,
    constraint ck_criteria_max_not_negative check (max_points >= 0),
    constraint ck_criteria_method_known check (method in ('SelfAssessed', 'Survey', 'Unknown'))
);

create table frameworks.assignment_imports (
    id uuid not null,
    framework_id text not null,
    file_name text not null,
    sha256 text not null,
    title text,
    source_text text,
    names_on date not null,
    name_choices jsonb not null,
    findings jsonb not null,
    state text not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    decided_at timestamptz,
    constraint pk_assignment_imports primary key (id),
    constraint fk_assignment_imports_frameworks_framework_id foreign key (framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint ck_assignment_imports_state_known check (state in ('InReview', 'Accepted', 'Discarded')),
    constraint ck_assignment_imports_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
create index ix_assignment_imports_framework_id on frameworks.assignment_imports (framework_id);

create table frameworks.assignment_import_rows (
    import_id uuid not null,
    code text not null,
    sort_order integer not null,
    title text not null,
    line integer not null,
    written_lead text[] not null,
    lead_ids text[] not null,
    flags jsonb not null,
    decided_by_person boolean not null,
    constraint pk_assignment_import_rows primary key (import_id, code),
    constraint fk_assignment_import_rows_assignment_imports_import_id foreign key (import_id) references frameworks.assignment_imports (id) on delete cascade
);

create table frameworks.assignments (
    framework_id text not null,
    code text not null,
    agency_id text not null,
    role text not null,
    origin text not null,
    import_id uuid,
    note text,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint pk_assignments primary key (framework_id, code, agency_id, role),
    constraint fk_assignments_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint fk_assignments_assignment_imports_import_id foreign key (import_id) references frameworks.assignment_imports (id) on delete restrict,
    constraint fk_assignments_criteria_framework_id_code foreign key (framework_id, code) references frameworks.criteria (framework_id, code) on delete restrict,
    constraint ck_assignments_role_known check (role in ('Lead', 'Coordinating'))
);
create index ix_assignments_agency_id on frameworks.assignments (agency_id);
create index ix_assignments_import_id on frameworks.assignments (import_id);

create table frameworks.criterion_mappings (
    from_framework_id text not null,
    to_framework_id text not null,
    to_code text not null,
    from_code text,
    likeness double precision not null,
    state text not null,
    constraint pk_criterion_mappings primary key (from_framework_id, to_framework_id, to_code),
    constraint fk_criterion_mappings_criteria_from_framework_id_from_code foreign key (from_framework_id, from_code) references frameworks.criteria (framework_id, code) on delete restrict,
    constraint fk_criterion_mappings_criteria_to_framework_id_to_code foreign key (to_framework_id, to_code) references frameworks.criteria (framework_id, code) on delete restrict,
    constraint ck_criterion_mappings_likeness_in_range check (likeness between 0 and 1),
    constraint ck_criterion_mappings_two_frameworks check (from_framework_id <> to_framework_id)
);
create index ix_criterion_mappings_from_framework_id_from_code on frameworks.criterion_mappings (from_framework_id, from_code);
create index ix_criterion_mappings_to_framework_id_to_code on frameworks.criterion_mappings (to_framework_id, to_code);
