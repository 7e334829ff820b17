-- Stored bytes that nothing uses, since when. Saving the same bytes again takes the mark away; the sweep removes what kept its mark long enough.
create table evidence.unused_files (
    sha256 text not null,
    since timestamptz not null,
    constraint pk_unused_files primary key (sha256),
    constraint ck_unused_files_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table evidence.unused_files is 'Nội dung trong kho tệp mà không bản ghi nào dùng, và từ lúc nào; hết thời gian chờ thì bị dọn';
