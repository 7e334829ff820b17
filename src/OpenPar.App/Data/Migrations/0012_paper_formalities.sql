-- What a province sets once for all its papers: the place, and who signs decisions and other papers. Null leaves it open on paper.
create table papers.formalities (
    id integer not null,
    place text,
    decision_authority text,
    decision_position text,
    decision_signer text,
    report_authority text,
    report_position text,
    report_signer text,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_formalities primary key (id),
    constraint ck_formalities_one check (id = 1)
);

-- Leads invented for the demonstration say so, and papers made from them are marked.
update frameworks.assignments set origin = 'Demonstration' where origin = 'Entered' and decided_by = 'Dữ liệu minh hoạ';
