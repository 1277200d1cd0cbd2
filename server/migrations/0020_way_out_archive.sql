-- A way out (reports, changes, complaints, incidents with their claims), the assessment and its certificate, the archive of the eight papers, the return to the ministry.

-- What was kept under lock does not change: the placement is archived (rule 1.44). One function for everything that hangs on a placement.
create function placement_archived_fixed() returns trigger language plpgsql as $$
declare held uuid;
begin
  held := case when tg_op = 'INSERT' then to_jsonb(new) ->> 'placement_id' else to_jsonb(old) ->> 'placement_id' end;
  if exists (select from placement where id = held and state = 'archived') then
    raise exception 'an archived placement stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'placement_archived_fixed';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function placement_stays_archived() returns trigger language plpgsql as $$
begin
  raise exception 'an archived placement stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'placement_archived_fixed';
end $$;
create trigger placement_stays_archived before update or delete on placement for each row when (old.state = 'archived') execute function placement_stays_archived();
create trigger placement_archived_fixed before update or delete on placement_terms for each row execute function placement_archived_fixed();

-- What was written during the placement is kept as it was, too.
create trigger placement_archived_fixed before insert or update or delete on placement_log for each row execute function placement_archived_fixed();
create trigger placement_archived_fixed before insert or update or delete on placement_log_photo for each row execute function placement_archived_fixed();
create trigger placement_archived_fixed before insert or update or delete on task_card for each row execute function placement_archived_fixed();
create trigger placement_archived_fixed before insert or update or delete on placement_visit_member for each row execute function placement_archived_fixed();
create trigger placement_archived_fixed before insert or update or delete on pay_month for each row execute function placement_archived_fixed();

-- A problem that a student tells the school. Rule 1.35 (papers withheld) is one of its topics.
create table placement_report (
  id            uuid primary key default uuidv7(),
  number        text not null unique,
  placement_id  uuid not null references placement (id) on delete cascade,
  state         text not null check (state in ('open', 'answered', 'closed')),
  topic         text not null check (topic in ('work', 'pay', 'hours', 'safety', 'papers', 'fees', 'treatment', 'lodging', 'other')),
  text          text not null check (char_length(text) between 5 and 2000),
  due_at        timestamptz,
  answer        text check (char_length(answer) between 2 and 2000),
  answered_by   uuid references account (id) on delete set null,
  answered_at   timestamptz,
  -- How often the student said that it is not solved.
  reopened      integer not null default 0,
  created_by    uuid references account (id) on delete set null,
  created_at    timestamptz not null,
  closed_at     timestamptz,
  demo          boolean not null default false,
  constraint placement_report_clock check ((state = 'open') = (due_at is not null)),
  check ((state <> 'open') <= (answer is not null))
);
create index placement_report_placement on placement_report (placement_id, created_at);
create index placement_report_open on placement_report (due_at) where state = 'open';

-- A student who asks for another post, or to stop. There is no state 'refused' for one who wants to stop: the school cannot say no.
create table placement_change (
  id            uuid primary key default uuidv7(),
  number        text not null unique,
  placement_id  uuid not null references placement (id) on delete cascade,
  state         text not null check (state in ('asked', 'changed', 'ended', 'declined', 'withdrawn')),
  kind          text not null check (kind in ('change', 'leave')),
  -- Safety is the reason: the placement is suspended at once.
  safety        boolean not null,
  reason        text not null check (char_length(reason) between 5 and 2000),
  wanted_on     date,
  due_at        timestamptz,
  told_at       timestamptz,
  answer        text check (char_length(answer) between 2 and 2000),
  answered_by   uuid references account (id) on delete set null,
  answered_at   timestamptz,
  ended_on      date,
  -- Who ended it: the school, or the student after the clock had run out.
  ended_by      text check (ended_by in ('school', 'student')),
  next_id       uuid references placement (id) on delete set null,
  created_by    uuid references account (id) on delete set null,
  created_at    timestamptz not null,
  demo          boolean not null default false,
  constraint placement_change_clock check ((state = 'asked') = (due_at is not null)),
  constraint placement_change_leaving_is_not_refused check (state <> 'declined' or kind = 'change'),
  check ((state in ('ended', 'changed')) = (ended_on is not null)),
  check ((state in ('ended', 'changed')) = (ended_by is not null)),
  check ((state = 'changed') <= (kind = 'change'))
);
create unique index placement_change_one_open on placement_change (placement_id) where state = 'asked';
create index placement_change_placement on placement_change (placement_id, created_at);
create index placement_change_due on placement_change (due_at) where state = 'asked';

