-- Teachers who practise in firms, and people of firms who teach at schools.

-- Bookings of one teacher may not overlap: equality beside ranges in one exclusion constraint.
create extension if not exists btree_gist;

-- A firm's own people who guide students or teach: a seat that speaks for nobody.
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in ('secretariat', 'enterprise_contact', 'school_contact', 'teacher', 'student',
  'park_contact', 'association_contact', 'platform_contact', 'official', 'mentor'));

-- A teacher who signs in is the teacher on the school's roll.
alter table teacher add column if not exists account_id uuid references account (id) on delete set null;
create unique index if not exists teacher_account on teacher (account_id) where account_id is not null;

-- 系部: who is away is counted within one.
create table practice_department (
  id          uuid primary key default uuidv7(),
  school_id   uuid not null references organisation (id) on delete restrict,
  name        text not null check (char_length(name) between 1 and 50),
  -- Agrees first. Without a head who signs in, the school's office does.
  head_id     uuid references teacher (id) on delete set null,
  created_at  timestamptz not null,
  constraint practice_department_name unique (school_id, name)
);

create table practice_setting (
  school_id        uuid primary key references organisation (id) on delete cascade,
  -- Of a department, at most so many percent away at once without a reason.
  away_percent     integer not null default 15 check (away_percent between 1 and 100),
  -- Asked of teachers of common subjects, in the same five years; 0: regular visits only.
  general_months   integer not null default 0 check (general_months between 0 and 6),
  needs_agreement  boolean not null default false,
  -- A week that was worked whole counts with its days of rest.
  rest_days        boolean not null default true,
  changed_by       uuid references account (id) on delete set null,
  changed_at       timestamptz not null
);

-- What the rule on practice has to know of a teacher, beyond the roll.
create table practice_profile (
  teacher_id     uuid primary key references teacher (id) on delete cascade,
  department_id  uuid references practice_department (id) on delete set null,
  kind           text not null default 'specialist' check (kind in ('specialist', 'general')),
  employed_on    date,
  -- Worked in a firm before; null while nobody said.
  experienced    boolean,
  updated_at     timestamptz not null
);
create index practice_profile_department on practice_profile (department_id);

