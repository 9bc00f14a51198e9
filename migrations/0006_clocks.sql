-- One dated look for all clocks of a complaint, instead of one for each of them. Looks that already wait become the new
-- kind: the first tells what is due, the others find nothing left to tell.
update follow_ups set command = jsonb_set(command, '{type}', '"CheckClocks"')
where command ->> 'type' = 'CheckClock' and state in ('waiting', 'parked');

-- When a follow-up may be carried out: its date, or later after a failure or an outage.
alter table follow_ups add column run_at timestamptz;
update follow_ups set run_at = due_at;
alter table follow_ups alter column run_at set not null;
drop index follow_ups_due;
create index follow_ups_run on follow_ups (run_at, due_at, key) where state = 'waiting';
create index follow_ups_complaint on follow_ups (complaint, run_at) where state = 'waiting';
