-- The yearly demand survey: one question to every firm of the alliance, its answer line by line, and the catalogue of scarce
-- occupations that was published from the accepted lines.

create table survey (
  id            uuid primary key default uuidv7(),
  alliance_id   uuid not null references alliance (id) on delete restrict,
  year          integer not null check (year between 2000 and 2100),
  title         text not null check (char_length(title) between 1 and 100),
  title_en      text check (char_length(title_en) <= 200),
  note          text not null default '' check (char_length(note) <= 2000),
  opens_on      date not null,
  closes_on     date not null check (closes_on > opens_on),
  state         text not null default 'draft' check (state in ('draft', 'open', 'closed', 'scored', 'published', 'archived')),
  -- Tenths of a point: from which total an occupation is called scarce.
  cut_off       integer not null default 30 check (cut_off between 10 and 50),
  -- As it was published: weights, cut-off and every occupation with its figures. Null until then.
  catalogue     jsonb,
  created_by    uuid references account (id) on delete set null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  opened_at     timestamptz,
  closed_at     timestamptz,
  scored_at     timestamptz,
  published_at  timestamptz,
  demo          boolean not null default false,
  version       integer not null default 1,
  constraint survey_one_a_year unique (alliance_id, year),
  check ((state = 'draft') = (opened_at is null)),
  check ((state in ('closed', 'scored', 'published', 'archived')) = (closed_at is not null)),
  check ((state in ('scored', 'published', 'archived')) = (scored_at is not null)),
  check ((state in ('published', 'archived')) = (published_at is not null and catalogue is not null))
);
create index survey_clock on survey (closes_on) where state = 'open';

-- One for every enterprise that was an active member on the day of opening: the base of every share, frozen.
create table survey_response (
  id               uuid primary key default uuidv7(),
  survey_id        uuid not null references survey (id) on delete cascade,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  state            text not null default 'waiting' check (state in ('waiting', 'submitted', 'returned', 'accepted', 'declined')),
  -- Whether the firm means to have more people next year.
  outlook          text check (outlook in ('grow', 'same', 'shrink')),
  -- Answered with last year's lines as they were.
  unchanged        boolean not null default false,
  -- Why it was sent back, or why the firm declined.
  reason           text check (char_length(reason) between 1 and 500),
  submitted_by     uuid references account (id) on delete set null,
  submitted_at     timestamptz,
  checked_by       uuid references account (id) on delete set null,
  checked_at       timestamptz,
  reminded_count   integer not null default 0 check (reminded_count >= 0),
  reminded_at      timestamptz,
  updated_at       timestamptz not null,
  version          integer not null default 1,
  unique (survey_id, organisation_id),
  check ((state in ('submitted', 'returned', 'accepted')) <= (outlook is not null and submitted_at is not null)),
  check ((state in ('returned', 'declined')) = (reason is not null)),
  check ((reminded_count = 0) = (reminded_at is null))
);
create index survey_response_organisation on survey_response (organisation_id);

-- The associations and parks that spoke for the firm on the day of opening.
create table survey_speaker (
  response_id  uuid not null references survey_response (id) on delete cascade,
  speaker_id   uuid not null references organisation (id) on delete restrict,
  primary key (response_id, speaker_id)
);
create index survey_speaker_of on survey_speaker (speaker_id);

create table survey_line (
  id                uuid primary key default uuidv7(),
  response_id       uuid not null references survey_response (id) on delete cascade,
  position          integer not null check (position between 1 and 50),
  occupation_code   text not null,
  people            integer not null check (people between 1 and 10000),
  education         text not null check (education in ('none', 'secondary', 'college', 'bachelor', 'master')),
  experience_years  integer not null check (experience_years between 0 and 30),
  -- Level of the skill certificate asked for: 5 (初级工) to 1 (高级技师).
  skill_grade       integer check (skill_grade between 1 and 5),
  skills            text[] not null default '{}',
  start_month       text not null check (start_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- Yuan a month.
  pay_min           integer check (pay_min between 1 and 1000000),
  pay_max           integer check (pay_max between pay_min and 1000000),
  kind              text not null check (kind in ('hire', 'intern', 'order_class', 'apprentice')),
  unique (response_id, position),
  check ((pay_min is null) = (pay_max is null))
);
create index survey_line_occupation on survey_line (occupation_code);

-- What an expert moved, one point at most, with a reason and a name.
create table survey_adjustment (
  survey_id        uuid not null references survey (id) on delete cascade,
  occupation_code  text not null,
  step             integer not null check (step in (-1, 1)),
  reason           text not null check (char_length(reason) between 2 and 300),
  expert           text not null check (char_length(expert) between 1 and 50),
  adjusted_by      uuid references account (id) on delete set null,
  adjusted_at      timestamptz not null,
  primary key (survey_id, occupation_code)
);

-- What was published stays as it was read: neither the answers nor the catalogue move any more.
create function survey_is_settled() returns trigger language plpgsql as $$
declare settled boolean;
begin
  if tg_table_name = 'survey_line' then
    select s.state in ('published', 'archived') into settled from survey s join survey_response r on r.survey_id = s.id where r.id = coalesce(new.response_id, old.response_id);
  else
    select s.state in ('published', 'archived') into settled from survey s where s.id = coalesce(new.survey_id, old.survey_id);
  end if;
  if settled then raise exception 'a published survey is not changed' using constraint = 'survey_settled'; end if;
  return coalesce(new, old);
end $$;
create trigger survey_line_is_settled before insert or update or delete on survey_line for each row execute function survey_is_settled();
create trigger survey_adjustment_is_settled before insert or update or delete on survey_adjustment for each row execute function survey_is_settled();
create trigger survey_response_is_settled before update of state, outlook on survey_response for each row execute function survey_is_settled();
