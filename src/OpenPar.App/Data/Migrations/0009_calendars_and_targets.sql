-- Working days of each year, as packs give them. Decisions keep a copy of what they were counted by.
create table rounds.calendar_years (
    year integer not null,
    title text not null,
    note text,
    weekend text[] not null,
    days_off date[] not null,
    working_days date[] not null,
    sources text[] not null,
    loaded_at timestamptz not null,
    constraint pk_calendar_years primary key (year)
);

-- Where figures come from that were not simply declared: other rows, other years, the group, or a source that was typed beside them.
alter table rounds.rows add column origins jsonb not null default '{}';

-- What a decision rests on beside its figures; null for decisions made before it was kept.
alter table rounds.row_decisions add column basis jsonb;

-- What a leaf is to reach in a year (mục tiêu).
create table frameworks.targets (
    framework_id text not null,
    code text not null,
    year integer not null,
    points numeric,
    text text,
    origin text not null,
    note text,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint pk_targets primary key (framework_id, code, year),
    constraint fk_targets_criteria_framework_id_code foreign key (framework_id, code) references frameworks.criteria (framework_id, code) on delete restrict,
    constraint ck_targets_points_not_negative check (points >= 0),
    constraint ck_targets_says_something check (points is not null or text is not null),
    constraint ck_targets_origin_known check (origin in ('Imported', 'CarriedOver', 'Entered'))
);
