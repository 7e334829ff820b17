-- Documents that prove rows. The bytes lie in the file store under their SHA-256.
create schema evidence;

create table evidence.documents (
    id uuid not null,
    number text,
    symbol text,
    issuer text not null,
    issued_on date,
    effective_on date,
    received_on date,
    subject text not null,
    type text,
    agency_id text,
    demonstration boolean not null,
    added_at timestamptz not null,
    added_by text not null,
    constraint pk_documents primary key (id),
    constraint fk_documents_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint ck_documents_subject_given check (subject <> '')
);
create index ix_documents_agency_id on evidence.documents (agency_id);

create table evidence.revisions (
    id bigint generated always as identity,
    document_id uuid not null,
    sha256 text not null,
    size bigint not null,
    file_name text not null,
    content_type text not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    constraint pk_revisions primary key (id),
    constraint fk_revisions_documents_document_id foreign key (document_id) references evidence.documents (id) on delete restrict,
    constraint ck_revisions_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_revisions_size_not_negative check (size >= 0)
);
create index ix_revisions_document_id on evidence.revisions (document_id);
create index ix_revisions_sha256 on evidence.revisions (sha256);

create table evidence.citations (
    id bigint generated always as identity,
    row_id uuid not null,
    document_id uuid not null,
    item text,
    page integer,
    added_at timestamptz not null,
    added_by text not null,
    constraint pk_citations primary key (id),
    constraint fk_citations_documents_document_id foreign key (document_id) references evidence.documents (id) on delete restrict,
    constraint fk_citations_rows_row_id foreign key (row_id) references rounds.rows (id) on delete restrict,
    constraint ck_citations_page_from_one check (page > 0)
);
create index ix_citations_document_id on evidence.citations (document_id);
create index ix_citations_row_id on evidence.citations (row_id);
