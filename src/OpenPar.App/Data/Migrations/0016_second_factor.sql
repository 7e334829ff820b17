-- The second factor: authenticator applications (RFC 6238) and the recovery codes that stand in for them.
create table accounts.authenticators (
    user_id uuid not null,
    secret bytea not null,
    added_at timestamptz not null,
    last_step bigint not null,
    failed_count integer not null,
    rests_until timestamptz,
    constraint pk_authenticators primary key (user_id),
    constraint fk_authenticators_users_user_id foreign key (user_id) references accounts.users (id) on delete cascade,
    constraint ck_authenticators_failed_count_not_negative check (failed_count >= 0)
);
comment on table accounts.authenticators is 'Ứng dụng xác thực của từng người, mỗi người nhiều nhất một';
comment on column accounts.authenticators.user_id is 'Tài khoản';
comment on column accounts.authenticators.secret is 'Khoá chung với ứng dụng, đã mã hoá riêng cho tài khoản này';
comment on column accounts.authenticators.added_at is 'Thời điểm thêm';
comment on column accounts.authenticators.last_step is 'Bước 30 giây của mã dùng gần nhất; mã đến bước này không dùng được nữa';
comment on column accounts.authenticators.failed_count is 'Số mã sai liên tiếp';
comment on column accounts.authenticators.rests_until is 'Sau nhiều mã sai, đến thời điểm này mới xét mã tiếp';

create table accounts.recovery_codes (
    user_id uuid not null,
    code_hash text not null,
    used_at timestamptz,
    constraint pk_recovery_codes primary key (user_id, code_hash),
    constraint fk_recovery_codes_authenticators_user_id foreign key (user_id) references accounts.authenticators (user_id) on delete cascade
);
comment on table accounts.recovery_codes is 'Mã khôi phục dùng một lần, thay cho ứng dụng xác thực bị mất';
comment on column accounts.recovery_codes.user_id is 'Tài khoản';
comment on column accounts.recovery_codes.code_hash is 'SHA-256 của mã cùng tài khoản; bản thân mã không được giữ';
comment on column accounts.recovery_codes.used_at is 'Thời điểm đã dùng';
