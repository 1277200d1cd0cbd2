-- needs: talent posts first. A need has an owner, a clock, a next step and an expiry; other kinds hang their own table on it.

create table need (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  kind             text not null check (kind in ('post')),
  alliance_id      uuid not null references alliance (id) on delete restrict,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  -- The association or park that speaks for the firm, when it was not the firm itself.
  spoken_by        uuid references organisation (id) on delete restrict,
  title            text not null check (char_length(title) between 1 and 100),
  title_en         text,
  state            text not null check (state in ('draft', 'submitted', 'open', 'stale', 'closed', 'declined', 'withdrawn')),
  valid_until      date,
  confirmed_at     timestamptz,
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  submitted_at     timestamptz,
  verified_at      timestamptz,
  verified_by      uuid references account (id) on delete set null,
  closed_at        timestamptz,
  close_reason     text check (close_reason in ('filled', 'cancelled', 'not_lawful', 'expired', 'moved')),
  reason           text,
  demo             boolean not null default false,
  version          integer not null default 1,
  check ((state in ('open', 'stale', 'submitted')) <= (valid_until is not null)),
  check ((state in ('open', 'stale')) <= (verified_at is not null)),
  check ((state = 'closed') = (close_reason is not null)),
  check ((state = 'declined') <= (reason is not null))
);
create index need_list on need (alliance_id, state, created_at);
create index need_organisation on need (organisation_id);
-- The same sheet twice changes nothing: one live post of a title and start at a firm is looked up by this.
create index need_title_of on need (organisation_id, title);
create index need_clock on need (confirmed_at) where state in ('open', 'stale');
create index need_title on need using gin (title gin_trgm_ops);

create table post (
  need_id             uuid primary key references need (id) on delete cascade,
  occupation_code     text,
  tasks               text not null default '',
  seats               integer check (seats between 1 and 2000),
  -- Yuan.
  pay_min             integer check (pay_min >= 0),
  pay_max             integer check (pay_max >= pay_min),
  pay_period          text check (pay_period in ('hour', 'day', 'month', 'year')),
  -- Rule 1.32: both reference figures, yuan a month.
  same_post_wage      integer check (same_post_wage > 0),
  lowest_tier_wage    integer check (lowest_tier_wage > 0),
  -- Rule 1.33: to the student, in money.
  pay_direct          boolean not null default true,
  hours_per_day       numeric(4,2) check (hours_per_day > 0 and hours_per_day <= 24),
  hours_per_week      numeric(5,2) check (hours_per_week > 0 and hours_per_week <= 168),
  shift               text check (shift in ('day', 'two_shifts', 'three_shifts', 'flexible')),
  night_work          boolean not null default false,
  rest_day_work       boolean not null default false,
  division_code       text,
  town                text,
  address             text,
  lodging             text check (lodging in ('none', 'free', 'paid', 'subsidy')),
  -- Anything else the student gets.
  benefits            text not null default '',
  meals               text check (meals in ('none', 'free', 'paid', 'subsidy')),
  -- Flags of rules 1.22, 1.23, 1.24, 1.27.
  hazards             text[] not null default '{}',
  labour_intensity    integer check (labour_intensity between 1 and 4),
  minor_forbidden     boolean not null default false,
  female_forbidden    boolean not null default false,
  entertainment_venue boolean not null default false,
  agency              boolean not null default false,
  special_need_filing text,
  special_need_filed_on date,
  post_staff          integer check (post_staff >= 0),
  mentor_name         text,
  mentor_phone        text,
  starts_on           date,
  ends_on             date check (ends_on > starts_on)
);

create table post_programme (
  need_id     uuid not null references need (id) on delete cascade,
  major_code  text not null,
  primary key (need_id, major_code)
);
create index post_programme_major on post_programme (major_code);

-- A warning that was accepted: reason by the asker, approval by somebody else.
create table rule_waiver (
  id            uuid primary key default uuidv7(),
  rule_id       text not null,
  subject_type  text not null check (subject_type in ('need', 'wish')),
  subject_id    uuid not null,
  student_id    uuid references student (id) on delete cascade,
  reason        text not null check (char_length(reason) between 5 and 500),
  asked_by      uuid references account (id),
  asked_at      timestamptz not null default now(),
  approved_by   uuid references account (id),
  approved_at   timestamptz,
  unique nulls not distinct (rule_id, subject_type, subject_id, student_id),
  check ((approved_by is null) = (approved_at is null))
);

-- imports: a sheet read, checked, and written row by row.
create table sheet_import (
  id                   uuid primary key default uuidv7(),
  number               text not null unique,
  kind                 text not null check (kind in ('organisations', 'students', 'teachers', 'posts')),
  -- The seat it is done from.
  account_id           uuid not null references account (id) on delete restrict,
  role                 text not null,
  alliance_id          uuid references alliance (id) on delete cascade,
  organisation_id      uuid references organisation (id) on delete cascade,
  -- Whose records they become: the school of students and teachers.
  for_organisation_id  uuid references organisation (id) on delete cascade,
  file_id              uuid references file (id),
  file_name            text not null,
  sha256               bytea not null check (length(sha256) = 32),
  template_version     integer,
  state                text not null check (state in ('reading', 'checked', 'writing', 'written', 'cancelled', 'undone')),
  -- Where each known column stands: [{ key, header, at }]; and headers nobody knows.
  header               jsonb not null default '[]',
  unknown_columns      jsonb not null default '[]',
  -- Checked up to this row of the file.
  checked_to           integer not null default 0,
  done_rows            integer not null default 0,
  total_rows           integer not null default 0,
  check_ms             integer not null default 0,
  created_at           timestamptz not null default now(),
  checked_at           timestamptz,
  written_at           timestamptz,
  undone_at            timestamptz
);
create index sheet_import_account on sheet_import (account_id, created_at);
create index sheet_import_same_file on sheet_import (sha256);
-- What was not finished when everything stopped.
create index sheet_import_under_way on sheet_import (state) where state in ('reading', 'writing');

create table sheet_import_row (
  import_id   uuid not null references sheet_import (id) on delete cascade,
  row_number  integer not null,
  state       text not null check (state in ('ready', 'faulty', 'duplicate', 'unchanged', 'written')),
  -- By what a person knows the row; names of persons masked.
  label       text not null default '',
  -- The values, encrypted: identity numbers stand in them. Null for a row that could not be read, and once they are not needed.
  sealed      bytea,
  -- [{ column, at, value, mark, reason, params }]; values of personal columns masked.
  faults      jsonb not null default '[]',
  record_id   uuid,
  created     boolean,
  primary key (import_id, row_number)
);
create index sheet_import_row_state on sheet_import_row (import_id, state, row_number);