-- A place accepted in a round that its student has left: a further round may give the seat again.
alter table round_result add column given_back_at timestamptz;
create function placement_gives_seat_back() returns trigger language plpgsql as $$
begin
  update round_result set given_back_at = case when new.state in ('changed', 'ended_early', 'cancelled') then new.updated_at end
    where round_id = new.round_id and student_id = new.student_id and (given_back_at is null) = (new.state in ('changed', 'ended_early', 'cancelled'));
  return null;
end $$;
create trigger placement_gives_seat_back after update of state on placement for each row
  when (new.round_id is not null and new.state <> old.state and new.state in ('changed', 'ended_early', 'cancelled')) execute function placement_gives_seat_back();
create trigger placement_takes_seat after insert on placement for each row when (new.round_id is not null and new.state <> 'cancelled') execute function placement_gives_seat_back();

-- A complaint past school and firm, to the authority. No column leads to the one who made it: who it was is sealed, and found again only with the key.
create table complaint (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  authority_id     uuid not null references organisation (id) on delete restrict,
  state            text not null check (state in ('received', 'answered', 'closed')),
  topic            text not null check (topic in ('pay', 'fees', 'papers', 'hours', 'safety', 'treatment', 'forced', 'agency', 'other')),
  against          text not null check (against in ('unit', 'school', 'both')),
  unit_name        text,
  school_name      text,
  text             text not null check (char_length(text) between 10 and 5000),
  reporter_kind    text not null check (reporter_kind in ('student', 'guardian', 'other')),
  -- AES-256-GCM over { studentId, accountId, name, phone, placementId }; null for one who gave no name.
  reporter         bytea,
  -- Keyed hash of the student: lets a student find what they wrote.
  reporter_digest  bytea,
  -- SHA-256 of the receipt, for one without an account.
  receipt_hash     bytea unique,
  due_at           timestamptz,
  created_at       timestamptz not null,
  closed_at        timestamptz,
  demo             boolean not null default false,
  check ((reporter_digest is null) <> (receipt_hash is null)),
  constraint complaint_clock check ((state = 'received') = (due_at is not null))
);
create index complaint_authority on complaint (authority_id, state, created_at);
create index complaint_reporter on complaint (reporter_digest) where reporter_digest is not null;

-- What the authority and the one who complained write to each other, and what the authority did.
create table complaint_message (
  id            uuid primary key default uuidv7(),
  complaint_id  uuid not null references complaint (id) on delete cascade,
  kind          text not null check (kind in ('answer', 'question', 'reply', 'measure')),
  text          text not null check (char_length(text) between 2 and 5000),
  -- Null for the one who complained.
  written_by    uuid references account (id) on delete set null,
  written_at    timestamptz not null,
  -- When the one who complained read it.
  read_at       timestamptz,
  check (kind <> 'reply' or written_by is null)
);
create index complaint_message_of on complaint_message (complaint_id, written_at);

-- Who looked at the name, and why: append only.
create table complaint_unmasking (
  id            uuid primary key default uuidv7(),
  complaint_id  uuid not null references complaint (id) on delete cascade,
  account_id    uuid references account (id) on delete set null,
  reason        text not null check (char_length(reason) between 5 and 500),
  at            timestamptz not null
);
create index complaint_unmasking_of on complaint_unmasking (complaint_id, at);

-- An accident or another incident, its 24 hours, who was told when, and what was done.
create table incident (
  id             uuid primary key default uuidv7(),
  number         text not null unique,
  placement_id   uuid not null references placement (id) on delete cascade,
  state          text not null check (state in ('open', 'told', 'closed')),
  kind           text not null check (kind in ('injury', 'illness', 'traffic', 'missing', 'conflict', 'other')),
  severity       text not null check (severity in ('light', 'serious', 'grave')),
  happened_at    timestamptz not null,
  place          text not null check (char_length(place) between 2 and 200),
  text           text not null check (char_length(text) between 5 and 2000),
  due_at         timestamptz not null,
  told_at        timestamptz,
  late           boolean not null default false,
  conclusion     text,
  created_by     uuid references account (id) on delete set null,
  created_at     timestamptz not null,
  closed_at      timestamptz,
  demo           boolean not null default false,
  version        integer not null default 1,
  check (happened_at <= created_at),
  check ((state = 'open') = (told_at is null)),
  constraint incident_closed_with_conclusion check ((state = 'closed') = (closed_at is not null) and (state = 'closed') <= (conclusion is not null))
);
create index incident_placement on incident (placement_id, created_at);
create index incident_open on incident (due_at) where state = 'open';

create table incident_notice (
  id           uuid primary key default uuidv7(),
  incident_id  uuid not null references incident (id) on delete cascade,
  whom         text not null check (whom in ('guardian', 'school', 'unit', 'authority', 'insurer', 'police', 'hospital')),
  name         text not null check (char_length(name) between 1 and 100),
  channel      text not null check (channel in ('call', 'in_person', 'message', 'letter')),
  told_at      timestamptz not null,
  written_by   uuid references account (id) on delete set null,
  written_at   timestamptz not null,
  check (told_at <= written_at)
);
create index incident_notice_of on incident_notice (incident_id, told_at);

