-- What each person has read on a row, so that what is new for them can be counted.
alter table rounds.row_messages
    add column author_id uuid,
    add constraint fk_row_messages_users_author_id foreign key (author_id) references accounts.users (id) on delete restrict;
create index ix_row_messages_author_id on rounds.row_messages (author_id);
comment on column rounds.row_messages.author_id is 'Tài khoản của người viết; tin viết trước khi có cột này thì không có và không tính là tin mới';

create table rounds.seen_rows (
    user_id uuid not null,
    row_id uuid not null,
    message_id bigint not null,
    seen_at timestamptz not null,
    constraint pk_seen_rows primary key (user_id, row_id),
    constraint fk_seen_rows_users_user_id foreign key (user_id) references accounts.users (id) on delete restrict,
    constraint fk_seen_rows_rows_row_id foreign key (row_id) references rounds.rows (id) on delete restrict
);
create index ix_seen_rows_row_id on rounds.seen_rows (row_id);
comment on table rounds.seen_rows is 'Mỗi người đã xem đến tin nào của một dòng; chỉ ghi khi có tin mới được hiện ra';
comment on column rounds.seen_rows.user_id is 'Người xem';
comment on column rounds.seen_rows.row_id is 'Dòng';
comment on column rounds.seen_rows.message_id is 'Tin mới nhất đã hiện ra cho người ấy';
comment on column rounds.seen_rows.seen_at is 'Lúc xem';
