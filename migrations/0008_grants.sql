-- What was granted, a row for each remedy once the last yes was given: for what a complainant was granted before, and for
-- budgets. It holds no words of anybody, so it stays readable where complaints are sealed.
create table grants (
  complaint text not null,
  remedy text not null,
  complainant_id text not null,
  department text not null,
  kind text not null,
  role text,
  currency text not null,
  amount_minor bigint not null,
  granted_at timestamptz not null,
  -- Owed anyway, a verified billing error: no budget stands in its way.
  owed boolean not null,
  -- The offer was declined, or the complaint ended before it was accepted.
  cancelled boolean not null,
  synthetic boolean not null,
  primary key (complaint, remedy)
);
create index grants_budget on grants (currency, granted_at, department) where not cancelled and not owed;
create index grants_complainant on grants (complainant_id) where not cancelled;

-- Files of before: whose last yes was given, with the best date the file holds.
insert into grants
select complaints.number, remedy ->> 'id', complaints.complainant_id, complaints.department, remedy ->> 'kind', null,
  remedy -> 'money' ->> 'currency', (remedy -> 'money' ->> 'amountMinor')::bigint,
  coalesce(remedy -> 'approvals' -> -1 ->> 'at', remedy ->> 'proposedAt')::timestamptz,
  coalesce(remedy -> 'billing', 'null') <> 'null',
  remedy ->> 'status' = 'declined' or complaints.stage in ('withdrawn', 'merged', 'declined') and remedy ->> 'status' = 'offered',
  complaints.synthetic
from complaints cross join lateral jsonb_array_elements(coalesce(complaints.state -> 'remedies', '[]')) as remedy
where jsonb_typeof(remedy -> 'money') = 'object'
  and remedy ->> 'status' in ('approved', 'offered', 'accepted', 'carried_out', 'declined');
