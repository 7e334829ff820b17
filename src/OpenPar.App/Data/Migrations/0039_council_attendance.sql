-- Who came to a session of the council, when and where, and how it voted on each row.
create table rounds.council_attendances (
    id bigint generated always as identity,
    session_id bigint not null,
    starts_at time,
    ends_at time,
    place text,
    secretary text,
    guests text,
    people jsonb,
    entered_by text not null,
    entered_at timestamptz not null,
    constraint pk_council_attendances primary key (id),
    constraint fk_council_attendances_council_sessions_session_id foreign key (session_id) references rounds.council_sessions (id) on delete restrict,
    constraint ck_council_attendances_somebody_listed check (people is not null and jsonb_array_length(people) > 0)
);
create index ix_council_attendances_session_id on rounds.council_attendances (session_id);
comment on table rounds.council_attendances is 'Người dự, giờ và nơi họp của một phiên họp Hội đồng; chỉ thêm, bản ghi sau cùng có giá trị';
comment on column rounds.council_attendances.people is 'Thành viên theo danh sách lúc ghi: có mặt hay vắng, lý do vắng';
create trigger council_attendances_append_only before update or delete or truncate on rounds.council_attendances
    for each statement execute function rounds.refuse_change();

alter table rounds.row_decisions
    add column votes_for integer,
    add column votes_against integer,
    add column votes_other integer,
    add constraint ck_row_decisions_votes_in_session check (
        (votes_for is null and votes_against is null and votes_other is null)
        or (session_id is not null and votes_for >= 0 and votes_against >= 0 and votes_other >= 0));
comment on column rounds.row_decisions.votes_for is 'Số phiếu tán thành quyết định của Hội đồng; trống khi không ghi biểu quyết';
comment on column rounds.row_decisions.votes_against is 'Số phiếu không tán thành';
comment on column rounds.row_decisions.votes_other is 'Số ý kiến khác';
