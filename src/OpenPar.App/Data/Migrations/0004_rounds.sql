-- Assessment rounds, sheets, rows and every decision on them.
create schema rounds;

create table rounds.rounds (
    id uuid not null,
    title text not null,
    year integer not null,
    framework_id text not null,
    state text not null,
    opens_on date not null,
    self_score_due_on date not null,
    appraisal_due_on date not null,
    demonstration boolean not null,
    created_at timestamptz not null,
    constraint pk_rounds primary key (id),
    constraint fk_rounds_frameworks_framework_id foreign key (framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint ck_rounds_calendar_in_order check (opens_on <= self_score_due_on and self_score_due_on <= appraisal_due_on),
    constraint ck_rounds_state_known check (state in ('Draft', 'Open', 'Closed')),
    constraint ck_rounds_year_in_range check (year between 2000 and 2200)
);
create index ix_rounds_framework_id on rounds.rounds (framework_id);

create table rounds.sheets (
    id uuid not null,
    round_id uuid not null,
    unit_id text not null,
    constraint pk_sheets primary key (id),
    constraint fk_sheets_agencies_unit_id foreign key (unit_id) references organisations.agencies (id) on delete restrict,
    constraint fk_sheets_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict
);
create unique index ix_sheets_round_id_unit_id on rounds.sheets (round_id, unit_id);
create index ix_sheets_unit_id on rounds.sheets (unit_id);

create table rounds.rows (
    id uuid not null,
    sheet_id uuid not null,
    code text not null,
    sort_order integer not null,
    state text not null,
    facts jsonb not null,
    unread jsonb not null,
    proposed_points numeric,
    explanation text,
    self_points numeric,
    final_points numeric,
    saved_at timestamptz,
    saved_by text,
    constraint pk_rows primary key (id),
    constraint fk_rows_sheets_sheet_id foreign key (sheet_id) references rounds.sheets (id) on delete restrict,
    constraint ck_rows_state_known check (state in ('NotStarted', 'InProgress', 'Submitted', 'Returned', 'Appraised')),
    constraint ck_rows_self_points_not_negative check (self_points >= 0),
    constraint ck_rows_final_points_not_negative check (final_points >= 0),
    constraint ck_rows_proposed_points_not_negative check (proposed_points >= 0)
);
create unique index ix_rows_sheet_id_code on rounds.rows (sheet_id, code);

create table rounds.row_owners (
    row_id uuid not null,
    agency_id text not null,
    constraint pk_row_owners primary key (row_id, agency_id),
    constraint fk_row_owners_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint fk_row_owners_rows_row_id foreign key (row_id) references rounds.rows (id) on delete cascade
);
create index ix_row_owners_agency_id on rounds.row_owners (agency_id);

create table rounds.row_decisions (
    id bigint generated always as identity,
    row_id uuid not null,
    stage text not null,
    points numeric,
    facts jsonb not null,
    explanation jsonb not null,
    reason text,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint pk_row_decisions primary key (id),
    constraint fk_row_decisions_rows_row_id foreign key (row_id) references rounds.rows (id) on delete restrict,
    constraint ck_row_decisions_points_not_negative check (points >= 0)
);
create index ix_row_decisions_row_id on rounds.row_decisions (row_id);

create table rounds.row_messages (
    id bigint generated always as identity,
    row_id uuid not null,
    author text not null,
    text text not null,
    at timestamptz not null,
    constraint pk_row_messages primary key (id),
    constraint fk_row_messages_rows_row_id foreign key (row_id) references rounds.rows (id) on delete restrict
);
create index ix_row_messages_row_id on rounds.row_messages (row_id);

-- A decision is followed by the next one, never changed.
create function rounds.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Decisions are append-only.';
end $$;

create trigger row_decisions_append_only before update or delete or truncate on rounds.row_decisions
    for each statement execute function rounds.refuse_change();
