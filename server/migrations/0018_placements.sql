-- placements: one student at one post, from draft to archive; where a unit is vetted, who insures, who passed the safety test, what was filed.
-- The laws of it are rules in code (placements/guards); what must never be false whatever the code does stands here.

-- A teacher who signs in is the teacher on the school's roll.
alter table teacher add column account_id uuid references account (id) on delete set null;
create unique index teacher_account on teacher (account_id) where account_id is not null;

-- 实习单位: an organisation as one school knows it. Rules 1.10 to 1.12 and 1.21. The last facts are kept here; their papers hang below.
create table unit (
  id                  uuid primary key default uuidv7(),
  alliance_id         uuid not null references alliance (id) on delete restrict,
  school_id           uuid not null references organisation (id) on delete restrict,
  organisation_id     uuid not null references organisation (id) on delete restrict,
  state               text not null default 'proposed' check (state in ('proposed', 'listed', 'removed')),
  proposed_by         text not null default 'school' check (proposed_by in ('school', 'student', 'unit', 'office', 'authority')),
  visited_on          date,
  -- What the last visit found.
  conclusion          text check (conclusion in ('suitable', 'after_repair', 'unsuitable')),
  checked_on          date,
  -- As the last check found it.
  dishonest_since     date,
  safety_violation_on date,
  listed_on           date,
  minutes_number      text,
  -- The cooperation agreement (rule 1.17), where it is not kept among the agreements.
  cooperation_from    date,
  cooperation_until   date check (cooperation_until > cooperation_from),
  created_by          uuid references account (id) on delete set null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  demo                boolean not null default false,
  version             integer not null default 1,
  unique (school_id, organisation_id),
  check ((visited_on is null) = (conclusion is null)),
  constraint unit_listed check ((state = 'listed') <= (listed_on is not null and minutes_number is not null and visited_on is not null and checked_on is not null)),
  check ((cooperation_from is null) = (cooperation_until is null))
);
create index unit_organisation on unit (organisation_id);
create index unit_public on unit (alliance_id, listed_on) where state = 'listed';

-- The report of a visit: the eight headings of rule 1.10. Photos hang on it as files.
create table unit_visit (
  id              uuid primary key default uuidv7(),
  unit_id         uuid not null references unit (id) on delete cascade,
  visited_on      date not null,
  visitors        text not null check (char_length(visitors) between 2 and 200),
  qualifications  text not null check (char_length(qualifications) between 5 and 2000),
  credit          text not null check (char_length(credit) between 5 and 2000),
  management      text not null check (char_length(management) between 5 and 2000),
  work            text not null check (char_length(work) between 5 and 2000),
  hours           text not null check (char_length(hours) between 5 and 2000),
  workplace       text not null check (char_length(workplace) between 5 and 2000),
  living          text not null check (char_length(living) between 5 and 2000),
  health_safety   text not null check (char_length(health_safety) between 5 and 2000),
  conclusion      text not null check (conclusion in ('suitable', 'after_repair', 'unsuitable')),
  remark          text not null default '',
  written_by      uuid references account (id) on delete set null,
  written_at      timestamptz not null
);
create index unit_visit_unit on unit_visit (unit_id, visited_on);

-- Negative records (rule 1.11), as looked up on one day.
create table unit_check (
  id                  uuid primary key default uuidv7(),
  unit_id             uuid not null references unit (id) on delete cascade,
  checked_on          date not null,
  dishonest_since     date,
  safety_violation_on date,
  sources             text not null check (char_length(sources) between 2 and 500),
  written_by          uuid references account (id) on delete set null,
  written_at          timestamptz not null,
  check (dishonest_since <= checked_on),
  check (safety_violation_on <= checked_on)
);
create index unit_check_unit on unit_check (unit_id, checked_on);

-- Rule 1.12: the party committee or executive meeting decides.
create table unit_decision (
  id              uuid primary key default uuidv7(),
  unit_id         uuid not null references unit (id) on delete cascade,
  decision        text not null check (decision in ('list', 'refuse', 'remove')),
  body            text not null check (body in ('party_committee', 'executive_meeting')),
  decided_on      date not null,
  minutes_number  text not null check (char_length(minutes_number) between 2 and 60),
  reason          text not null default '',
  written_by      uuid references account (id) on delete set null,
  written_at      timestamptz not null
);
create index unit_decision_unit on unit_decision (unit_id, decided_on);

