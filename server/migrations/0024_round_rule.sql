-- What a round may be set to beyond its mechanism, and what bound in the end.

alter table round_post
  -- With fewer the post does not run; 0 for none.
  add column minimum integer not null default 0 check (minimum between 0 and seats),
  -- Seats it gets before shared ones are handed out in turn.
  add column target integer check (target between 0 and seats),
  -- At most so many of one school.
  add column school_cap integer check (school_cap >= 1);

-- At most `most` over several posts of a round: those of a firm, those in a region, those of a firm as far as one school is concerned.
create table round_limit (
  round_id        uuid not null references round (id) on delete cascade,
  position        integer not null check (position >= 1),
  kind            text not null check (kind in ('firm', 'region', 'school_firm')),
  -- Of school_firm: left open for each firm, each school.
  organisation_id uuid references organisation (id) on delete restrict,
  school_id       uuid references organisation (id) on delete restrict,
  region          text check (region ~ '^\d{6}$'),
  most            integer not null check (most >= 0),
  primary key (round_id, position),
  unique nulls not distinct (round_id, kind, organisation_id, school_id, region),
  check ((kind = 'region') = (region is not null)),
  check (kind <> 'firm' or organisation_id is not null),
  check (kind <> 'region' or organisation_id is null),
  check (kind = 'school_firm' or school_id is null)
);

-- How far a limit was used when the round was matched: one row for each school and firm it speaks of.
create table round_limit_use (
  round_id        uuid not null,
  position        integer not null,
  organisation_id uuid,
  school_id       uuid,
  used            integer not null check (used between 0 and most),
  most            integer not null,
  foreign key (round_id, position) references round_limit (round_id, position) on delete cascade,
  unique nulls not distinct (round_id, position, organisation_id, school_id)
);

-- Posts that did not run for want of their minimum, in the order in which they were closed.
create table round_closing (
  round_id uuid not null references round (id) on delete cascade,
  step     integer not null check (step >= 1),
  post_id  uuid not null,
  had      integer not null check (had >= 0),
  minimum  integer not null,
  primary key (round_id, step),
  unique (round_id, post_id),
  foreign key (round_id, post_id) references round_post (round_id, post_id) on delete cascade,
  check (had < minimum)
);

-- Students with the tag the post would hold under either order of processing; of reserved seats only.
alter table round_cutoff add column tagged_guarantee integer, add column tagged_additional integer;

-- A match that takes long runs in the worker. One row a round: what became of the last attempt, or how far it is.
create table round_run (
  round_id    uuid primary key references round (id) on delete cascade,
  state       text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  started_by  uuid references account (id) on delete set null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  step        text not null default 'read',
  done        real not null default 0 check (done between 0 and 1),
  check ((state = 'running') = (ended_at is null))
);
create index round_run_running on round_run (round_id) where state = 'running';
