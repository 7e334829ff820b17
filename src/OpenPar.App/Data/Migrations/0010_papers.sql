-- What papers were made from, and the province's own templates for them.
create schema papers;

create table papers.records (
    code text not null,
    kind text not null,
    subject text not null,
    issuer text not null,
    title text not null,
    version text not null,
    data_on date not null,
    demonstration boolean not null,
    agency_id text,
    state json not null,
    sha256 text not null,
    made_at timestamptz not null,
    made_by text not null,
    made_by_id uuid,
    constraint pk_records primary key (code),
    constraint fk_records_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint ck_records_code_shape check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$'),
    constraint ck_records_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$')
);
create index ix_records_subject on papers.records (subject);
create index ix_records_agency_id on papers.records (agency_id);

create table papers.templates (
    kind text not null,
    file_name text not null,
    sha256 text not null,
    size bigint not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    constraint pk_templates primary key (kind)
);

-- A recorded state is evidence of what a paper was made from.
create function papers.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Recorded states are append-only.';
end $$;

create trigger records_append_only before update or delete or truncate on papers.records
    for each statement execute function papers.refuse_change();
