-- placements: the round. Cohorts × posts × rules × dates × seed.

create table round (
  id                 uuid primary key default uuidv7(),
  number             text not null unique,
  alliance_id        uuid not null references alliance (id) on delete restrict,
  previous_round_id  uuid references round (id) on delete restrict,
  title              text not null check (char_length(title) between 2 and 100),
  title_en           text,
  leave_year         integer not null,
  state              text not null check (state in ('draft', 'wishing', 'ranking', 'frozen', 'matched', 'publicity', 'confirming', 'closed', 'cancelled')),
  max_wishes         integer not null default 10 check (max_wishes between 1 and 30),
  -- Weights in per cent of school mark, interview, certificate.
  weight_school      integer not null default 60 check (weight_school between 0 and 100),
  weight_interview   integer not null default 30 check (weight_interview between 0 and 100),
  weight_certificate integer not null default 10 check (weight_certificate between 0 and 100),
  policy             jsonb not null default '{}',
  wishes_open_at     timestamptz,
  wishes_close_at    timestamptz,
  ranking_close_at   timestamptz,
  publicity_until    timestamptz,
  confirm_until      timestamptz,
  starts_on          date,
  ends_on            date,
  -- Lottery: SHA-256 of the seed is published before wishes close, the seed after the list is frozen.
  seed_commitment    bytea check (length(seed_commitment) = 32),
  seed_sealed        bytea,
  seed_revealed      text,
  list_digest        text,
  input_digest       text,
  result_digest      text,
  engine             text,
  guarantees         jsonb,
  audit              jsonb,
  opened_at          timestamptz,
  frozen_at          timestamptz,
  matched_at         timestamptz,
  published_at       timestamptz,
  closed_at          timestamptz,
  owner_id           uuid references account (id) on delete set null,
  reason             text,
  demo               boolean not null default false,
  version            integer not null default 1,
  created_at         timestamptz not null default now(),
  check (weight_school + weight_interview + weight_certificate = 100),
  check (wishes_close_at > wishes_open_at),
  check (ranking_close_at >= wishes_close_at),
  check (ends_on > starts_on),
  check ((state in ('draft', 'cancelled')) or (seed_commitment is not null and wishes_close_at is not null)),
  check ((state in ('matched', 'publicity', 'confirming', 'closed')) <= (result_digest is not null))
);

create table round_cohort (
  round_id   uuid not null references round (id) on delete cascade,
  cohort_id  uuid not null references cohort (id) on delete restrict,
  primary key (round_id, cohort_id)
);
create index round_cohort_cohort on round_cohort (cohort_id);

create table round_post (
  round_id     uuid not null references round (id) on delete cascade,
  post_id      uuid not null references post (need_id) on delete restrict,
  seats        integer not null check (seats >= 0),
  -- [{ tag, seats, mode }] in published order.
  reserves     jsonb not null default '[]',
  scoring      text not null default 'score' check (scoring in ('score', 'rank')),
  suspended_at timestamptz,
  suspend_rule text,
  primary key (round_id, post_id)
);
create index round_post_post on round_post (post_id);

create table wish_list (
  round_id      uuid not null references round (id) on delete cascade,
  student_id    uuid not null references student (id) on delete restrict,
  state         text not null check (state in ('draft', 'submitted')),
  saved_at      timestamptz not null,
  submitted_at  timestamptz,
  primary key (round_id, student_id),
  check ((state = 'submitted') = (submitted_at is not null))
);

create table round_reminder (
  round_id     uuid not null references round (id) on delete cascade,
  student_id   uuid not null references student (id) on delete cascade,
  reminded_at  timestamptz not null,
  primary key (round_id, student_id)
);

create table wish (
  round_id    uuid not null,
  student_id  uuid not null,
  rank        integer not null check (rank between 1 and 30),
  post_id     uuid not null,
  reason      text,
  primary key (round_id, student_id, rank) deferrable initially immediate,
  unique (round_id, student_id, post_id),
  foreign key (round_id, student_id) references wish_list (round_id, student_id) on delete cascade,
  foreign key (round_id, post_id) references round_post (round_id, post_id) on delete restrict
);
create index wish_post on wish (round_id, post_id);

