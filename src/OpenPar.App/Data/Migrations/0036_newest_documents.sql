-- The newest documents of an agency, and of all, without going through the others.
drop index evidence.ix_documents_agency_id;
create index ix_documents_agency_id_added_at on evidence.documents (agency_id, added_at desc);
create index ix_documents_added_at on evidence.documents (added_at desc);
