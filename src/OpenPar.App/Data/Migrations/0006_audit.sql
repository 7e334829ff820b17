-- Who did what. Appended in the transaction of the change; never altered, never deleted.
create schema audit;

create table audit.entries (
    id bigint generated always as identity,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    address text,
    action text not null,
    subject text not null,
    before jsonb,
    after jsonb,
    constraint pk_entries primary key (id)
);
create index ix_entries_subject on audit.entries (subject);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only.';
end $$;

create trigger entries_append_only before update or delete or truncate on audit.entries
    for each statement execute function audit.refuse_change();
