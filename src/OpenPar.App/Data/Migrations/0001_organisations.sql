-- Agencies of the province, with the days between which they exist, and what became of them.
create schema organisations;

create table organisations.agencies (
    id text not null,
    name text not null,
    kind text not null,
    parent_id text,
    aliases text[] not null,
    valid_from date,
    valid_to date,
    search_text text not null,
    constraint pk_agencies primary key (id),
    constraint fk_agencies_agencies_parent_id foreign key (parent_id) references organisations.agencies (id) on delete restrict,
    constraint ck_agencies_id_is_a_slug check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint ck_agencies_valid_days_in_order check (valid_from <= valid_to),
    constraint ck_agencies_name_given check (name <> ''),
    constraint ck_agencies_not_its_own_parent check (parent_id <> id)
);
create index ix_agencies_parent_id on organisations.agencies (parent_id);

create table organisations.successions (
    predecessor_id text not null,
    successor_id text not null,
    effective_on date not null,
    kind text not null,
    source text,
    constraint pk_successions primary key (predecessor_id, successor_id),
    constraint fk_successions_agencies_predecessor_id foreign key (predecessor_id) references organisations.agencies (id) on delete restrict,
    constraint fk_successions_agencies_successor_id foreign key (successor_id) references organisations.agencies (id) on delete restrict,
    constraint ck_successions_not_its_own_successor check (predecessor_id <> successor_id)
);
create index ix_successions_successor_id on organisations.successions (successor_id);