create table incident_measure (
  id           uuid primary key default uuidv7(),
  incident_id  uuid not null references incident (id) on delete cascade,
  text         text not null check (char_length(text) between 2 and 1000),
  done_on      date not null,
  written_by   uuid references account (id) on delete set null,
  written_at   timestamptz not null
);
create index incident_measure_of on incident_measure (incident_id, done_on);

create table insurance_claim (
  id            uuid primary key default uuidv7(),
  incident_id   uuid not null references incident (id) on delete cascade,
  policy_id     uuid not null references insurance_policy (id) on delete restrict,
  state         text not null check (state in ('reported', 'documented', 'assessed', 'settled', 'refused', 'withdrawn')),
  claim_number  text,
  claimed       numeric(12,2) check (claimed > 0),
  approved      numeric(12,2) check (approved >= 0),
  paid          numeric(12,2) check (paid > 0),
  paid_on       date,
  -- Rule 1.39: what is paid goes to the student, or to whom paid the bills.
  payee         text check (payee in ('student', 'guardian', 'school', 'unit', 'hospital')),
  refusal       text,
  created_at    timestamptz not null,
  constraint insurance_claim_settled check ((state = 'settled') = (paid is not null and paid_on is not null and payee is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create unique index insurance_claim_one_live on insurance_claim (incident_id, policy_id) where state not in ('refused', 'withdrawn');
create index insurance_claim_incident on insurance_claim (incident_id);

create table insurance_claim_step (
  id          uuid primary key default uuidv7(),
  claim_id    uuid not null references insurance_claim (id) on delete cascade,
  state       text not null,
  on_day      date not null,
  remark      text not null default '',
  written_by  uuid references account (id) on delete set null,
  written_at  timestamptz not null
);
create index insurance_claim_step_of on insurance_claim_step (claim_id, written_at);

-- How a placement is marked (rule 1.43): for a cohort, a programme, or the whole school. An approved version never changes.
create table assessment_scheme (
  id               uuid primary key default uuidv7(),
  school_id        uuid not null references organisation (id) on delete restrict,
  programme_id     uuid references programme (id) on delete restrict,
  cohort_id        uuid references cohort (id) on delete restrict,
  title            text not null check (char_length(title) between 2 and 100),
  state            text not null check (state in ('draft', 'approved', 'retired')),
  -- [{ code, title, part: unit | school, kind: process | result | attendance, weight, guide }]
  items            jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) between 1 and 20),
  pass_mark        integer not null default 60 check (pass_mark between 1 and 100),
  minutes_number   text,
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  approved_by      uuid references account (id) on delete set null,
  approved_at      timestamptz,
  demo             boolean not null default false,
  version          integer not null default 1,
  check (programme_id is null or cohort_id is null),
  check ((state = 'draft') = (approved_at is null)),
  check ((state <> 'draft') <= (minutes_number is not null)),
  constraint assessment_scheme_two_people check (approved_by is null or approved_by is distinct from created_by)
);
create unique index assessment_scheme_one on assessment_scheme (school_id, programme_id, cohort_id) nulls not distinct where state = 'approved';
create index assessment_scheme_school on assessment_scheme (school_id, state);

create function assessment_weights(items jsonb) returns numeric language sql immutable as $$ select coalesce(sum((item ->> 'weight')::numeric), 0) from jsonb_array_elements(items) item $$;
alter table assessment_scheme add constraint assessment_scheme_weights check (state = 'draft' or assessment_weights(items) = 100);
alter table assessment_scheme add constraint assessment_scheme_not_attendance check (state = 'draft' or jsonb_path_exists(items, '$[*] ? (@.kind != "attendance")'));

create function assessment_scheme_fixed() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (tg_op = 'DELETE' or (new.items, new.pass_mark, new.school_id, new.programme_id, new.cohort_id) is distinct from (old.items, old.pass_mark, old.school_id, old.programme_id, old.cohort_id)) then
    raise exception 'an approved scheme stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'assessment_scheme_fixed';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger assessment_scheme_fixed before update or delete on assessment_scheme for each row execute function assessment_scheme_fixed();

create table placement_assessment (
  placement_id        uuid primary key references placement (id) on delete cascade,
  scheme_id           uuid not null references assessment_scheme (id) on delete restrict,
  state               text not null check (state in ('marking', 'published')),
  -- { code: mark of 0 to 100 }, one object a part.
  unit_marks          jsonb,
  unit_words          text,
  unit_marked_by      uuid references account (id) on delete set null,
  unit_marker         text,
  unit_marked_at      timestamptz,
  school_marks        jsonb,
  school_words        text,
  school_marked_by    uuid references account (id) on delete set null,
  school_marker       text,
  school_marked_at    timestamptz,
  total               numeric(5,2) check (total between 0 and 100),
  passed              boolean,
  published_at        timestamptz,
  certificate_number  text unique,
  certificate_code    text unique check (certificate_code ~ '^[A-HJ-NP-Z2-9]{12}$'),
  certified_on        date,
  updated_at          timestamptz not null,
  demo                boolean not null default false,
  version             integer not null default 1,
  -- Both mark, or nothing is published (rule 1.43).
  constraint placement_assessment_whole check ((state = 'published') = (total is not null and passed is not null and published_at is not null) and (state = 'published') <= (unit_marks is not null and school_marks is not null)),
  constraint placement_assessment_certified check ((certificate_number is not null) = (certificate_code is not null and certified_on is not null) and (certificate_number is not null) <= (passed is true))
);
create trigger placement_archived_fixed before insert or update or delete on placement_assessment for each row execute function placement_archived_fixed();

-- What the student writes: the summary, and the report of the internship.
create table placement_text (
  placement_id  uuid not null references placement (id) on delete cascade,
  kind          text not null check (kind in ('summary', 'report')),
  text          text not null check (char_length(text) <= 20000),
  handed_in_at  timestamptz,
  updated_at    timestamptz not null,
  primary key (placement_id, kind)
);
create trigger placement_archived_fixed before insert or update or delete on placement_text for each row execute function placement_archived_fixed();

create table assessment_objection (
  id            uuid primary key default uuidv7(),
  placement_id  uuid not null references placement (id) on delete cascade,
  state         text not null check (state in ('open', 'upheld', 'rejected')),
  reason        text not null check (char_length(reason) between 5 and 2000),
  due_at        timestamptz,
  answer        text,
  total_before  numeric(5,2) not null,
  total_after   numeric(5,2),
  created_at    timestamptz not null,
  answered_by   uuid references account (id) on delete set null,
  answered_at   timestamptz,
  check ((state = 'open') = (due_at is not null)),
  check ((state <> 'open') <= (answer is not null and answered_at is not null))
);
create unique index assessment_objection_once on assessment_objection (placement_id);
create trigger placement_archived_fixed before insert or update or delete on assessment_objection for each row execute function placement_archived_fixed();

-- Papers that came as files: of one placement, or (a plan) of a whole cohort. Rule 1.44 names eight kinds.
create table placement_paper (
  id            uuid primary key default uuidv7(),
  placement_id  uuid references placement (id) on delete cascade,
  cohort_id     uuid references cohort (id) on delete restrict,
  kind          text not null check (kind in ('agreement', 'plan', 'report', 'assessment', 'log', 'inspection', 'summary', 'evidence')),
  title         text not null check (char_length(title) between 2 and 100),
  file_id       uuid not null unique references file (id) on delete restrict,
  created_by    uuid references account (id) on delete set null,
  created_at    timestamptz not null,
  check ((placement_id is null) <> (cohort_id is null)),
  check (cohort_id is null or kind = 'plan')
);
create index placement_paper_placement on placement_paper (placement_id) where placement_id is not null;
create index placement_paper_cohort on placement_paper (cohort_id) where cohort_id is not null;
create trigger placement_archived_fixed before insert or update or delete on placement_paper for each row when (true) execute function placement_archived_fixed();

-- What was in the bundle when the placement was archived: every file with its SHA-256.
create table placement_archive (
  placement_id   uuid primary key references placement (id) on delete restrict,
  number         text not null unique,
  manifest       jsonb not null,
  manifest_hash  bytea not null check (length(manifest_hash) = 32),
  files          integer not null check (files > 0),
  archived_by    uuid references account (id) on delete set null,
  archived_at    timestamptz not null
);
create trigger placement_archive_append_only before update or delete on placement_archive for each row execute function refuse_change();

-- The file for the ministry's system: which columns, under which headings, with which codes. Data, because the ministry changes it.
create table return_form (
  id           uuid primary key default uuidv7(),
  alliance_id  uuid not null references alliance (id) on delete cascade,
  title        text not null check (char_length(title) between 2 and 100),
  -- [{ heading, source, fixed, map, required, most }] in order.
  columns      jsonb not null check (jsonb_typeof(columns) = 'array' and jsonb_array_length(columns) between 1 and 100),
  -- { name: { from: to } }
  maps         jsonb not null default '{}' check (jsonb_typeof(maps) = 'object'),
  note         text not null default '',
  updated_by   uuid references account (id) on delete set null,
  updated_at   timestamptz not null,
  created_at   timestamptz not null,
  demo         boolean not null default false,
  version      integer not null default 1,
  unique (alliance_id, title)
);