create table placement (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  -- Rule 1.1: 岗位实习 and 认识实习, and nothing else.
  kind             text not null default 'placement' check (kind in ('placement', 'orientation')),
  -- Rule 2.15; employees (rule 2.16) are no students on placement.
  scheme           text not null default 'ordinary' check (scheme in ('ordinary', 'apprenticeship')),
  student_id       uuid not null references student (id) on delete restrict,
  school_id        uuid not null references organisation (id) on delete restrict,
  -- The unit.
  organisation_id  uuid not null references organisation (id) on delete restrict,
  post_id          uuid references post (need_id) on delete restrict,
  round_id         uuid references round (id) on delete restrict,
  -- The placement this one took the place of.
  previous_id      uuid references placement (id) on delete restrict,
  state            text not null check (state in ('draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended', 'changed', 'ended_early', 'assessed', 'archived', 'cancelled')),
  starts_on        date not null,
  ends_on          date not null check (ends_on >= starts_on),
  -- The last day, when it was not ends_on.
  ended_on         date,
  -- Rule 1.8: the student and the guardian refused what the school arranged.
  self_chosen      boolean not null default false,
  refused_on       date,
  refusal          text,
  chosen_approved_by uuid references account (id) on delete set null,
  chosen_approved_at timestamptz,
  -- Rule 1.36: one of the school, one of the unit.
  supervisor_id    uuid references teacher (id) on delete restrict,
  mentor_name      text check (char_length(mentor_name) between 1 and 50),
  mentor_phone     text,
  -- Rule 1.41: where the student lives meanwhile, and the guardian's signed consent to living elsewhere.
  lodging          text check (lodging in ('school', 'unit', 'home', 'elsewhere')),
  lodging_consent_on date,
  -- Rule 1.38.
  health_check_on  date,
  reason           text,
  vetted_at        timestamptz,
  consented_at     timestamptz,
  signed_at        timestamptz,
  insured_at       timestamptz,
  trained_at       timestamptz,
  activated_at     timestamptz,
  suspended_at     timestamptz,
  ended_at         timestamptz,
  assessed_at      timestamptz,
  archived_at      timestamptz,
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  demo             boolean not null default false,
  version          integer not null default 1,
  foreign key (school_id, organisation_id) references unit (school_id, organisation_id) on delete restrict,
  constraint placement_orientation_arranged check (not (kind = 'orientation' and self_chosen)),
  constraint placement_refusal check (self_chosen = (refused_on is not null and refusal is not null)),
  constraint placement_active_whole check ((state in ('active', 'suspended', 'changed', 'ended_early', 'assessed', 'archived')) <= (activated_at is not null and supervisor_id is not null and mentor_name is not null)),
  constraint placement_chosen_approved check ((self_chosen and activated_at is not null) <= (chosen_approved_at is not null)),
  check ((state in ('cancelled', 'suspended', 'changed', 'ended_early')) <= (reason is not null)),
  check ((state in ('changed', 'ended_early')) <= (ended_on is not null))
);
-- A student is in one place at a time.
create unique index placement_one_live on placement (student_id, kind) where state in ('draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended');
create unique index placement_of_round on placement (round_id, student_id) where state <> 'cancelled';
create index placement_list on placement (alliance_id, state, starts_on);
create index placement_school on placement (school_id, state, starts_on);
-- Heads at a unit, over all schools.
create index placement_heads on placement (organisation_id, starts_on, ends_on) where state <> 'cancelled';
create index placement_supervisor on placement (supervisor_id) where supervisor_id is not null;
create index placement_student on placement (student_id);

