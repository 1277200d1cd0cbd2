-- What search finds besides: teams, support policies, agreements.
alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind check (kind in
  ('organisation', 'post', 'technology', 'service', 'achievement', 'team', 'offer', 'policy', 'student', 'teacher', 'round', 'agreement'));
call keep_searched('team', 'team', 'id');
call keep_searched('support_policy', 'policy', 'id');
call keep_searched('agreement', 'agreement', 'id');
call keep_searched('agreement_party', 'agreement', 'agreement_id');

-- What anybody says against an agreed price while it is published. Names and contacts are for the unit that answers and the office.
create table price_objection (
  id           uuid primary key default uuidv7(),
  number       text not null unique,
  deal_id      uuid not null references deal (id) on delete restrict,
  name         text not null check (char_length(name) between 1 and 50),
  contact      text not null check (char_length(contact) between 5 and 100),
  body         text not null check (char_length(body) between 10 and 2000),
  made_at      timestamptz not null,
  due_at       timestamptz not null check (due_at > made_at),
  -- kept: name and price stay. changed: it was right, and they are published anew.
  outcome      text check (outcome in ('kept', 'changed')),
  answer       text check (char_length(answer) between 10 and 2000),
  answered_by  uuid references account (id) on delete set null,
  answered_at  timestamptz,
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (outcome is null))
);
create index price_objection_of on price_objection (deal_id, made_at);
create index price_objection_open on price_objection (due_at) where answered_at is null;

-- Only while the price is being published.
create function price_objection_in_time() returns trigger language plpgsql as $$
declare held deal;
begin
  select * into held from deal where id = new.deal_id for update;
  if held.state <> 'drafting' or held.notice_from is null
      or (new.made_at at time zone 'Asia/Shanghai')::date not between held.notice_from and held.notice_until - 1 then
    raise exception 'the price is not being published' using errcode = 'check_violation', constraint = 'price_objection_in_time';
  end if;
  return new;
end $$;
create trigger price_objection_in_time before insert on price_objection for each row execute function price_objection_in_time();

-- Nobody signs while somebody waits for an answer.
create function deal_objections_answered() returns trigger language plpgsql as $$
begin
  if exists (select from price_objection where deal_id = new.id and answered_at is null) then
    raise exception 'an objection to the price is not answered' using errcode = 'check_violation', constraint = 'deal_objections_answered';
  end if;
  return new;
end $$;
create trigger deal_objections_answered before update of state on deal for each row when (old.state = 'drafting' and new.state = 'signed') execute function deal_objections_answered();

-- Weights of the five dimensions, in hundredths and in this order: contrast, education, experience, requirement, pay. Null: the usual ones.
alter table survey
  add column weights         integer[],
  add column weights_reason  text check (char_length(weights_reason) between 5 and 500),
  add column weights_by      uuid references account (id) on delete set null,
  add column weights_at      timestamptz,
  add constraint survey_weights_add_up check (weights is null or (cardinality(weights) = 5 and 0 <= all (weights)
    and weights[1] + weights[2] + weights[3] + weights[4] + weights[5] = 100)),
  add constraint survey_weights_have_reason check ((weights is null) = (weights_reason is null) and (weights is null) = (weights_at is null));

create function survey_method_is_settled() returns trigger language plpgsql as $$
begin
  raise exception 'a published survey is not changed' using constraint = 'survey_settled';
end $$;
create trigger survey_method_is_settled before update of weights, cut_off, catalogue on survey for each row
  when (old.state in ('published', 'archived') and (new.weights, new.cut_off, new.catalogue) is distinct from (old.weights, old.cut_off, old.catalogue))
  execute function survey_method_is_settled();

-- News of teams and policies, too; of agreements none, for mail and feeds travel.
alter table saved_search drop constraint saved_search_kind_check;
alter table saved_search add constraint saved_search_kind check (kind in ('organisation', 'post', 'technology', 'service', 'achievement', 'team', 'offer', 'policy', 'round'));
