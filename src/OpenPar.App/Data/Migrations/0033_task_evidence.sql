-- Documents that prove the product of a task, which is a row of a plan.
create table evidence.task_citations (
    id bigint generated always as identity,
    plan_row_id uuid not null,
    document_id uuid not null,
    item text,
    page integer,
    added_at timestamptz not null,
    added_by text not null,
    constraint pk_task_citations primary key (id),
    constraint fk_task_citations_rows_plan_row_id foreign key (plan_row_id) references plans.rows (id) on delete restrict,
    constraint fk_task_citations_documents_document_id foreign key (document_id) references evidence.documents (id) on delete restrict,
    constraint ck_task_citations_page_from_one check (page > 0)
);
create index ix_task_citations_plan_row_id on evidence.task_citations (plan_row_id);
create index ix_task_citations_document_id on evidence.task_citations (document_id);
comment on table evidence.task_citations is 'Tài liệu chứng minh sản phẩm của nhiệm vụ trong kế hoạch';