-- What the enterprise says of an applicant. Thousandths; ties allowed.
create table applicant_score (
  round_id     uuid not null,
  post_id      uuid not null,
  student_id   uuid not null references student (id) on delete restrict,
  interview    integer check (interview between 0 and 100000),
  certificate  integer check (certificate between 0 and 100000),
  rank         integer check (rank >= 1),
  refused      text check (char_length(refused) between 5 and 200),
  scored_by    uuid references account (id) on delete set null,
  scored_at    timestamptz not null default now(),
  primary key (round_id, post_id, student_id),
  foreign key (round_id, post_id) references round_post (round_id, post_id) on delete restrict
);

-- The result: one row a student of the frozen list; placed or not. Never updated after publication.
create table round_result (
  round_id        uuid not null references round (id) on delete cascade,
  student_id      uuid not null references student (id) on delete restrict,
  post_id         uuid,
  choice          integer check (choice >= 1),
  seat            text,
  -- The place in the draw, from 1.
  lottery         integer,
  letter_number   text unique,
  answer          text check (answer in ('accepted', 'declined')),
  answer_reason   text,
  answered_at     timestamptz,
  read_at         timestamptz,
  primary key (round_id, student_id),
  check ((post_id is null) = (choice is null)),
  check ((answer is null) = (answered_at is null))
);
create index round_result_post on round_result (round_id, post_id);

-- Why each wish came out as it did: facts frozen with the result, from which a letter is worded in any language.
create table wish_outcome (
  round_id    uuid not null,
  student_id  uuid not null,
  choice      integer not null,
  post_id     uuid not null,
  score       integer not null,
  reason      text not null,
  facts       jsonb not null default '{}',
  primary key (round_id, student_id, choice)
);

-- A foreign key looks a row up at a time, and that was two thirds of keeping a hundred thousand reasons: here all rows of a statement at once.
create function wish_outcome_has_result() returns trigger language plpgsql as $$
begin
  if exists (select from fresh where not exists (select from round_result r where r.round_id = fresh.round_id and r.student_id = fresh.student_id)) then
    raise exception 'a reason for somebody who is not on the frozen list' using errcode = 'foreign_key_violation', constraint = 'wish_outcome_has_result';
  end if;
  return null;
end $$;
create trigger wish_outcome_has_result after insert on wish_outcome referencing new table as fresh for each statement execute function wish_outcome_has_result();

create table round_cutoff (
  round_id    uuid not null references round (id) on delete cascade,
  post_id     uuid not null,
  seat        text not null,
  seats       integer not null,
  -- Seats kept for a tag that nobody of it took go to the others: the open row may then show more filled than its seats.
  filled      integer not null check (filled >= 0),
  applicants  integer not null,
  last_score  integer,
  last_lottery integer,
  primary key (round_id, post_id, seat)
);

-- The frozen input and the result as anybody can re-run them.
create table round_export (
  round_id  uuid primary key references round (id) on delete cascade,
  -- As text and not packed: it is written and read whole, and a large round's is ten megabytes while somebody waits.
  content   json not null,
  created_at timestamptz not null default now()
);
alter table round_export alter column content set storage external;

create table objection (
  id           uuid primary key default uuidv7(),
  round_id     uuid not null references round (id) on delete cascade,
  student_id   uuid references student (id) on delete restrict,
  name         text not null default '',
  contact      text not null default '',
  body         text not null check (char_length(body) between 10 and 2000),
  state        text not null default 'open' check (state in ('open', 'answered')),
  answer       text,
  answered_by  uuid references account (id) on delete set null,
  answered_at  timestamptz,
  due_at       timestamptz not null,
  created_at   timestamptz not null default now(),
  check ((state = 'answered') = (answer is not null))
);
create index objection_round on objection (round_id, created_at);

create table help_request (
  id           uuid primary key default uuidv7(),
  student_id   uuid not null references student (id) on delete restrict,
  topic        text not null check (topic in ('question', 'unsafe', 'unfair', 'pay', 'other')),
  body         text not null check (char_length(body) between 2 and 2000),
  -- Straight to the secretariat, past school and firm.
  past_parties boolean not null default false,
  state        text not null default 'open' check (state in ('open', 'answered')),
  answer       text,
  answered_by  uuid references account (id) on delete set null,
  answered_at  timestamptz,
  created_at   timestamptz not null default now()
);
