-- Appraisal: teams by field, and opinions of appraisers who do not see each other.
create table rounds.teams (
    id uuid not null,
    round_id uuid not null,
    name text not null,
    codes text[] not null,
    groups uuid[] not null,
    constraint pk_teams primary key (id),
    constraint fk_teams_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict
);
create unique index ix_teams_round_id_name on rounds.teams (round_id, name);
comment on table rounds.teams is 'Tổ thẩm định theo lĩnh vực của một kỳ đánh giá';
comment on column rounds.teams.codes is 'Mã lĩnh vực, tiêu chí tổ phụ trách; trống là tất cả';
comment on column rounds.teams.groups is 'Nhóm đơn vị tổ phụ trách; trống là tất cả';

create table rounds.team_members (
    team_id uuid not null,
    user_id uuid not null,
    leads boolean not null,
    constraint pk_team_members primary key (team_id, user_id),
    constraint fk_team_members_teams_team_id foreign key (team_id) references rounds.teams (id) on delete cascade,
    constraint fk_team_members_users_user_id foreign key (user_id) references accounts.users (id) on delete restrict
);
create index ix_team_members_user_id on rounds.team_members (user_id);
comment on table rounds.team_members is 'Thành viên tổ thẩm định; tổ trưởng quyết định khi hai người chấm khác nhau';

create table rounds.row_opinions (
    id bigint generated always as identity,
    row_id uuid not null,
    pass bigint not null,
    user_id uuid not null,
    appraiser text not null,
    points numeric,
    facts jsonb not null,
    set_points numeric,
    explanation jsonb not null,
    reason text,
    given_at timestamptz not null,
    constraint pk_row_opinions primary key (id),
    constraint fk_row_opinions_rows_row_id foreign key (row_id) references rounds.rows (id) on delete restrict,
    constraint fk_row_opinions_users_user_id foreign key (user_id) references accounts.users (id) on delete restrict,
    constraint ck_row_opinions_points_not_negative check (points >= 0)
);
create unique index ix_row_opinions_row_id_pass_user_id on rounds.row_opinions (row_id, pass, user_id);
create index ix_row_opinions_user_id on rounds.row_opinions (user_id);
comment on table rounds.row_opinions is 'Ý kiến của từng người thẩm định khi hai người chấm độc lập; chỉ ghi thêm, không sửa';
comment on column rounds.row_opinions.pass is 'Quyết định cuối của dòng lúc cho ý kiến: dòng nộp lại hay mở lại thì cho ý kiến từ đầu';
create trigger row_opinions_append_only before update or delete or truncate on rounds.row_opinions
    for each statement execute function rounds.refuse_change();
