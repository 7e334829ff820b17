-- Rounds of many units: groups with a framework each, both ways of scoring, sheets with a life of their own, extensions, delegated rows.
create table rounds.groups (
    id uuid not null,
    round_id uuid not null,
    name text not null,
    sort_order integer not null,
    framework_id text not null,
    constraint pk_groups primary key (id),
    constraint fk_groups_frameworks_framework_id foreign key (framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint fk_groups_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict
);
create unique index ix_groups_round_id_name on rounds.groups (round_id, name);
create index ix_groups_framework_id on rounds.groups (framework_id);
comment on table rounds.groups is 'Nhóm đơn vị của một kỳ đánh giá: chấm theo một bộ chỉ số, xếp hạng trong nhóm';

-- A round has had one framework and one unit until now: it becomes one group.
insert into rounds.groups (id, round_id, name, sort_order, framework_id)
select gen_random_uuid(), r.id, coalesce((select a.name from rounds.sheets s join organisations.agencies a on a.id = s.unit_id where s.round_id = r.id limit 1), r.title), 0, r.framework_id
from rounds.rounds r;

alter table rounds.rounds
    add column way text not null default 'ByCriterion',
    add column explanation_due_on date,
    add column second_appraisal_due_on date,
    add column settings jsonb not null default '{}';
update rounds.rounds set explanation_due_on = appraisal_due_on, second_appraisal_due_on = appraisal_due_on;
alter table rounds.rounds
    alter column way drop default,
    alter column settings drop default,
    alter column explanation_due_on set not null,
    alter column second_appraisal_due_on set not null,
    drop column framework_id,
    drop constraint ck_rounds_calendar_in_order,
    add constraint ck_rounds_calendar_in_order check (
        opens_on <= self_score_due_on and self_score_due_on <= appraisal_due_on
        and appraisal_due_on <= explanation_due_on and explanation_due_on <= second_appraisal_due_on),
    drop constraint ck_rounds_state_known,
    add constraint ck_rounds_state_known check (state in ('Draft', 'Open', 'Paused', 'Closed', 'Approved', 'Published')),
    add constraint ck_rounds_way_known check (way in ('ByCriterion', 'ByUnit'));
comment on column rounds.rounds.way is 'Cách chấm: theo cơ quan chủ trì tiêu chí hoặc theo đơn vị được đánh giá';
comment on column rounds.rounds.settings is 'Xếp loại, mức trần điểm thưởng và điểm trừ, cách xử lý dòng không áp dụng';

alter table rounds.sheets
    add column group_id uuid,
    add column state text not null default 'Filling';
update rounds.sheets s set group_id = (select g.id from rounds.groups g where g.round_id = s.round_id);
alter table rounds.sheets
    alter column group_id set not null,
    alter column state drop default,
    add constraint fk_sheets_groups_group_id foreign key (group_id) references rounds.groups (id) on delete restrict,
    add constraint ck_sheets_state_known check (state in ('Filling', 'InReview', 'Signed', 'Announced', 'Settled'));
create index ix_sheets_group_id on rounds.sheets (group_id);

alter table rounds.rows
    add column absence text,
    add column answer_due_on date,
    drop constraint ck_rows_state_known,
    add constraint ck_rows_state_known check (state in (
        'NotStarted', 'InProgress', 'Submitted', 'Returned', 'Appraised', 'Questioned', 'Explained', 'Reappraised', 'Decided')),
    add constraint ck_rows_absence_known check (absence in ('NotApplicable', 'NotOccurring'));
comment on column rounds.rows.absence is 'Không áp dụng hoặc không phát sinh, theo kê khai của đơn vị';
comment on column rounds.rows.answer_due_on is 'Hạn trả lời riêng của dòng bị trả lại hoặc chờ giải trình';

alter table rounds.row_messages add column kind text not null default 'Return';
alter table rounds.row_messages
    alter column kind drop default,
    add constraint ck_row_messages_kind_known check (kind in ('Return', 'Question', 'Objection', 'Explanation', 'Note'));

create table rounds.row_delegates (
    row_id uuid not null,
    user_id uuid not null,
    delegated_by text not null,
    delegated_at timestamptz not null,
    constraint pk_row_delegates primary key (row_id, user_id),
    constraint fk_row_delegates_rows_row_id foreign key (row_id) references rounds.rows (id) on delete cascade,
    constraint fk_row_delegates_users_user_id foreign key (user_id) references accounts.users (id) on delete restrict
);
create index ix_row_delegates_user_id on rounds.row_delegates (user_id);
comment on table rounds.row_delegates is 'Cán bộ của đơn vị được giao nhập một dòng';

create table rounds.extensions (
    id bigint generated always as identity,
    round_id uuid not null,
    group_id uuid,
    sheet_id uuid,
    step text not null,
    due_on date not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint pk_extensions primary key (id),
    constraint fk_extensions_groups_group_id foreign key (group_id) references rounds.groups (id) on delete restrict,
    constraint fk_extensions_rounds_round_id foreign key (round_id) references rounds.rounds (id) on delete restrict,
    constraint fk_extensions_sheets_sheet_id foreign key (sheet_id) references rounds.sheets (id) on delete restrict,
    constraint ck_extensions_step_known check (step in ('SelfScore', 'Appraisal', 'Explanation', 'SecondAppraisal')),
    constraint ck_extensions_reach check (group_id is null or sheet_id is null)
);
create index ix_extensions_round_id on rounds.extensions (round_id);
create index ix_extensions_group_id on rounds.extensions (group_id);
create index ix_extensions_sheet_id on rounds.extensions (sheet_id);
comment on table rounds.extensions is 'Gia hạn một bước cho tất cả, một nhóm hoặc một đơn vị';
create trigger extensions_append_only before update or delete or truncate on rounds.extensions
    for each statement execute function rounds.refuse_change();
