-- technology: achievements and teams, how they are brought together with needs, and the contracts that come of it.

create table achievement (
  id                uuid primary key default uuidv7(),
  number            text not null unique,
  alliance_id       uuid not null references alliance (id) on delete restrict,
  organisation_id   uuid not null references organisation (id) on delete restrict,
  title             text not null check (char_length(title) between 1 and 100),
  title_en          text,
  -- What anybody may read, and what only the parties read.
  description       text not null default '',
  description_en    text,
  details           text,
  field_codes       text[] not null default '{}',
  -- 0: nothing shown yet; the highest n of 1 to 9 of which every one has evidence. Who looked at it besides the owner confirmed it.
  level             integer not null default 0 check (level between 0 and 9),
  level_standard    text not null default 'GB/T 22900-2022',
  level_confirmed   integer check (level_confirmed between 1 and 9),
  level_confirmed_at timestamptz,
  level_confirmed_by uuid references account (id) on delete set null,
  ways              text[] not null default '{}' check (ways <@ array['transfer', 'licence', 'equity', 'co_development', 'service']),
  -- Yuan; null is negotiable.
  price             bigint check (price >= 0),
  contact_name      text,
  contact_phone     text,
  -- public: shown to everybody; members: only to who is signed in; nda: its public part to everybody, details after a confidentiality agreement.
  disclosure        text not null default 'public' check (disclosure in ('public', 'members', 'nda')),
  state             text not null check (state in ('draft', 'submitted', 'open', 'stale', 'declined', 'withdrawn')),
  reason            text,
  created_by        uuid references account (id) on delete set null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  submitted_at      timestamptz,
  verified_at       timestamptz,
  verified_by       uuid references account (id) on delete set null,
  confirmed_at      timestamptz,
  closed_at         timestamptz,
  demo              boolean not null default false,
  version           integer not null default 1,
  check ((level_confirmed is null) = (level_confirmed_at is null)),
  check ((state in ('open', 'stale')) <= (verified_at is not null and confirmed_at is not null)),
  check ((state = 'declined') <= (reason is not null))
);
create index achievement_list on achievement (state, verified_at desc);
create index achievement_organisation on achievement (organisation_id);
create index achievement_clock on achievement (confirmed_at) where state in ('open', 'stale');

-- What shows that a level of readiness was reached; files hang on it.
create table achievement_evidence (
  id              uuid primary key default uuidv7(),
  achievement_id  uuid not null references achievement (id) on delete cascade,
  level           integer not null check (level between 1 and 9),
  text            text not null check (char_length(text) >= 10),
  unique (achievement_id, level)
);

create table achievement_right (
  id              uuid primary key default uuidv7(),
  achievement_id  uuid not null references achievement (id) on delete cascade,
  position        integer not null,
  kind            text not null check (kind in ('invention', 'utility_model', 'design', 'software', 'circuit_layout', 'plant_variety', 'know_how')),
  number          text,
  state           text not null check (state in ('filed', 'granted', 'lapsed', 'unregistered')),
  -- Know-how is not registered anywhere; everything else has a number once it is filed.
  check ((kind = 'know_how') = (state = 'unregistered')),
  check ((kind = 'know_how') = (number is null))
);
create index achievement_right_of on achievement_right (achievement_id, position);

-- Who, besides the parties, reads the details: an organisation, for as long as one of its confidentiality agreements holds.
create table achievement_access (
  achievement_id  uuid not null references achievement (id) on delete cascade,
  organisation_id uuid not null references organisation (id) on delete cascade,
  source          text not null check (char_length(source) between 1 and 100),
  granted_at      timestamptz not null,
  granted_by      uuid references account (id) on delete set null,
  primary key (achievement_id, organisation_id, source)
);

create table team (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  name             text not null check (char_length(name) between 1 and 100),
  name_en          text,
  leader_name      text not null check (char_length(leader_name) between 1 and 60),
  headcount        integer check (headcount between 1 and 500),
  field_codes      text[] not null default '{}',
  abilities        text not null check (char_length(abilities) between 10 and 2000),
  abilities_en     text,
  state            text not null default 'open' check (state in ('open', 'withdrawn')),
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  demo             boolean not null default false,
  version          integer not null default 1
);
create index team_organisation on team (organisation_id);

