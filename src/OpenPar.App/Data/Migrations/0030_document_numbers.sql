-- Looking for duplicates asks for the number of a document without leading zeros; on the last evening thousands ask at once.
create index ix_documents_number on evidence.documents (ltrim(number, '0'), added_at);