-- What the student does there, for what pay: from the post, or written down by the school where there is no post. Flags follow the post by night.
create table placement_terms (
  placement_id        uuid primary key references placement (id) on delete cascade,
  title               text not null check (char_length(title) between 1 and 100),
  tasks               text not null default '',
  occupation_code     text,
  major_codes         text[] not null default '{}',
  pay_min             integer check (pay_min >= 0),
  pay_max             integer check (pay_max >= pay_min),
  pay_period          text check (pay_period in ('hour', 'day', 'month', 'year')),
  same_post_wage      integer check (same_post_wage > 0),
  lowest_tier_wage    integer check (lowest_tier_wage > 0),
  -- Rule 1.33.
  pay_direct          boolean not null default true,
  hours_per_day       numeric(4,2) check (hours_per_day > 0 and hours_per_day <= 24),
  hours_per_week      numeric(5,2) check (hours_per_week > 0 and hours_per_week <= 168),
  shift               text check (shift in ('day', 'two_shifts', 'three_shifts', 'flexible')),
  night_work          boolean not null default false,
  rest_day_work       boolean not null default false,
  division_code       text check (division_code ~ '^\d{6}$'),
  abroad              boolean not null default false,
  town                text,
  address             text,
  meals               text,
  hazards             text[] not null default '{}',
  labour_intensity    integer check (labour_intensity between 1 and 4),
  minor_forbidden     boolean not null default false,
  female_forbidden    boolean not null default false,
  entertainment_venue boolean not null default false,
  agency              boolean not null default false,
  special_need_filing text,
  special_need_filed_on date,
  post_staff          integer check (post_staff >= 0)
);

-- Rule 1.39. Nobody but school and unit can be the payer: there is no third word for it.
create table insurance_policy (
  id               uuid primary key default uuidv7(),
  school_id        uuid not null references organisation (id) on delete restrict,
  kind             text not null default 'liability' check (kind in ('liability', 'work_injury')),
  insurer          text not null check (char_length(insurer) between 2 and 100),
  number           text not null check (char_length(number) between 2 and 60),
  payer            text not null check (payer in ('school', 'unit')),
  starts_on        date not null,
  ends_on          date not null check (ends_on >= starts_on),
  ended_on         date check (ended_on between starts_on and ends_on),
  remark           text not null default '',
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  demo             boolean not null default false,
  version          integer not null default 1,
  constraint insurance_policy_number unique (school_id, number)
);

-- Whom a policy covers, from when until when within its own dates.
create table insurance_cover (
  policy_id     uuid not null references insurance_policy (id) on delete cascade,
  placement_id  uuid not null references placement (id) on delete cascade,
  from_day      date not null,
  until_day     date not null check (until_day >= from_day),
  primary key (policy_id, placement_id)
);
create index insurance_cover_placement on insurance_cover (placement_id);

-- Rule 1.37. A published version never changes; a change is the next version.
create table safety_bank (
  id            uuid primary key default uuidv7(),
  school_id     uuid not null references organisation (id) on delete restrict,
  version       integer not null check (version >= 1),
  state         text not null check (state in ('draft', 'published', 'retired')),
  -- How many are drawn, and how many of a hundred must be right.
  drawn         integer not null default 20 check (drawn between 5 and 100),
  pass_mark     integer not null default 80 check (pass_mark between 50 and 100),
  created_by    uuid references account (id) on delete set null,
  created_at    timestamptz not null,
  published_at  timestamptz,
  unique (school_id, version),
  check ((state = 'draft') = (published_at is null))
);
create unique index safety_bank_one_draft on safety_bank (school_id) where state = 'draft';
create unique index safety_bank_one_published on safety_bank (school_id) where state = 'published';

create table safety_question (
  id           uuid primary key default uuidv7(),
  bank_id      uuid not null references safety_bank (id) on delete cascade,
  position     integer not null check (position >= 1),
  topic        text not null check (topic in ('general', 'machine', 'electric', 'fire', 'chemical', 'traffic', 'health', 'rights')),
  kind         text not null check (kind in ('single', 'multiple', 'truth')),
  text         text not null check (char_length(text) between 5 and 300),
  text_en      text,
  -- [{ text, textEn }]; the right ones by their place, from 0.
  options      jsonb not null check (jsonb_array_length(options) between 2 and 6),
  answer       integer[] not null check (cardinality(answer) >= 1),
  why          text not null default '',
  why_en       text,
  unique (bank_id, position) deferrable initially immediate
);

create table safety_test (
  id            uuid primary key default uuidv7(),
  placement_id  uuid not null references placement (id) on delete cascade,
  -- Null for a test on paper.
  bank_id       uuid references safety_bank (id) on delete restrict,
  -- Drawn questions, each with the order of its options.
  drawn         jsonb not null default '[]',
  answers       jsonb not null default '[]',
  started_at    timestamptz not null,
  finished_at   timestamptz,
  correct       integer check (correct >= 0),
  total         integer check (total >= correct),
  passed        boolean,
  -- The day that counts: for a paper test the day it was written.
  passed_on     date,
  written_by    uuid references account (id) on delete set null,
  check ((finished_at is null) = (passed is null)),
  check ((passed is true) = (passed_on is not null))
);
create unique index safety_test_one_open on safety_test (placement_id) where finished_at is null;
create index safety_test_placement on safety_test (placement_id, started_at);

