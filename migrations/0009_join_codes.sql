-- A code may also let others join a complaint they share: any number of them, and only that complaint.
alter table link_codes add column kind text not null default 'person' check (kind in ('person', 'join'));
alter table link_codes add column complaint text;
alter table link_codes add check (kind = 'person' or complaint is not null);
