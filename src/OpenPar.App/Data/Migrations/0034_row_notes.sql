-- Notes between the people of a row: who wrote in which role, and for whose eyes.
alter table rounds.row_messages
    drop constraint ck_row_messages_kind_known,
    add constraint ck_row_messages_kind_known check (kind in ('Return', 'Question', 'Objection', 'Explanation', 'Note', 'InternalNote')),
    add column author_role text,
    add column author_agency_id text,
    add constraint fk_row_messages_agencies_author_agency_id foreign key (author_agency_id) references organisations.agencies (id) on delete restrict,
    add constraint ck_row_messages_internal_of_an_agency check (kind <> 'InternalNote' or author_agency_id is not null);
create index ix_row_messages_author_agency_id on rounds.row_messages (author_agency_id);
comment on column rounds.row_messages.author_role is 'Vai trò của người viết trao đổi';
comment on column rounds.row_messages.author_agency_id is 'Cơ quan của người viết trao đổi; trao đổi nội bộ chỉ người của cơ quan này đọc';
