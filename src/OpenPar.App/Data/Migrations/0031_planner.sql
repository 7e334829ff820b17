-- The tables in use fit into memory: reading a page anywhere costs hardly more than the next one. Told otherwise (the default means a
-- turning disk), PostgreSQL reads all citations of the province to find those of one sheet. Where the role may not say it for the
-- database, its administrator does.
do $$
begin
    execute format('alter database %I set random_page_cost = 1.1', current_database());
exception when insufficient_privilege then
    raise notice 'random_page_cost is left as it is.';
end $$;
