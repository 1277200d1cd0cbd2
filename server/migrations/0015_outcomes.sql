-- Chains lines to the last one: [{ at, event, …, text }], where `text` is the line as it is hashed. In one call, for everybody who writes
-- waits here for the commit of whoever came before: nothing of the way to the server and back belongs inside.
create function append_audit(lines json) returns void language plpgsql as $$
declare
  line record;
  previous bytea;
begin
  perform pg_advisory_xact_lock(hashtext('audit_entry'));
  select hash into previous from audit_entry order by id desc limit 1;
  previous := coalesce(previous, decode(repeat('00', 32), 'hex'));
  for line in
    select * from json_to_recordset(lines)
      as x (at timestamptz, event text, account_id uuid, organisation_id uuid, subject_type text, subject_id text, details jsonb, text text)
  loop
    insert into audit_entry (at, event, account_id, organisation_id, subject_type, subject_id, details, previous_hash, hash)
    values (line.at, line.event, line.account_id, line.organisation_id, line.subject_type, line.subject_id, line.details, previous,
      sha256(previous || convert_to(line.text, 'UTF8')))
    returning hash into previous;
  end loop;
end $$;

-- Why each wish came out as it did: facts frozen with the result, from which a letter is worded in any language. One row a student,
-- [{ post, choice, code, … }] in the order of the wishes, with the mark that got the place: a row a wish took longer to keep than the round to run.
alter table wish_outcome rename to wish_outcome_before;
alter table wish_outcome_before drop constraint wish_outcome_pkey;
create table wish_outcome (
  round_id    uuid not null,
  student_id  uuid not null,
  outcomes    json not null,
  primary key (round_id, student_id),
  constraint wish_outcome_has_result foreign key (round_id, student_id) references round_result (round_id, student_id) on delete cascade
);
insert into wish_outcome (round_id, student_id, outcomes)
select o.round_id, o.student_id, json_agg(
    jsonb_build_object('post', n.number, 'choice', o.choice, 'code', o.reason) || o.facts || case when o.reason = 'placed' then jsonb_build_object('mark', o.score) else '{}' end
    order by o.choice)
from wish_outcome_before o
join round_result r on r.round_id = o.round_id and r.student_id = o.student_id
join need n on n.id = o.post_id
group by o.round_id, o.student_id;
drop table wish_outcome_before;
drop function wish_outcome_has_result();

-- What the run adds to the frozen list: { seed, digest, placements, cutOffs, closed, guarantees }. In a round run before, all of it stands in `content`.
alter table round_export add column result json;
alter table round_export alter column result set storage external;
