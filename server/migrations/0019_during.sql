-- during: what happens between the first day and the last: weekly logs, task cards, visits, rota, pay.
-- No place, no clock-in, no points: nothing here has a column for them.

-- A span of time beside an equality in one exclusion constraint.
create extension if not exists btree_gist;

-- 企业导师 with an account: whom of the unit's mentors a student works with. The seat itself is the role mentor.
create table placement_mentor (
  placement_id  uuid primary key references placement (id) on delete cascade,
  account_id    uuid not null references account (id) on delete cascade,
  given_by      uuid references account (id) on delete set null,
  given_at      timestamptz not null
);
create index placement_mentor_account on placement_mentor (account_id);

-- 任务卡: the school's plan of typical tasks (rule 1.20); evidence of learning, signed by the mentor.
create table task_card (
  id             uuid primary key default uuidv7(),
  placement_id   uuid not null references placement (id) on delete cascade,
  position       integer not null check (position between 1 and 60),
  title          text not null check (char_length(title) between 2 and 100),
  goal           text not null default '' check (char_length(goal) <= 500),
  state          text not null default 'planned' check (state in ('planned', 'shown', 'signed')),
  evidence       text check (char_length(evidence) between 10 and 1000),
  shown_at       timestamptz,
  -- Why the mentor gave it back, until it is shown again.
  reason         text check (char_length(reason) <= 300),
  signed_at      timestamptz,
  signed_by      uuid references account (id) on delete set null,
  signer_name    text check (char_length(signer_name) between 1 and 50),
  -- The mentor has no account: signed on paper, which the unit's contact vouches for.
  on_paper       boolean not null default false,
  remark         text not null default '' check (char_length(remark) <= 500),
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 1,
  unique (placement_id, position) deferrable initially deferred,
  constraint task_card_shown check ((state <> 'planned') <= (evidence is not null and shown_at is not null)),
  constraint task_card_signed check ((state = 'signed') = (signed_at is not null and signer_name is not null))
);
create index task_card_placement on task_card (placement_id);

-- 周志: one a week. It is whole or it is not there: photos come first and wait below until the text takes them along.
create table placement_log (
  id            uuid primary key default uuidv7(),
  placement_id  uuid not null references placement (id) on delete cascade,
  -- Its Monday.
  week          date not null check (extract(isodow from week) = 1),
  did           text not null check (char_length(did) between 10 and 3000),
  learnt        text not null default '' check (char_length(learnt) <= 2000),
  question      text not null default '' check (char_length(question) <= 1000),
  -- Made on the phone, one for each sending: the same one twice is once.
  send_id       uuid not null,
  sent_at       timestamptz not null,
  changed_at    timestamptz not null,
  read_at       timestamptz,
  read_by       uuid references account (id) on delete set null,
  comment       text check (char_length(comment) between 1 and 1000),
  -- Sketch of the text: logs that share a value may be copies of each other (algorithms/src/near-copy.ts).
  bands         integer[] not null default '{}',
  version       integer not null default 1,
  constraint placement_log_week unique (placement_id, week),
  constraint placement_log_comment check ((comment is not null) <= (read_at is not null))
);
create index placement_log_bands on placement_log using gin (bands);
create index placement_log_unread on placement_log (placement_id) where read_at is null;

-- About how many hours went into which task; without a task, anything else. Told by the student, not measured.
create table placement_log_hours (
  log_id   uuid not null references placement_log (id) on delete cascade,
  task_id  uuid references task_card (id) on delete cascade,
  hours    numeric(4,1) not null check (hours > 0 and hours <= 80),
  unique nulls not distinct (log_id, task_id)
);
create index placement_log_hours_task on placement_log_hours (task_id);

-- The id is made on the phone. Without a log it waits, and is swept after two weeks.
create table placement_log_photo (
  id            uuid primary key,
  placement_id  uuid not null references placement (id) on delete cascade,
  log_id        uuid references placement_log (id) on delete cascade,
  position      integer check (position between 1 and 9),
  file_id       uuid not null references file (id) on delete restrict,
  kept_at       timestamptz not null,
  check ((log_id is null) = (position is null)),
  unique (log_id, position) deferrable initially deferred
);
create index placement_log_photo_placement on placement_log_photo (placement_id);

-- Two logs that read alike; the earlier one sent is the twin.
create table placement_log_twin (
  log_id      uuid not null references placement_log (id) on delete cascade,
  twin_id     uuid not null references placement_log (id) on delete cascade,
  similarity  numeric(3,2) not null check (similarity > 0 and similarity <= 1),
  primary key (log_id, twin_id),
  check (log_id <> twin_id)
);
create index placement_log_twin_twin on placement_log_twin (twin_id);

