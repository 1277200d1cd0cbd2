-- talent: code tables, programmes, cohorts, students, teachers.

create table code_system (
  id              text not null check (id in ('industry', 'major', 'occupation', 'division', 'major_occupation')),
  version         text not null,
  source          text not null,
  effective_from  date,
  sha256          bytea not null,
  official_count  integer,
  row_count       integer not null,
  signed_by       uuid references account (id),
  imported_at     timestamptz not null default now(),
  primary key (id, version)
);

-- A code is never deleted, only superseded.
create table code (
  system      text not null,
  code        text not null,
  level       text not null default '',
  name        text not null,
  parent      text,
  attributes  jsonb not null default '{}',
  version     text not null,
  superseded_at timestamptz,
  primary key (system, code, level)
);
create index code_name on code using gin (name gin_trgm_ops);

create table major_occupation (
  major_code       text not null,
  occupation_code  text not null,
  primary key (major_code, occupation_code)
);

create table programme (
  id            uuid primary key default uuidv7(),
  school_id     uuid not null references organisation (id) on delete restrict,
  major_code    text not null check (major_code ~ '^\d{6}[A-Z]?$'),
  name          text not null,
  level         text not null check (level in ('secondary', 'technician', 'higher', 'bachelor')),
  length_years  integer not null check (length_years between 1 and 6),
  created_at    timestamptz not null default now(),
  unique (school_id, major_code, level)
);

create table teacher (
  id          uuid primary key default uuidv7(),
  school_id   uuid not null references organisation (id) on delete restrict,
  number      text not null,
  name        text not null check (char_length(name) between 1 and 50),
  phone       text,
  subject     text not null default '',
  demo        boolean not null default false,
  left_at     timestamptz,
  created_at  timestamptz not null default now(),
  unique (school_id, number)
);

create table cohort (
  id            uuid primary key default uuidv7(),
  programme_id  uuid not null references programme (id) on delete restrict,
  name          text not null,
  entry_year    integer not null check (entry_year between 2000 and 2100),
  leave_year    integer not null check (leave_year between entry_year and entry_year + 8),
  teacher_id    uuid references teacher (id) on delete set null,
  -- Kept by a trigger: a list of a hundred thousand shows its total without counting them.
  students_here integer not null default 0,
  students_left integer not null default 0,
  created_at    timestamptz not null default now(),
  unique (programme_id, name, entry_year)
);

create table student (
  id                  uuid primary key default uuidv7(),
  school_id           uuid not null references organisation (id) on delete restrict,
  cohort_id           uuid not null references cohort (id) on delete restrict,
  student_number      text not null check (student_number ~ '^[A-Za-z0-9-]{2,30}$'),
  name                text not null check (char_length(name) between 1 and 50),
  sex                 text check (sex in ('male', 'female')),
  birth_date          date not null,
  -- AES-256-GCM; the digest (HMAC) keeps one person one record without opening the number.
  id_type             text not null default 'resident' check (id_type in ('resident', 'hk_mo_tw', 'foreign')),
  id_number           bytea,
  id_number_digest    bytea unique,
  id_number_mask      text,
  phone               text,
  home_division_code  text,
  guardian_name       text,
  guardian_phone      text,
  guardian_relation   text,
  -- Thousandths: 81.5 marks are 81500.
  school_mark         integer check (school_mark between 0 and 100000),
  certificates        text[] not null default '{}',
  -- Tags that reserves may name, such as 'paired_county'.
  tags                text[] not null default '{}',
  account_id          uuid references account (id) on delete set null,
  demo                boolean not null default false,
  left_at             timestamptz,
  version             integer not null default 1,
  created_at          timestamptz not null default now(),
  updated_at          timestamptz not null default now(),
  unique (school_id, student_number),
  check ((id_number is null) = (id_number_digest is null))
);
create index student_cohort on student (cohort_id);
-- A search is the start of a name, its end (the given name) or the start of a number.
create index student_name_start on student (name text_pattern_ops);
create index student_name_end on student (reverse(name) text_pattern_ops);
create index student_number_start on student (student_number text_pattern_ops);
create index student_mark_order on student (school_mark desc nulls last, id);
create index student_school_mark_order on student (school_id, school_mark desc nulls last, id);
create index student_name_order on student (name, id);
create index student_tags on student using gin (tags);
create index student_account on student (account_id) where account_id is not null;

create function count_students() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    update cohort set students_here = students_here + came.here, students_left = students_left + came.gone
    from (select cohort_id, count(*) filter (where left_at is null) as here, count(*) filter (where left_at is not null) as gone from fresh group by cohort_id) as came
    where cohort.id = came.cohort_id;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    update cohort set students_here = students_here - went.here, students_left = students_left - went.gone
    from (select cohort_id, count(*) filter (where left_at is null) as here, count(*) filter (where left_at is not null) as gone from stale group by cohort_id) as went
    where cohort.id = went.cohort_id;
  end if;
  return null;
end $$;
create trigger student_came after insert on student referencing new table as fresh for each statement execute function count_students();
create trigger student_changed after update on student referencing old table as stale new table as fresh for each statement execute function count_students();
create trigger student_went after delete on student referencing old table as stale for each statement execute function count_students();

alter table role_grant add foreign key (student_id) references student (id) on delete cascade;
alter table invitation add foreign key (student_id) references student (id) on delete cascade;
