-- The council, its sessions and the decisions made in them; bonus and penalty; approvals with the frozen result; publications.
create table rounds.council_members (
    round_id uuid not null,
    user_id uuid not null,
    chair boolean not null,
    added_by text not null,
    added_at timestamptz not null,
    constraint pk_council_members primary key (round_id, user_id),
    constraint fk_council_members_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict,
    constraint fk_council_members_users_user_id foreign key (user_id) references accounts.users (id) on delete restrict
);
create index ix_council_members_user_id on rounds.council_members (user_id);
comment on table rounds.council_members is 'Thành viên và chủ tịch Hội đồng thẩm định của một kỳ đánh giá';

create table rounds.council_sessions (
    id bigint generated always as identity,
    round_id uuid not null,
    held_on date not null,
    minutes_number text not null,
    note text,
    document_id uuid,
    entered_by text not null,
    entered_at timestamptz not null,
    constraint pk_council_sessions primary key (id),
    constraint fk_council_sessions_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict,
    constraint fk_council_sessions_documents_document_id foreign key (document_id) references evidence.documents (id) on delete restrict
);
create unique index ix_council_sessions_round_id_minutes_number on rounds.council_sessions (round_id, minutes_number);
create index ix_council_sessions_document_id on rounds.council_sessions (document_id);
comment on table rounds.council_sessions is 'Phiên họp của Hội đồng thẩm định, có số biên bản';
create trigger council_sessions_append_only before update or delete or truncate on rounds.council_sessions
    for each statement execute function rounds.refuse_change();

alter table rounds.row_decisions
    add column session_id bigint,
    add constraint fk_row_decisions_council_sessions_session_id foreign key (session_id) references rounds.council_sessions (id) on delete restrict,
    add constraint ck_row_decisions_council_in_session check ((stage = 'Council') = (session_id is not null));
create index ix_row_decisions_session_id on rounds.row_decisions (session_id);
comment on column rounds.row_decisions.session_id is 'Phiên họp Hội đồng đã quyết định';

create table rounds.adjustments (
    id bigint generated always as identity,
    sheet_id uuid not null,
    kind text not null,
    title text not null,
    claimed_points numeric not null,
    decided_points numeric,
    statement text,
    reason text,
    document_id uuid,
    state text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    constraint pk_adjustments primary key (id),
    constraint fk_adjustments_sheets_sheet_id foreign key (sheet_id) references rounds.sheets (id) on delete restrict,
    constraint fk_adjustments_documents_document_id foreign key (document_id) references evidence.documents (id) on delete restrict,
    constraint ck_adjustments_kind_known check (kind in ('Bonus', 'Penalty')),
    constraint ck_adjustments_state_known check (state in ('Claimed', 'Decided', 'Withdrawn')),
    constraint ck_adjustments_points_positive check (claimed_points > 0 and decided_points >= 0),
    constraint ck_adjustments_decided check ((state = 'Decided') = (decided_points is not null and reason is not null and decided_by is not null and decided_at is not null))
);
create index ix_adjustments_sheet_id on rounds.adjustments (sheet_id);
create index ix_adjustments_document_id on rounds.adjustments (document_id);
comment on table rounds.adjustments is 'Điểm thưởng đơn vị đề nghị và điểm trừ người thẩm định ghi, có căn cứ và quyết định';

create table rounds.approvals (
    id bigint generated always as identity,
    round_id uuid not null,
    decision_number text not null,
    decided_on date not null,
    content text not null,
    sha256 text not null,
    approved_by text not null,
    approved_at timestamptz not null,
    constraint pk_approvals primary key (id),
    constraint fk_approvals_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict
);
create index ix_approvals_round_id on rounds.approvals (round_id);
comment on table rounds.approvals is 'Các lần phê duyệt kết quả: số quyết định và toàn bộ kết quả đã đóng băng cùng mã băm; lần cuối có hiệu lực';
create trigger approvals_append_only before update or delete or truncate on rounds.approvals
    for each statement execute function rounds.refuse_change();

create table rounds.publications (
    id bigint generated always as identity,
    approval_id bigint not null,
    published_by text not null,
    published_at timestamptz not null,
    constraint pk_publications primary key (id),
    constraint fk_publications_approvals_approval_id foreign key (approval_id) references rounds.approvals (id) on delete restrict
);
create unique index ix_publications_approval_id on rounds.publications (approval_id);
comment on table rounds.publications is 'Thời điểm công bố một kết quả đã phê duyệt';
create trigger publications_append_only before update or delete or truncate on rounds.publications
    for each statement execute function rounds.refuse_change();