-- 巡访: a teacher with students at one unit, on one day.
create table placement_visit (
  id               uuid primary key default uuidv7(),
  school_id        uuid not null references organisation (id) on delete restrict,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  teacher_id       uuid not null references teacher (id) on delete restrict,
  state            text not null default 'planned' check (state in ('planned', 'done', 'followed', 'cancelled')),
  way              text not null check (way in ('on_site', 'call', 'video')),
  planned_on       date not null,
  visited_on       date,
  finding          text check (char_length(finding) between 10 and 2000),
  -- What has to be done about it, and until when; null where all was well.
  follow_up        text check (char_length(follow_up) between 5 and 1000),
  follow_up_by     date,
  followed_up_at   timestamptz,
  outcome          text check (char_length(outcome) between 5 and 1000),
  reason           text check (char_length(reason) <= 300),
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  demo             boolean not null default false,
  version          integer not null default 1,
  foreign key (school_id, organisation_id) references unit (school_id, organisation_id) on delete restrict,
  constraint placement_visit_found check ((state in ('done', 'followed')) = (visited_on is not null and finding is not null)),
  check ((follow_up is null) = (follow_up_by is null)),
  constraint placement_visit_followed check ((state = 'followed') = (followed_up_at is not null and outcome is not null))
);
create index placement_visit_school on placement_visit (school_id, planned_on);
create index placement_visit_teacher on placement_visit (teacher_id);
create index placement_visit_unit on placement_visit (organisation_id);

create table placement_visit_member (
  visit_id      uuid not null references placement_visit (id) on delete cascade,
  placement_id  uuid not null references placement (id) on delete cascade,
  primary key (visit_id, placement_id)
);
create index placement_visit_member_placement on placement_visit_member (placement_id);

-- 排班: planned, and where it came differently, actual. Wall clock of Asia/Shanghai.
create table rota_shift (
  id              uuid primary key default uuidv7(),
  placement_id    uuid not null references placement (id) on delete cascade,
  kind            text not null check (kind in ('planned', 'actual')),
  starts_at       timestamp not null,
  ends_at         timestamp not null check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  break_minutes   integer not null default 0 check (break_minutes between 0 and 480),
  -- Rule 1.30: filed before the shift, or not at all.
  filing_number   text check (char_length(filing_number) between 2 and 60),
  filed_on        date,
  -- Why it stands nonetheless, where the law only warns.
  reason          text check (char_length(reason) between 5 and 300),
  written_by      uuid references account (id) on delete set null,
  written_at      timestamptz not null,
  constraint rota_shift_filed check ((filing_number is null) = (filed_on is null) and (filed_on is null or filed_on < starts_at::date)),
  constraint rota_shift_apart exclude using gist (placement_id with =, kind with =, tsrange(starts_at, ends_at) with &&)
);
create index rota_shift_placement on rota_shift (placement_id, starts_at);

-- 报酬: what the unit says it paid. Rule 1.33: in money, to the student, by the unit itself; no other word has a place here.
create table pay_month (
  id                uuid primary key default uuidv7(),
  placement_id      uuid not null references placement (id) on delete cascade,
  month             date not null check (extract(day from month) = 1),
  amount            numeric(9,2) not null check (amount > 0),
  paid_on           date not null,
  means             text not null check (means in ('bank', 'cash', 'e_wallet')),
  payee             text not null default 'student' check (payee = 'student'),
  payer             text not null default 'unit' check (payer = 'unit'),
  -- Rule 1.34.
  deducted          numeric(9,2) not null default 0 check (deducted = 0),
  -- Rule 1.32: both, as they were in that month; yuan a month.
  same_post_wage    integer not null check (same_post_wage > 0),
  lowest_tier_wage  integer not null check (lowest_tier_wage > 0),
  -- A month that was not worked whole.
  share             numeric(3,2) not null default 1 check (share > 0 and share <= 1),
  remark            text not null default '' check (char_length(remark) <= 300),
  recorded_by       uuid references account (id) on delete set null,
  recorded_at       timestamptz not null,
  demo              boolean not null default false,
  constraint pay_month_once unique (placement_id, month)
);

-- The student's own word, sealed: the unit has no way to it, and neither has a copy of the database.
create table pay_answer (
  id            uuid primary key default uuidv7(),
  placement_id  uuid not null references placement (id) on delete cascade,
  month         date not null check (extract(day from month) = 1),
  sealed        bytea not null,
  answered_at   timestamptz not null,
  version       integer not null default 1,
  constraint pay_answer_once unique (placement_id, month)
);

create table pay_alarm (
  id            uuid primary key default uuidv7(),
  number        text not null unique,
  placement_id  uuid not null references placement (id) on delete cascade,
  -- For which month; the last one owed when nothing was paid.
  month         date not null check (extract(day from month) = 1),
  reason        text not null check (reason in ('late', 'paid_late', 'not_received', 'non_cash', 'third_party', 'deducted', 'less', 'below_reference')),
  rule_id       text not null,
  -- From whom it is known. What only the student said stays with the school.
  source        text not null check (source in ('clock', 'unit', 'student')),
  state         text not null default 'open' check (state in ('open', 'taken', 'settled', 'lapsed')),
  params        jsonb not null default '{}',
  opened_at     timestamptz not null,
  due_at        timestamptz,
  taken_at      timestamptz,
  taken_by      uuid references account (id) on delete set null,
  outcome       text check (char_length(outcome) between 5 and 1000),
  closed_at     timestamptz,
  demo          boolean not null default false,
  version       integer not null default 1,
  constraint pay_alarm_clock check ((state in ('open', 'taken')) = (due_at is not null)),
  constraint pay_alarm_settled check ((state = 'settled') <= (outcome is not null and closed_at is not null))
);
create unique index pay_alarm_one_open on pay_alarm (placement_id, month, reason) where state in ('open', 'taken');
create index pay_alarm_placement on pay_alarm (placement_id);
create index pay_alarm_open on pay_alarm (opened_at) where state in ('open', 'taken');
