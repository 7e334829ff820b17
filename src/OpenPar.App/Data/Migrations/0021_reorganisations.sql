-- Merge, split, rename and transfer of agencies during a year.
alter table rounds.sheets
    drop constraint ck_sheets_state_known,
    add constraint ck_sheets_state_known check (state in ('Filling', 'InReview', 'Signed', 'Announced', 'Settled', 'Retired'));

create table rounds.sheet_successors (
    sheet_id uuid not null,
    successor_id uuid not null,
    constraint pk_sheet_successors primary key (sheet_id, successor_id),
    constraint fk_sheet_successors_sheets_sheet_id foreign key (sheet_id) references rounds.sheets (id) on delete restrict,
    constraint fk_sheet_successors_sheets_successor_id foreign key (successor_id) references rounds.sheets (id) on delete restrict,
    constraint ck_sheet_successors_not_its_own check (sheet_id <> successor_id)
);
create index ix_sheet_successors_successor_id on rounds.sheet_successors (successor_id);
comment on table rounds.sheet_successors is 'Phiếu của đơn vị kế tục tiếp nối phiếu của đơn vị đã sắp xếp lại trong cùng kỳ';

create function organisations.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create table organisations.former_names (
    agency_id text not null,
    last_day date not null,
    name text not null,
    constraint pk_former_names primary key (agency_id, last_day),
    constraint fk_former_names_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict
);
comment on table organisations.former_names is 'Tên trước đây của cơ quan và ngày cuối cùng dùng tên đó';

create table organisations.reorganisations (
    id uuid not null,
    kind text not null,
    effective_on date not null,
    decision text not null,
    decided_on date,
    content jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_reorganisations primary key (id),
    constraint ck_reorganisations_decision_given check (decision <> '')
);
comment on table organisations.reorganisations is 'Phương án sắp xếp đơn vị: loại, ngày có hiệu lực, quyết định, đơn vị trước và sau';
comment on column organisations.reorganisations.content is 'Phương án ở dạng JSON: đơn vị trước, đơn vị sau, phần việc và người về từng đơn vị';
create trigger reorganisations_append_only before update or delete or truncate on organisations.reorganisations
    for each statement execute function organisations.refuse_change();

create table organisations.reorganisation_choices (
    id bigint generated always as identity,
    reorganisation_id uuid not null,
    choices jsonb not null,
    at timestamptz not null,
    by text not null,
    constraint pk_reorganisation_choices primary key (id),
    constraint fk_reorganisation_choices_reorganisations_reorganisation_id foreign key (reorganisation_id) references organisations.reorganisations (id) on delete restrict
);
create index ix_reorganisation_choices_reorganisation_id on organisations.reorganisation_choices (reorganisation_id);
comment on table organisations.reorganisation_choices is 'Mỗi lần người có thẩm quyền chọn cách xử lý các dòng trùng nhau; lần cuối được dùng';
create trigger reorganisation_choices_append_only before update or delete or truncate on organisations.reorganisation_choices
    for each statement execute function organisations.refuse_change();

create table organisations.reorganisation_applications (
    reorganisation_id uuid not null,
    state jsonb not null,
    choices jsonb not null,
    applied_at timestamptz not null,
    applied_by text not null,
    constraint pk_reorganisation_applications primary key (reorganisation_id),
    constraint fk_reorganisation_applications_reorganisations foreign key (reorganisation_id) references organisations.reorganisations (id) on delete restrict
);
comment on table organisations.reorganisation_applications is 'Lần thực hiện phương án, cùng hiện trạng ngay trước khi thực hiện để chạy lại và đối chiếu';
create trigger reorganisation_applications_append_only before update or delete or truncate on organisations.reorganisation_applications
    for each statement execute function organisations.refuse_change();

create table organisations.reorganisation_steps (
    reorganisation_id uuid not null,
    number integer not null,
    part text not null,
    step jsonb not null,
    constraint pk_reorganisation_steps primary key (reorganisation_id, number),
    constraint fk_reorganisation_steps_reorganisation_applications foreign key (reorganisation_id) references organisations.reorganisation_applications (reorganisation_id) on delete restrict
);
comment on table organisations.reorganisation_steps is 'Từng bước đã thực hiện của phương án sắp xếp đơn vị';
create trigger reorganisation_steps_append_only before update or delete or truncate on organisations.reorganisation_steps
    for each statement execute function organisations.refuse_change();
