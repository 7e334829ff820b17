-- A reorganisation that was carried out can be taken back.
alter table organisations.agencies
    drop constraint ck_agencies_valid_days_in_order,
    add constraint ck_agencies_valid_days_in_order check (valid_from <= valid_to + 1);
comment on column organisations.agencies.valid_to is 'Ngày cuối; là ngày ngay trước valid_from khi cơ quan không hoạt động ngày nào vì việc sắp xếp lập ra nó đã thu hồi';

alter table organisations.reorganisation_applications
    add column trace jsonb;
comment on column organisations.reorganisation_applications.trace is 'Những gì việc thực hiện đã thay thế, đủ để thu hồi; lần thực hiện trước khi có cột này thì không có';

create table organisations.reorganisation_revocations (
    reorganisation_id uuid not null,
    decision text not null,
    decided_on date,
    reason text not null,
    steps jsonb not null,
    revoked_at timestamptz not null,
    revoked_by text not null,
    constraint pk_reorganisation_revocations primary key (reorganisation_id),
    constraint fk_reorganisation_revocations_reorganisation_applications foreign key (reorganisation_id) references organisations.reorganisation_applications (reorganisation_id) on delete restrict,
    constraint ck_reorganisation_revocations_decision_given check (decision <> ''),
    constraint ck_reorganisation_revocations_reason_given check (reason <> '')
);
comment on table organisations.reorganisation_revocations is 'Lần thu hồi việc sắp xếp: quyết định, lý do và từng bước đã thực hiện';
create trigger reorganisation_revocations_append_only before update or delete or truncate on organisations.reorganisation_revocations
    for each statement execute function organisations.refuse_change();

create table organisations.returned_agencies (
    agency_id text not null,
    heir_id text not null,
    constraint pk_returned_agencies primary key (agency_id, heir_id),
    constraint fk_returned_agencies_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint fk_returned_agencies_agencies_heir_id foreign key (heir_id) references organisations.agencies (id) on delete restrict
);
create index ix_returned_agencies_heir_id on organisations.returned_agencies (heir_id);
comment on table organisations.returned_agencies is 'Cơ quan lập theo việc sắp xếp đã thu hồi và các đơn vị đọc được những gì đã ghi ở đó';
create trigger returned_agencies_append_only before update or delete or truncate on organisations.returned_agencies
    for each statement execute function organisations.refuse_change();