-- Rule 1.42: what goes to the authority, for many students at once. Its checklist differs by kind.
create table placement_filing (
  id                uuid primary key default uuidv7(),
  alliance_id       uuid not null references alliance (id) on delete restrict,
  school_id         uuid not null references organisation (id) on delete restrict,
  kind              text not null check (kind in ('ordinary', 'cross_province', 'abroad')),
  title             text not null check (char_length(title) between 2 and 100),
  authority         text not null default '',
  state             text not null check (state in ('preparing', 'sent', 'filed', 'returned')),
  -- The authority's consent, and the filing with the province.
  consent_number    text,
  consent_on        date,
  filing_number     text,
  filed_on          date,
  -- The teacher who travels along.
  escort_id         uuid references teacher (id) on delete restrict,
  -- { item: { on, remark } }: what of the checklist is there.
  checklist         jsonb not null default '{}',
  remark            text not null default '',
  created_by        uuid references account (id) on delete set null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  demo              boolean not null default false,
  version           integer not null default 1,
  constraint placement_filing_numbered check ((state = 'filed') <= (filing_number is not null and filed_on is not null)),
  constraint placement_filing_consented check ((state = 'filed' and kind <> 'ordinary') <= (consent_number is not null and consent_on is not null))
);
create index placement_filing_school on placement_filing (school_id, state);

create table placement_filing_member (
  filing_id     uuid not null references placement_filing (id) on delete cascade,
  placement_id  uuid not null references placement (id) on delete cascade,
  primary key (filing_id, placement_id)
);
create index placement_filing_member_placement on placement_filing_member (placement_id);

-- A warning that was accepted (reason, approver), or an exception the law allows (number, date, document, authority, approver).
create table placement_waiver (
  id            uuid primary key default uuidv7(),
  rule_id       text not null,
  placement_id  uuid references placement (id) on delete cascade,
  -- For what concerns a unit as a whole.
  unit_id       uuid references unit (id) on delete cascade,
  kind          text not null check (kind in ('reason', 'exception')),
  -- What was accepted: a share that grows needs a new reason.
  params        jsonb not null default '{}',
  reason        text not null check (char_length(reason) between 5 and 500),
  number        text,
  dated_on      date,
  authority     text,
  file_id       uuid references file (id),
  asked_by      uuid references account (id) on delete set null,
  asked_at      timestamptz not null,
  approved_by   uuid references account (id) on delete set null,
  approved_at   timestamptz,
  refused_at    timestamptz,
  refusal       text,
  revoked_at    timestamptz,
  check ((placement_id is null) <> (unit_id is null)),
  check (approved_at is null or refused_at is null),
  constraint placement_waiver_two_people check (approved_by is null or approved_by <> asked_by),
  constraint placement_waiver_papers check ((kind = 'exception' and approved_at is not null) <= (number is not null and dated_on is not null and authority is not null and file_id is not null))
);
create unique index placement_waiver_one_live on placement_waiver (rule_id, placement_id, unit_id) nulls not distinct where refused_at is null and revoked_at is null;
create index placement_waiver_placement on placement_waiver (placement_id) where placement_id is not null;
create index placement_waiver_unit on placement_waiver (unit_id) where unit_id is not null;

-- What was lawful and is no longer: found by night, closed by the night in which it is right again.
create table placement_alarm (
  id            uuid primary key default uuidv7(),
  alliance_id   uuid not null references alliance (id) on delete cascade,
  school_id     uuid not null references organisation (id) on delete cascade,
  placement_id  uuid references placement (id) on delete cascade,
  unit_id       uuid references unit (id) on delete cascade,
  rule_id       text not null,
  key           text not null,
  severity      text not null check (severity in ('block', 'warn')),
  params        jsonb not null default '{}',
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  check ((placement_id is null) <> (unit_id is null))
);
create unique index placement_alarm_one_open on placement_alarm (rule_id, placement_id, unit_id) nulls not distinct where closed_at is null;
create index placement_alarm_school on placement_alarm (school_id) where closed_at is null;
create index placement_alarm_placement on placement_alarm (placement_id) where placement_id is not null;
create index placement_alarm_unit on placement_alarm (unit_id) where unit_id is not null;