create table practice_opening (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  title            text not null check (char_length(title) between 1 and 100),
  -- Where in the firm.
  department       text not null default '' check (char_length(department) <= 60),
  tasks            text not null default '' check (char_length(tasks) <= 2000),
  form             text not null default 'post' check (form in ('visit', 'training', 'post', 'research')),
  field            text not null default '' check (char_length(field) <= 60),
  places           integer not null default 1 check (places between 1 and 200),
  starts_on        date,
  ends_on          date,
  -- Who bears travel, board and lodging.
  costs            text not null default '' check (char_length(costs) <= 300),
  contact_name     text,
  contact_phone    text,
  state            text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  opened_at        timestamptz,
  closed_at        timestamptz,
  demo             boolean not null default false,
  version          integer not null default 1,
  check (ends_on >= starts_on),
  check (state = 'draft' or (starts_on is not null and ends_on is not null and tasks <> '' and opened_at is not null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index practice_opening_list on practice_opening (state, ends_on);
create index practice_opening_organisation on practice_opening (organisation_id);

-- One teacher at one firm: from the wish to the archive.
create table practice_plan (
  id                uuid primary key default uuidv7(),
  number            text not null unique,
  alliance_id       uuid not null references alliance (id) on delete restrict,
  school_id         uuid not null references organisation (id) on delete restrict,
  teacher_id        uuid not null references teacher (id) on delete restrict,
  -- As it was when the teacher applied.
  department_id     uuid references practice_department (id) on delete set null,
  opening_id        uuid references practice_opening (id) on delete restrict,
  organisation_id   uuid not null references organisation (id) on delete restrict,
  form              text not null check (form in ('visit', 'training', 'post', 'research')),
  starts_on         date not null,
  ends_on           date not null,
  goal              text not null default '' check (char_length(goal) <= 1000),
  tasks             text not null default '' check (char_length(tasks) <= 2000),
  state             text not null default 'planned' check (state in ('planned', 'applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived', 'failed', 'declined', 'withdrawn')),
  -- Until when whoever has it must act; null where the calendar decides, and at the end.
  due_at            timestamptz,
  -- 1: the school was told that it is late.
  escalation        integer not null default 0 check (escalation between 0 and 1),
  applied_at        timestamptz,
  endorsed_at       timestamptz,
  endorsed_by       uuid references account (id) on delete set null,
  approved_at       timestamptz,
  approved_by       uuid references account (id) on delete set null,
  -- How many of the department are away at once with this one, of how many; and why nonetheless, where it is more than its share.
  away_count        integer,
  away_of           integer,
  away_reason       text check (char_length(away_reason) <= 500),
  accepted_at       timestamptz,
  accepted_by       uuid references account (id) on delete set null,
  guide_name        text,
  guide_phone       text,
  -- The firm answered on paper, which the school keeps here.
  on_paper          boolean not null default false,
  started_at        timestamptz,
  -- The last day, where it ended before or on the day planned.
  ended_on          date,
  finished_at       timestamptz,
  summary           text check (char_length(summary) <= 5000),
  appraised_at      timestamptz,
  appraised_by      uuid references account (id) on delete set null,
  appraisal_grade   text check (appraisal_grade in ('excellent', 'good', 'fit', 'unfit')),
  appraisal         text check (char_length(appraisal) <= 2000),
  assessed_at       timestamptz,
  assessed_by       uuid references account (id) on delete set null,
  passed            boolean,
  assessment        text check (char_length(assessment) <= 2000),
  credited_at       timestamptz,
  credited_by       uuid references account (id) on delete set null,
  credits           boolean not null generated always as (credited_at is not null) stored,
  archived_at       timestamptz,
  -- Why it was sent back, declined or withdrawn.
  reason            text check (char_length(reason) <= 500),
  created_by        uuid references account (id) on delete set null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  demo              boolean not null default false,
  version           integer not null default 1,
  check (ends_on between starts_on and starts_on + 731),
  check (ended_on between starts_on and ends_on),
  constraint practice_plan_clock check ((state in ('applied', 'endorsed', 'approved', 'finished', 'appraised', 'passed')) = (due_at is not null)),
  constraint practice_plan_accepted check (state in ('planned', 'applied', 'endorsed', 'approved', 'declined', 'withdrawn') or (approved_at is not null and accepted_at is not null)),
  constraint practice_plan_finished check (state not in ('finished', 'appraised', 'passed', 'failed', 'credited') or (ended_on is not null and summary is not null)),
  constraint practice_plan_appraised check (state not in ('appraised', 'passed', 'failed', 'credited', 'archived') or (appraised_at is not null and appraisal_grade is not null)),
  constraint practice_plan_assessed check ((state in ('passed', 'credited')) <= (passed is true) and (state = 'failed') <= (passed is false) and (passed is null) = (assessed_at is null)),
  -- Days count after the firm's appraisal and the school's pass, never before.
  constraint practice_plan_credited check ((credited_at is not null) <= (passed is true and state in ('credited', 'archived')) and (state = 'credited') <= (credited_at is not null)),
  constraint practice_plan_as_credited unique (id, teacher_id, starts_on, ends_on, credits),
  constraint practice_plan_no_overlap exclude using gist (teacher_id with =, daterange(starts_on, coalesce(ended_on, ends_on), '[]') with &&)
    where (state not in ('planned', 'declined', 'withdrawn', 'failed'))
);
create index practice_plan_school on practice_plan (school_id, state);
create index practice_plan_teacher on practice_plan (teacher_id, starts_on);
create index practice_plan_organisation on practice_plan (organisation_id, state);
create index practice_plan_opening on practice_plan (opening_id) where opening_id is not null;
create index practice_plan_department on practice_plan (department_id, starts_on) where department_id is not null;
create index practice_plan_clock on practice_plan (due_at) where due_at is not null;

-- One week of a plan, from Monday: which days, what was done, what was learnt.
create table practice_journal (
  id            uuid primary key default uuidv7(),
  plan_id       uuid not null references practice_plan (id) on delete cascade,
  week_on       date not null check (extract(isodow from week_on) = 1),
  days          date[] not null default '{}',
  work          text not null default '' check (char_length(work) <= 3000),
  learnt        text not null default '' check (char_length(learnt) <= 2000),
  state         text not null default 'draft' check (state in ('draft', 'sent', 'returned', 'confirmed')),
  sent_at       timestamptz,
  confirmed_at  timestamptz,
  confirmed_by  uuid references account (id) on delete set null,
  reason        text check (char_length(reason) <= 500),
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  version       integer not null default 1,
  check (days <@ array[week_on, week_on + 1, week_on + 2, week_on + 3, week_on + 4, week_on + 5, week_on + 6]),
  check ((state = 'draft') or (sent_at is not null and cardinality(days) > 0)),
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((state = 'returned') <= (reason is not null)),
  constraint practice_journal_week unique (plan_id, week_on),
  constraint practice_journal_as_confirmed unique (id, plan_id, state)
);

-- A look halfway: by the school, on the spot or by telephone.
create table practice_check (
  id          uuid primary key default uuidv7(),
  plan_id     uuid not null references practice_plan (id) on delete cascade,
  checked_on  date not null,
  how         text not null check (how in ('visit', 'call', 'online')),
  finding     text not null check (char_length(finding) between 1 and 1000),
  good        boolean not null,
  checked_by  uuid references account (id) on delete set null,
  created_at  timestamptz not null
);
create index practice_check_plan on practice_check (plan_id);

-- Practice before this platform, as other systems tell it: shown apart until somebody has seen the evidence.
create table practice_claim (
  id                 uuid primary key default uuidv7(),
  school_id          uuid not null references organisation (id) on delete restrict,
  teacher_id         uuid not null references teacher (id) on delete cascade,
  organisation_name  text not null check (char_length(organisation_name) between 1 and 100),
  starts_on          date not null,
  ends_on            date not null,
  -- Of these so many are claimed, counted from the first.
  days               integer not null,
  source             text not null default '' check (char_length(source) <= 200),
  state              text not null default 'claimed' check (state in ('claimed', 'confirmed', 'rejected')),
  evidence_id        uuid references file (id) on delete restrict,
  reason             text check (char_length(reason) <= 500),
  written_by         uuid references account (id) on delete set null,
  created_at         timestamptz not null,
  decided_by         uuid references account (id) on delete set null,
  decided_at         timestamptz,
  version            integer not null default 1,
  check (ends_on between starts_on and starts_on + 1826),
  constraint practice_claim_days check (days between 1 and ends_on - starts_on + 1),
  constraint practice_claim_evidence check ((state = 'confirmed') <= (evidence_id is not null)),
  check ((state = 'rejected') <= (reason is not null)),
  check ((state = 'claimed') = (decided_at is null)),
  constraint practice_claim_as_confirmed unique (id, teacher_id, starts_on, ends_on, state),
  constraint practice_claim_no_overlap exclude using gist (teacher_id with =, daterange(starts_on, ends_on, '[]') with &&) where (state <> 'rejected')
);
create index practice_claim_school on practice_claim (school_id, state);

-- A day that counts: once a teacher, inside its dates, and only out of a record that somebody else accepted.
create table practice_day (
  teacher_id    uuid not null references teacher (id) on delete cascade,
  day           date not null,
  kind          text not null check (kind in ('attended', 'rest', 'claimed')),
  plan_id       uuid,
  journal_id    uuid,
  claim_id      uuid,
  first_on      date not null,
  last_on       date not null,
  record_state  text not null default 'confirmed' check (record_state = 'confirmed'),
  credits       boolean not null default true check (credits),
  constraint practice_day_once primary key (teacher_id, day),
  constraint practice_day_inside check (day between first_on and last_on),
  constraint practice_day_source check ((plan_id is null) <> (claim_id is null) and (plan_id is null) = (journal_id is null) and (claim_id is null) = (kind <> 'claimed')),
  constraint practice_day_of_credited foreign key (plan_id, teacher_id, first_on, last_on, credits) references practice_plan (id, teacher_id, starts_on, ends_on, credits),
  constraint practice_day_of_journal foreign key (journal_id, plan_id, record_state) references practice_journal (id, plan_id, state),
  constraint practice_day_of_claim foreign key (claim_id, teacher_id, first_on, last_on, record_state) references practice_claim (id, teacher_id, starts_on, ends_on, state)
);
create index practice_day_plan on practice_day (plan_id) where plan_id is not null;
create index practice_day_claim on practice_day (claim_id) where claim_id is not null;

-- Somebody of a firm who may teach at schools: known by an account, or written down by a school until the firm has opened one.
create table mentor_person (
  id               uuid primary key default uuidv7(),
  account_id       uuid references account (id) on delete set null,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  -- The seat's link that the firm sent; whoever accepted it is this person.
  invitation_id    uuid references invitation (id) on delete set null,
  name             text not null check (char_length(name) between 1 and 50),
  phone            text check (phone ~ '^\+861[3-9]\d{9}$'),
  email            text check (char_length(email) <= 200),
  birth_date       date,
  position         text not null default '' check (char_length(position) <= 60),
  -- Title or certificate: senior engineer, technician …
  skill            text not null default '' check (char_length(skill) <= 100),
  years            integer check (years between 0 and 60),
  field            text not null default '' check (char_length(field) <= 100),
  about            text not null default '' check (char_length(about) <= 1000),
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  demo             boolean not null default false,
  version          integer not null default 1
);
create unique index mentor_person_account on mentor_person (account_id) where account_id is not null;
create unique index mentor_person_phone on mentor_person (organisation_id, phone) where phone is not null;
create index mentor_person_organisation on mentor_person (organisation_id);

create table mentor_need (
  id              uuid primary key default uuidv7(),
  number          text not null unique,
  alliance_id     uuid not null references alliance (id) on delete restrict,
  school_id       uuid not null references organisation (id) on delete restrict,
  title           text not null check (char_length(title) between 1 and 100),
  field           text not null default '' check (char_length(field) <= 100),
  duties          text not null default '' check (char_length(duties) <= 2000),
  conditions      text not null default '' check (char_length(conditions) <= 1000),
  hours_per_year  integer check (hours_per_year between 1 and 2000),
  term_months     integer not null default 12 check (term_months between 1 and 60),
  pay             text not null default '' check (char_length(pay) <= 200),
  places          integer not null default 1 check (places between 1 and 100),
  valid_until     date,
  state           text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  created_by      uuid references account (id) on delete set null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  opened_at       timestamptz,
  closed_at       timestamptz,
  demo            boolean not null default false,
  version         integer not null default 1,
  check (state = 'draft' or (duties <> '' and pay <> '' and hours_per_year is not null and valid_until is not null and opened_at is not null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index mentor_need_list on mentor_need (state, valid_until);
create index mentor_need_school on mentor_need (school_id);

-- One person at one school for one term.
create table mentorship (
  id                   uuid primary key default uuidv7(),
  number               text not null unique,
  alliance_id          uuid not null references alliance (id) on delete restrict,
  school_id            uuid not null references organisation (id) on delete restrict,
  mentor_id            uuid not null references mentor_person (id) on delete restrict,
  -- As it was when the mentor came.
  employer_id          uuid not null references organisation (id) on delete restrict,
  need_id              uuid references mentor_need (id) on delete restrict,
  renews_id            uuid references mentorship (id) on delete restrict,
  came                 text not null check (came in ('applied', 'invited', 'renewed')),
  statement            text not null default '' check (char_length(statement) <= 1000),
  title                text not null check (char_length(title) between 1 and 100),
  duties               text not null default '' check (char_length(duties) <= 2000),
  pay                  text not null default '' check (char_length(pay) <= 200),
  hours_per_year       integer check (hours_per_year between 1 and 2000),
  starts_on            date,
  ends_on              date,
  state                text not null check (state in ('invited', 'applied', 'consented', 'publicity', 'contracting', 'active', 'ended', 'declined', 'withdrawn')),
  due_at               timestamptz,
  escalation           integer not null default 0 check (escalation between 0 and 1),
  applied_at           timestamptz,
  consented_at         timestamptz,
  consented_by         uuid references account (id) on delete set null,
  -- The employer or the mentor answered on paper, which the school keeps here.
  on_paper             boolean not null default false,
  reviewed_at          timestamptz,
  reviewed_by          uuid references account (id) on delete set null,
  -- Reasons for what is not generally so: share, age, third school.
  reasons              jsonb not null default '{}' check (jsonb_typeof(reasons) = 'object'),
  publicity_from       date,
  publicity_until      date,
  -- The contract: signed here, or on paper that is kept here.
  agreement_id         uuid references agreement (id) on delete restrict,
  contract_file_id     uuid references file (id) on delete restrict,
  contract_signed_on   date,
  appointed_at         timestamptz,
  certificate_number   text unique,
  certificate_code     text unique check (certificate_code ~ '^[A-HJ-NP-Z2-9]{12}$'),
  -- A person has two: at most two schools at a time.
  slot                 smallint check (slot in (1, 2)),
  ended_at             timestamptz,
  ended_on             date,
  reason               text check (char_length(reason) <= 500),
  created_by           uuid references account (id) on delete set null,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  demo                 boolean not null default false,
  version              integer not null default 1,
  constraint mentorship_term check (ends_on > starts_on and ends_on <= starts_on + interval '5 years'),
  check (publicity_until >= publicity_from),
  constraint mentorship_clock check ((state in ('invited', 'applied', 'consented', 'contracting')) = (due_at is not null)),
  -- Rule 2.14: no appointment without a contract that states duties and pay.
  constraint mentorship_contract check (state <> 'active' or (duties <> '' and pay <> '' and hours_per_year is not null and starts_on is not null and ends_on is not null
    and contract_signed_on is not null and (agreement_id is not null or contract_file_id is not null) and certificate_number is not null and certificate_code is not null)),
  constraint mentorship_reviewed check (state not in ('publicity', 'contracting', 'active') or came = 'renewed' or (consented_at is not null and reviewed_at is not null and publicity_from is not null)),
  check ((state = 'active') = (slot is not null)),
  check ((state in ('ended', 'declined', 'withdrawn')) = (ended_at is not null)),
  constraint mentorship_as_termed unique (id, starts_on, ends_on)
);
create unique index mentorship_two_schools on mentorship (mentor_id, slot) where slot is not null;
create unique index mentorship_one_live on mentorship (mentor_id, school_id) where state in ('invited', 'applied', 'consented', 'publicity', 'contracting', 'active') and renews_id is null;
create unique index mentorship_one_renewal on mentorship (renews_id) where renews_id is not null and state not in ('declined', 'withdrawn');
create index mentorship_school on mentorship (school_id, state);
create index mentorship_employer on mentorship (employer_id, state);
create index mentorship_need on mentorship (need_id) where need_id is not null;
create index mentorship_publicity on mentorship (publicity_until) where state = 'publicity';
create index mentorship_clock on mentorship (due_at) where due_at is not null;

create table mentor_objection (
  id             uuid primary key default uuidv7(),
  mentorship_id  uuid not null references mentorship (id) on delete cascade,
  name           text not null check (char_length(name) between 1 and 50),
  contact        text not null check (char_length(contact) between 5 and 100),
  body           text not null check (char_length(body) between 10 and 2000),
  due_at         timestamptz not null,
  answer         text check (char_length(answer) <= 2000),
  answered_at    timestamptz,
  answered_by    uuid references account (id) on delete set null,
  created_at     timestamptz not null,
  check ((answer is null) = (answered_at is null))
);
create index mentor_objection_of on mentor_objection (mentorship_id);

-- What a mentor did, inside the term; it counts when the school has confirmed it.
create table mentor_task (
  id             uuid primary key default uuidv7(),
  mentorship_id  uuid not null references mentorship (id) on delete cascade,
  kind           text not null check (kind in ('course', 'talk', 'thesis', 'project', 'other')),
  title          text not null check (char_length(title) between 1 and 100),
  happened_on    date not null,
  hours          numeric(5, 1) not null check (hours > 0 and hours <= 200),
  note           text not null default '' check (char_length(note) <= 1000),
  first_on       date not null,
  last_on        date not null,
  state          text not null default 'logged' check (state in ('logged', 'returned', 'confirmed')),
  confirmed_at   timestamptz,
  confirmed_by   uuid references account (id) on delete set null,
  reason         text check (char_length(reason) <= 500),
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 1,
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((state = 'returned') <= (reason is not null)),
  constraint mentor_task_inside check (happened_on between first_on and last_on),
  constraint mentor_task_once unique (mentorship_id, kind, title, happened_on),
  constraint mentor_task_of_term foreign key (mentorship_id, first_on, last_on) references mentorship (id, starts_on, ends_on)
);

create table mentor_review (
  id             uuid primary key default uuidv7(),
  mentorship_id  uuid not null references mentorship (id) on delete cascade,
  -- The first year of the term is 1.
  year           integer not null check (year between 1 and 5),
  hours          numeric(7, 1) not null,
  tasks          integer not null,
  verdict        text not null check (verdict in ('good', 'fit', 'unfit')),
  words          text not null check (char_length(words) between 1 and 1000),
  reviewed_by    uuid references account (id) on delete set null,
  reviewed_at    timestamptz not null,
  constraint mentor_review_once unique (mentorship_id, year)
);