-- A need and one answer to it, brought together by somebody, with both sides' word and a clock.
create table introduction (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  need_id          uuid not null references need (id) on delete restrict,
  achievement_id   uuid references achievement (id) on delete restrict,
  team_id          uuid references team (id) on delete restrict,
  -- Asker and owner as they were when it was made.
  asker_id         uuid not null references organisation (id) on delete restrict,
  asker_speaker_id uuid references organisation (id) on delete restrict,
  answerer_id      uuid not null references organisation (id) on delete restrict,
  made_as          text not null check (made_as in ('manager', 'asker', 'answerer')),
  made_by          uuid references account (id) on delete set null,
  made_at          timestamptz not null,
  message          text,
  -- What the matcher said when it proposed this pair, kept as it was said.
  reasons          jsonb,
  score            numeric(6,4),
  state            text not null check (state in ('proposed', 'accepted', 'talking', 'contracted', 'declined', 'withdrawn', 'lapsed')),
  asker_accepted_at    timestamptz,
  answerer_accepted_at timestamptz,
  accepted_at      timestamptz,
  due_at           timestamptz,
  ended_at         timestamptz,
  ended_side       text check (ended_side in ('asker', 'answerer', 'manager', 'clock')),
  decline_code     text check (decline_code in ('wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear')),
  decline_note     text,
  -- What was learnt from the "no" can be taken back, by whom and when.
  unlearnt_at      timestamptz,
  unlearnt_by      uuid references account (id) on delete set null,
  updated_at       timestamptz not null,
  version          integer not null default 1,
  check ((achievement_id is null) <> (team_id is null)),
  check (asker_id <> answerer_id),
  check ((state = 'declined') = (decline_code is not null)),
  check ((state in ('declined', 'withdrawn', 'lapsed')) = (ended_at is not null)),
  check ((state in ('proposed', 'accepted', 'talking')) = (due_at is not null)),
  check ((state in ('accepted', 'talking', 'contracted')) <= (asker_accepted_at is not null and answerer_accepted_at is not null))
);
-- The same two are brought together once at a time.
create unique index introduction_one_achievement on introduction (need_id, achievement_id) where achievement_id is not null and state in ('proposed', 'accepted', 'talking', 'contracted');
create unique index introduction_one_team on introduction (need_id, team_id) where team_id is not null and state in ('proposed', 'accepted', 'talking', 'contracted');
create index introduction_need on introduction (need_id);
create index introduction_achievement on introduction (achievement_id);
create index introduction_team on introduction (team_id);
create index introduction_asker on introduction (asker_id);
create index introduction_answerer on introduction (answerer_id);
create index introduction_clock on introduction (due_at) where due_at is not null;

-- Who promised secrecy, when, to which text.
create table confidentiality (
  introduction_id  uuid not null references introduction (id) on delete cascade,
  side             text not null check (side in ('asker', 'answerer')),
  organisation_id  uuid not null references organisation (id) on delete restrict,
  account_id       uuid references account (id) on delete set null,
  text_version     text not null,
  text_sha256      bytea not null check (length(text_sha256) = 32),
  confirmed_at     timestamptz not null,
  primary key (introduction_id, side)
);

create table introduction_minute (
  id               uuid primary key default uuidv7(),
  introduction_id  uuid not null references introduction (id) on delete cascade,
  held_on          date not null,
  text             text not null check (char_length(text) between 5 and 4000),
  next_step        text,
  written_by       uuid references account (id) on delete set null,
  written_at       timestamptz not null
);
create index introduction_minute_of on introduction_minute (introduction_id, held_on);

-- Which rules a technology contract is registered by: those in force on the day it was signed.
create table registration_rule (
  id             text primary key,
  title          text not null,
  valid_from     date not null,
  valid_until    date,
  -- Calendar days the authority has after it took the papers.
  decision_days  integer not null check (decision_days between 1 and 365),
  changed_at     timestamptz,
  changed_by     uuid references account (id) on delete set null,
  check (valid_until is null or valid_until >= valid_from)
);
insert into registration_rule (id, title, valid_from, valid_until, decision_days) values
  ('most-2000', '技术合同认定登记管理办法（国科发政字〔2000〕063号）与技术合同认定规则（2001）', '2000-02-16', '2026-01-22', 30),
  ('miit-2026', '技术合同认定登记管理办法及登记规则（工业和信息化部，2026-01-23）', '2026-01-23', null, 30);

