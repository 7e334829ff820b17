-- Frameworks being written: everything typed, readable or not, with the last changes for undoing.
create table frameworks.framework_drafts (
    id uuid not null,
    head json not null,
    began_from text,
    state text not null,
    published_as text,
    next_number integer not null,
    version integer not null,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_framework_drafts primary key (id),
    constraint ck_framework_drafts_state_known check (state in ('Open', 'Published', 'Discarded')),
    constraint ck_framework_drafts_published_has_identity check ((state = 'Published') = (published_as is not null))
);

create table frameworks.framework_draft_rows (
    draft_id uuid not null,
    number integer not null,
    sort_order integer not null,
    level integer not null,
    text json not null,
    version integer not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_framework_draft_rows primary key (draft_id, number),
    constraint fk_framework_draft_rows_framework_drafts_draft_id foreign key (draft_id) references frameworks.framework_drafts (id) on delete cascade,
    constraint ck_framework_draft_rows_level_in_range check (level between 1 and 6)
);

create table frameworks.framework_draft_changes (
    id bigint not null generated always as identity,
    draft_id uuid not null,
    what text not null,
    before json not null,
    at timestamptz not null,
    by text not null,
    constraint pk_framework_draft_changes primary key (id),
    constraint fk_framework_draft_changes_framework_drafts_draft_id foreign key (draft_id) references frameworks.framework_drafts (id) on delete cascade
);
create index ix_framework_draft_changes_draft_id on frameworks.framework_draft_changes (draft_id);
