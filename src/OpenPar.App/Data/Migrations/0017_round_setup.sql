-- Suppliers of a group kept beside the rows they fill, the history of a round, and records of outages with the extensions they gave.
create table rounds.group_suppliers (
    group_id uuid not null,
    code text not null,
    agency_id text not null,
    constraint pk_group_suppliers primary key (group_id, code),
    constraint fk_group_suppliers_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint fk_group_suppliers_groups_group_id foreign key (group_id) references rounds.groups (id) on delete cascade
);
create index ix_group_suppliers_agency_id on rounds.group_suppliers (agency_id);
comment on table rounds.group_suppliers is 'Cơ quan cung cấp số liệu từ bên ngoài cho các đơn vị của một nhóm, theo tiêu chí hoặc cả lĩnh vực';

create table rounds.round_changes (
    id bigint generated always as identity,
    round_id uuid not null,
    event text not null,
    decision_number text,
    decided_on date,
    reason text,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint pk_round_changes primary key (id),
    constraint fk_round_changes_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict,
    constraint ck_round_changes_event_known check (event in ('Open', 'Pause', 'Resume', 'Close', 'Reopen', 'Approve', 'Publish'))
);
create index ix_round_changes_round_id on rounds.round_changes (round_id);
comment on table rounds.round_changes is 'Lịch sử điều hành một kỳ: mở, tạm dừng, tiếp tục, kết thúc, mở lại; số quyết định và lý do';
create trigger round_changes_append_only before update or delete or truncate on rounds.round_changes
    for each statement execute function rounds.refuse_change();

create table rounds.outages (
    id uuid not null,
    failed_from timestamptz not null,
    failed_until timestamptz not null,
    what text not null,
    decision_number text not null,
    decided_on date not null,
    working_days integer not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint pk_outages primary key (id),
    constraint ck_outages_in_order check (failed_from < failed_until),
    constraint ck_outages_working_days check (working_days between 1 and 60)
);
comment on table rounds.outages is 'Biên bản sự cố hệ thống: từ lúc, đến lúc, nội dung, quyết định và số ngày làm việc được gia hạn cho mọi kỳ đang mở';
create trigger outages_append_only before update or delete or truncate on rounds.outages
    for each statement execute function rounds.refuse_change();

alter table rounds.extensions
    add column outage_id uuid,
    add constraint fk_extensions_outages_outage_id foreign key (outage_id) references rounds.outages (id) on delete restrict;
create index ix_extensions_outage_id on rounds.extensions (outage_id);
comment on column rounds.extensions.outage_id is 'Biên bản sự cố đã cho gia hạn này';
