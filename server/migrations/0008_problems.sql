-- Needs that other rooms answer: technology needs and service needs, together "problems". A post is answered by students in a round; a
-- problem is answered by an achievement, a team or a service, and ends only as solved, declined, withdrawn or expired.

alter table need drop constraint need_kind_check;
alter table need add constraint need_kind_check check (kind in ('post', 'technology', 'service'));
alter table need drop constraint need_state_check;
alter table need add constraint need_state_check check (
  case kind
    when 'post' then state in ('draft', 'submitted', 'open', 'stale', 'closed', 'declined', 'withdrawn')
    else state in ('draft', 'submitted', 'open', 'answered', 'settling', 'solved', 'declined', 'withdrawn', 'expired')
  end
);
create index need_kind on need (kind, alliance_id, state);

create table problem (
  need_id          uuid primary key references need (id) on delete cascade,
  -- One of the five families of services; a technology need has none.
  family           text check (family in ('talent_training', 'technology_application', 'management_innovation', 'industrial_support', 'enterprise_acceleration')),
  -- What anybody may read, and what only the parties read.
  description      text not null default '',
  description_en   text,
  private_details  text,
  present_value    text,
  wanted_value     text,
  field_codes      text[] not null default '{}',
  -- Yuan.
  budget_min       integer check (budget_min >= 0),
  budget_max       integer check (budget_max >= budget_min),
  wanted_by        date,
  -- open: all of it may be shown; nda: the private details only after both signed a confidentiality agreement.
  secrecy          text not null default 'open' check (secrecy in ('open', 'nda')),
  -- The technology manager, or the officer who routes a service need: the owner of the next step.
  manager_id       uuid references account (id) on delete set null,
  -- Ten working days after it was opened or reopened; null while nobody has to answer.
  answer_due_at    timestamptz,
  -- 0 nobody was told, 1 the secretariat, 2 the authority above it.
  escalation       integer not null default 0 check (escalation between 0 and 2),
  first_answer_at  timestamptz,
  decline_code     text check (decline_code in ('wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear')),
  -- What solved it, in words; files hang on the need.
  solution         text,
  solution_by      uuid references organisation (id) on delete set null,
  solved_at        timestamptz,
  confirmed_by     uuid references account (id) on delete set null
);
create index problem_clock on problem (answer_due_at) where answer_due_at is not null;
create index problem_manager on problem (manager_id);

-- A need ends in one of four ways, and each says what it has to.
create function problem_is_whole() returns trigger language plpgsql as $$
declare its need%rowtype;
begin
  select * into its from need where id = new.need_id;
  if its.kind = 'post' then raise exception 'a post is no problem' using constraint = 'problem_of_its_kind'; end if;
  if (its.kind = 'service') <> (new.family is not null) then raise exception 'a service need has a family' using constraint = 'problem_of_its_kind'; end if;
  if its.state = 'solved' and (new.solution is null or new.confirmed_by is null) then raise exception 'solved says how, and who confirmed it' using constraint = 'problem_ends_with_reason'; end if;
  if its.state = 'declined' and new.decline_code is null then raise exception 'declined gives a reason code' using constraint = 'problem_ends_with_reason'; end if;
  return null;
end $$;
create constraint trigger problem_is_whole after insert or update on problem deferrable initially deferred for each row execute function problem_is_whole();
