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
  -- Industries (GB/T 4754) the question lies in.
  field_codes      text[] not null default '{}',
  -- Yuan.
  budget_min       integer check (budget_min >= 0),
  budget_max       integer check (budget_max >= budget_min),
  wanted_by        date,
  -- open: whoever is signed in reads all of it; nda: private details and budget only after a confidentiality agreement. The public never does.
  secrecy          text not null default 'open' check (secrecy in ('open', 'nda')),
  -- The technology manager, or the officer who routes a service need: the owner of the next step.
  manager_id       uuid references account (id) on delete set null,
  -- Ten working days after somebody began to owe an answer: the verifier, who finds an answer, or the asker who is to confirm a solution.
  -- Null while nobody does: in a draft, while another room's clock runs, and at the end.
  answer_due_at    timestamptz,
  -- 0 nobody was told, 1 the secretariat, 2 the authority above it.
  escalation       integer not null default 0 check (escalation between 0 and 2),
  first_answer_at  timestamptz,
  decline_code     text check (decline_code in ('wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear')),
  -- What solved it, in words; files hang on the need.
  solution         text,
  solution_by      uuid references organisation (id) on delete set null,
  reported_by      uuid references account (id) on delete set null,
  solved_at        timestamptz,
  confirmed_by     uuid references account (id) on delete set null
);
create index problem_clock on problem (answer_due_at) where answer_due_at is not null;
create index problem_manager on problem (manager_id);

-- Who, besides the parties, reads the private details: an organisation, for as long as one of its confidentiality agreements holds.
create table problem_access (
  need_id          uuid not null references problem (need_id) on delete cascade,
  organisation_id  uuid not null references organisation (id) on delete cascade,
  -- What granted it, such as 'introduction:<id>'.
  source           text not null check (char_length(source) between 1 and 100),
  granted_at       timestamptz not null,
  granted_by       uuid references account (id) on delete set null,
  primary key (need_id, organisation_id, source)
);
create index problem_access_organisation on problem_access (organisation_id);

-- A need ends in one of four ways, and each says what it has to; until then somebody's clock runs. Looked at when the transaction ends,
-- because a step writes both rows. A solution stays confirmed when the account of who confirmed it is gone.
create function problem_is_whole() returns trigger language plpgsql as $$
declare
  wanted uuid;
  its need%rowtype;
  facts problem%rowtype;
begin
  if tg_table_name = 'need' then wanted := new.id; else wanted := new.need_id; end if;
  select * into its from need where id = wanted;
  if not found then return null; end if;
  if its.kind = 'post' then raise exception 'a post is no problem' using constraint = 'problem_of_its_kind'; end if;
  select * into facts from problem where need_id = wanted;
  if not found or (its.kind = 'service' and its.state <> 'draft' and facts.family is null) or (its.kind = 'technology' and facts.family is not null) then
    raise exception 'a service need has a family, a technology need none' using constraint = 'problem_of_its_kind';
  end if;
  if its.state = 'solved' and (facts.solution is null or facts.solved_at is null) then raise exception 'solved says how, and since when' using constraint = 'problem_ends_with_reason'; end if;
  if its.state = 'declined' and facts.decline_code is null then raise exception 'declined gives a reason code' using constraint = 'problem_ends_with_reason'; end if;
  if (its.state in ('submitted', 'open', 'settling')) <> (facts.answer_due_at is not null) then raise exception 'a clock runs exactly while somebody owes an answer' using constraint = 'problem_has_a_clock'; end if;
  return null;
end $$;
create constraint trigger problem_is_whole after insert or update on problem deferrable initially deferred for each row execute function problem_is_whole();
create constraint trigger need_of_a_problem_is_whole after insert or update on need deferrable initially deferred for each row when (new.kind <> 'post') execute function problem_is_whole();

-- Needs of these kinds come as sheets, too.
alter table sheet_import drop constraint sheet_import_kind_check;
alter table sheet_import add constraint sheet_import_kind_check check (kind in ('organisations', 'students', 'teachers', 'posts', 'problems'));
