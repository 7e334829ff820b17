-- How rows of a framework continue in another is decided in groups (split, merged) at every level; notes on replaced laws belong to the framework.
create table frameworks.mapping_decisions (
    id uuid not null,
    from_framework_id text not null,
    to_framework_id text not null,
    relation text not null,
    state text not null,
    note text,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint pk_mapping_decisions primary key (id),
    constraint fk_mapping_decisions_frameworks_from_framework_id foreign key (from_framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint fk_mapping_decisions_frameworks_to_framework_id foreign key (to_framework_id) references frameworks.frameworks (id) on delete restrict,
    constraint ck_mapping_decisions_two_frameworks check (from_framework_id <> to_framework_id),
    constraint ck_mapping_decisions_relation_known check (relation in ('Same', 'Wider', 'Narrower', 'Split', 'Merged', 'New', 'Dropped')),
    constraint ck_mapping_decisions_state_known check (state in ('Confirmed', 'Changed', 'Refused'))
);
create index ix_mapping_decisions_from_framework_id on frameworks.mapping_decisions (from_framework_id);
create index ix_mapping_decisions_to_framework_id on frameworks.mapping_decisions (to_framework_id);

-- The side of a row is the framework it belongs to.
create table frameworks.mapping_members (
    decision_id uuid not null,
    framework_id text not null,
    code text not null,
    constraint pk_mapping_members primary key (decision_id, framework_id, code),
    constraint fk_mapping_members_mapping_decisions_decision_id foreign key (decision_id) references frameworks.mapping_decisions (id) on delete cascade,
    constraint fk_mapping_members_criteria_framework_id_code foreign key (framework_id, code) references frameworks.criteria (framework_id, code) on delete restrict
);
create index ix_mapping_members_framework_id_code on frameworks.mapping_members (framework_id, code);

-- What was decided row by row becomes groups: rows that continue one older row are its parts.
create temporary table moved on commit drop as
    select gen_random_uuid() as id, from_framework_id, to_framework_id, from_code, array_agg(to_code) as to_codes, bool_or(state = 'Changed') as changed
    from frameworks.criterion_mappings where state <> 'Proposed' and (state = 'NoCounterpart' or from_code is not null)
    group by from_framework_id, to_framework_id, from_code, case when from_code is null then to_code end;
insert into frameworks.mapping_decisions (id, from_framework_id, to_framework_id, relation, state, decided_at, decided_by)
    select id, from_framework_id, to_framework_id,
        case when from_code is null then 'New' when cardinality(to_codes) > 1 then 'Split' else 'Same' end,
        case when changed then 'Changed' else 'Confirmed' end, coalesce(entry.at, now()), coalesce(entry.actor_name, 'OpenPAR')
    from moved left join lateral (
        select at, actor_name from audit.entries where subject = 'mapping/' || from_framework_id || '/' || to_framework_id order by id desc limit 1) entry on true;
insert into frameworks.mapping_members (decision_id, framework_id, code)
    select id, to_framework_id, unnest(to_codes) from moved
    union all select id, from_framework_id, from_code from moved where from_code is not null;
drop table frameworks.criterion_mappings;

alter table frameworks.frameworks add column substitutions jsonb;
