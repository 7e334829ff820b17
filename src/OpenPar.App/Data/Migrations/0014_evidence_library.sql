-- The library: what is known of stored bytes, uploads that are not documents yet, more of what Nghị định 30/2020 says of a document.
create table evidence.files (
    sha256 text not null,
    size bigint not null,
    scan text not null,
    scan_detail text,
    scanned_at timestamptz,
    reading text not null,
    text text,
    folded text,
    search tsvector not null generated always as (to_tsvector('simple'::regconfig, coalesce(folded, ''))) stored,
    constraint pk_files primary key (sha256),
    constraint ck_files_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_files_size_not_negative check (size >= 0),
    constraint ck_files_scan_known check (scan in ('NotScanned', 'Clean', 'Infected')),
    constraint ck_files_reading_known check (reading in ('Waiting', 'Read', 'Unreadable'))
);
create index ix_files_search on evidence.files using gin (search);
create index ix_files_reading on evidence.files (reading) where reading = 'Waiting';
create index ix_files_scan on evidence.files (scan) where scan = 'NotScanned';
comment on table evidence.files is 'Nội dung tệp đã lưu, mỗi nội dung một dòng: quét vi-rút và chữ đọc được';
comment on column evidence.files.folded is 'Chữ không dấu, từng dòng ứng với từng dòng của text; trang cách nhau bằng ký tự sang trang';
insert into evidence.files (sha256, size, scan, reading)
select sha256, max(size), 'NotScanned', 'Waiting' from evidence.revisions group by sha256;

alter table evidence.revisions
    add column seen_at timestamptz,
    add constraint fk_revisions_files_sha256 foreign key (sha256) references evidence.files (sha256) on delete restrict;
comment on column evidence.revisions.seen_at is 'Thời điểm trang web được xem, khi tệp là bản chụp của một liên kết';

alter table evidence.documents
    add column signer text,
    add column signer_position text,
    add column expires_on date,
    add column archive_on date,
    add column link text,
    add column folded text,
    add column search tsvector not null generated always as (to_tsvector('simple'::regconfig, coalesce(folded, ''))) stored;
create index ix_documents_search on evidence.documents using gin (search);
comment on column evidence.documents.signer is 'Người ký, như trên văn bản';
comment on column evidence.documents.signer_position is 'Chức vụ của người ký';
comment on column evidence.documents.expires_on is 'Ngày hết hiệu lực';
comment on column evidence.documents.archive_on is 'Ngày đưa vào lưu trữ: từ ngày này không dẫn thêm';
comment on column evidence.documents.link is 'Địa chỉ trang web được dẫn làm chứng cứ';
comment on column evidence.documents.folded is 'Số, ký hiệu, cơ quan, trích yếu, loại, người ký, tên tệp không dấu, để tìm';

create table evidence.uploads (
    id uuid not null,
    owner_id uuid not null,
    owner_name text not null,
    agency_id text,
    file_name text not null,
    size bigint not null,
    sha256 text,
    content_type text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint pk_uploads primary key (id),
    constraint fk_uploads_agencies_agency_id foreign key (agency_id) references organisations.agencies (id) on delete restrict,
    constraint fk_uploads_files_sha256 foreign key (sha256) references evidence.files (sha256) on delete restrict,
    constraint ck_uploads_size_positive check (size > 0)
);
create index ix_uploads_owner_id on evidence.uploads (owner_id);
create index ix_uploads_agency_id on evidence.uploads (agency_id);
create index ix_uploads_sha256 on evidence.uploads (sha256);
create index ix_uploads_expires_at on evidence.uploads (expires_at);
comment on table evidence.uploads is 'Tệp đang tải hoặc đã tải xong mà chưa thành tài liệu';
comment on column evidence.uploads.size is 'Dung lượng báo trước (byte); phần đã nhận nằm trong kho tệp';
comment on column evidence.uploads.expires_at is 'Sau thời điểm này tệp chưa dùng bị xoá';
