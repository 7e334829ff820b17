-- Roles whose people must have a second factor before they do anything else.
create table accounts.second_factor_roles (
    role text not null,
    set_at timestamptz not null,
    set_by text not null,
    constraint pk_second_factor_roles primary key (role)
);
comment on table accounts.second_factor_roles is 'Vai trò bắt buộc có xác thực thứ hai; vai trò không có ở đây thì không bắt buộc';
comment on column accounts.second_factor_roles.role is 'Vai trò';
comment on column accounts.second_factor_roles.set_at is 'Bắt buộc từ lúc nào';
comment on column accounts.second_factor_roles.set_by is 'Ai đặt';