create table deal (
  id                uuid primary key default uuidv7(),
  number            text not null unique,
  introduction_id   uuid not null references introduction (id) on delete restrict,
  alliance_id       uuid not null references alliance (id) on delete restrict,
  provider_id       uuid not null references organisation (id) on delete restrict,
  client_id         uuid not null references organisation (id) on delete restrict,
  title             text not null check (char_length(title) between 1 and 100),
  kind              text not null check (kind in ('development', 'transfer', 'licence', 'consulting', 'service')),
  subtype           text not null,
  -- Yuan.
  total_amount      bigint not null check (total_amount >= 0),
  technical_amount  bigint not null check (technical_amount >= 0),
  pricing           text not null check (pricing in ('agreed', 'listing', 'auction')),
  provider_public   boolean not null,
  -- Notice of name and price by a public institution that agreed the price.
  notice_from       date,
  notice_until      date,
  document_id       uuid references file (id) on delete restrict,
  state             text not null check (state in ('drafting', 'signed', 'filed', 'registered', 'unregistered', 'accepted', 'closed', 'ended')),
  signed_on         date,
  rule_id           text references registration_rule (id) on delete restrict,
  filed_at          timestamptz,
  decision_due_at   timestamptz,
  decided_at        timestamptz,
  certificate       text,
  verified_amount   bigint check (verified_amount >= 0),
  refusal_reason    text,
  accepted_on       date,
  acceptance_note   text,
  benefit_due_on    date,
  benefit_note      text,
  benefit_amount    bigint check (benefit_amount >= 0),
  -- Share of the net income that goes to those who made it, in percent.
  reward_share      numeric(5,2) check (reward_share between 0 and 100),
  reward_reason     text,
  end_code          text check (end_code in ('wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear')),
  end_note          text,
  created_by        uuid references account (id) on delete set null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  version           integer not null default 1,
  constraint deal_technical_within_total check (technical_amount <= total_amount),
  constraint deal_verified_within_total check (verified_amount <= total_amount),
  check (provider_id <> client_id),
  check ((notice_from is null) = (notice_until is null)),
  constraint deal_subtype check (subtype = any (case kind
    when 'development' then array['commissioned', 'joint']
    when 'transfer' then array['patent_right', 'patent_application', 'know_how', 'software', 'other']
    when 'licence' then array['exclusive', 'sole', 'ordinary', 'know_how']
    when 'consulting' then array['consulting']
    else array['service', 'training', 'agency'] end)),
  -- Civil Code 851 and 863: development, transfer and licence are in writing.
  constraint deal_in_writing check (state in ('drafting', 'ended') or kind not in ('development', 'transfer', 'licence') or document_id is not null),
  constraint deal_filed_with_document check (filed_at is null or document_id is not null),
  -- Law on Promoting the Transformation of Achievements, article 18: 15 days of notice before an agreed price is final.
  constraint deal_price_was_published check (
    state in ('drafting', 'ended') or not (provider_public and pricing = 'agreed' and kind in ('transfer', 'licence'))
    or (notice_from is not null and notice_until - notice_from >= 15 and signed_on >= notice_until)),
  check ((state in ('drafting', 'ended')) or signed_on is not null),
  check ((state = 'registered') <= (certificate is not null and verified_amount is not null)),
  check ((state = 'unregistered') <= (refusal_reason is not null)),
  check ((state in ('accepted', 'closed')) <= (accepted_on is not null and benefit_due_on is not null)),
  check ((state = 'closed') <= (benefit_note is not null)),
  check ((state = 'ended') = (end_code is not null))
);
create unique index deal_one_live on deal (introduction_id) where state <> 'ended';
create unique index deal_certificate on deal (rule_id, certificate) where certificate is not null;
create index deal_board on deal (alliance_id, state);
create index deal_provider on deal (provider_id);
create index deal_client on deal (client_id);

create table deal_milestone (
  id         uuid primary key default uuidv7(),
  deal_id    uuid not null references deal (id) on delete cascade,
  position   integer not null,
  title      text not null check (char_length(title) between 1 and 100),
  due_on     date not null,
  -- Yuan to be paid when it is reached.
  amount     bigint not null default 0 check (amount >= 0),
  evidence   text,
  reached_on date,
  reached_by uuid references account (id) on delete set null,
  check ((reached_on is not null) <= (evidence is not null))
);
create index deal_milestone_of on deal_milestone (deal_id, position);

create table deal_receipt (
  id           uuid primary key default uuidv7(),
  deal_id      uuid not null references deal (id) on delete cascade,
  received_on  date not null,
  amount       bigint not null check (amount > 0),
  voucher      text not null check (char_length(voucher) between 1 and 60),
  written_by   uuid references account (id) on delete set null,
  written_at   timestamptz not null,
  unique (deal_id, voucher)
);

-- No more is received than was agreed.
create function deal_receipts_within_total() returns trigger language plpgsql as $$
declare agreed bigint;
begin
  select total_amount into agreed from deal where id = new.deal_id for update;
  if (select coalesce(sum(amount), 0) from deal_receipt where deal_id = new.deal_id) > agreed then
    raise exception 'more received than agreed' using errcode = 'check_violation', constraint = 'deal_receipts_within_total';
  end if;
  return null;
end $$;
create trigger deal_receipts_within_total after insert or update on deal_receipt for each row execute function deal_receipts_within_total();
