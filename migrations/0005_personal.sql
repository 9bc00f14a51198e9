-- A file's name is somebody's words: kept as JSON, so that it can be sealed like the rest of them.
alter table files alter column name type jsonb using to_jsonb(name);
