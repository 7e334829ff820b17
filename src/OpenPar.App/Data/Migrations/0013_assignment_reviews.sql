-- Where each row of an assignment annex stands in its file, and the steps of its review with what undoes them.
alter table frameworks.assignment_import_rows add column source jsonb;

create table frameworks.assignment_import_steps (
    id bigint generated always as identity,
    import_id uuid not null,
    what text not null,
    before jsonb not null,
    at timestamptz not null,
    by text not null,
    constraint pk_assignment_import_steps primary key (id),
    constraint fk_assignment_import_steps_assignment_imports_import_id foreign key (import_id) references frameworks.assignment_imports (id) on delete cascade
);
create index ix_assignment_import_steps_import_id on frameworks.assignment_import_steps (import_id);
