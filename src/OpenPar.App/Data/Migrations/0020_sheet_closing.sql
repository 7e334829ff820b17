-- What happens to a sheet as a whole, and what its leader signed.
create table rounds.sheet_events (
    id bigint generated always as identity,
    sheet_id uuid not null,
    event text not null,
    "from" text not null,
    "to" text not null,
    text text,
    by text not null,
    at timestamptz not null,
    constraint pk_sheet_events primary key (id),
    constraint fk_sheet_events_sheets_sheet_id foreign key (sheet_id) references rounds.sheets (id) on delete restrict
);
create index ix_sheet_events_sheet_id on rounds.sheet_events (sheet_id);
comment on table rounds.sheet_events is 'Mỗi lần phiếu chuyển trạng thái: ai, lúc nào, lời nhắn hoặc lý do';
create trigger sheet_events_append_only before update or delete or truncate on rounds.sheet_events
    for each statement execute function rounds.refuse_change();

create table rounds.closings (
    id bigint generated always as identity,
    sheet_id uuid not null,
    content text not null,
    sha256 text not null,
    factor text not null,
    signed_by text not null,
    signer_id uuid,
    signed_at timestamptz not null,
    constraint pk_closings primary key (id),
    constraint fk_closings_sheets_sheet_id foreign key (sheet_id) references rounds.sheets (id) on delete restrict,
    constraint fk_closings_users_signer_id foreign key (signer_id) references accounts.users (id) on delete restrict,
    constraint ck_closings_sha256_length check (length(sha256) = 64)
);
create index ix_closings_sheet_id on rounds.closings (sheet_id);
create index ix_closings_signer_id on rounds.closings (signer_id);
comment on table rounds.closings is 'Mỗi lần lãnh đạo đơn vị ký phiếu: toàn bộ nội dung lúc ký và mã băm';
comment on column rounds.closings.content is 'Nội dung phiếu ở dạng JSON chuẩn tắc; mã băm SHA-256 tính trên đúng chuỗi này (UTF-8)';
comment on column rounds.closings.factor is 'Cách người ký xác thực lần thứ hai';
create trigger closings_append_only before update or delete or truncate on rounds.closings
    for each statement execute function rounds.refuse_change();

create table rounds.closing_documents (
    closing_id bigint not null,
    document_id uuid not null,
    added_by text not null,
    added_at timestamptz not null,
    constraint pk_closing_documents primary key (closing_id, document_id),
    constraint fk_closing_documents_closings_closing_id foreign key (closing_id) references rounds.closings (id) on delete restrict,
    constraint fk_closing_documents_documents_document_id foreign key (document_id) references evidence.documents (id) on delete restrict
);
create index ix_closing_documents_document_id on rounds.closing_documents (document_id);
comment on table rounds.closing_documents is 'Bản ký giấy đã quét hoặc tệp ký số kèm theo lần ký';
