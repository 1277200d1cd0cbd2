-- assistance 对口帮扶: batches of students from county schools to firms, weekly checks, who stays, teachers who go across, what is given.

-- The counties Nanhai is paired with lie in Qiandongnan (5226).
create function is_county_school(organisation_id uuid) returns boolean language sql stable as
  $$ select exists (select from organisation where id = organisation_id and kind = 'school' and division_code like '5226%') $$;

create table assistance_batch (
  id             uuid primary key default uuidv7(),
  number         text not null unique,
  alliance_id    uuid not null references alliance (id) on delete restrict,
  -- The county school.
  school_id      uuid not null references organisation (id) on delete restrict,
  title          text not null check (char_length(title) between 2 and 60),
  -- Who decides over the filing.
  authority      text not null default '' check (char_length(authority) <= 100),
  starts_on      date not null,
  ends_on        date not null,
  -- The teacher who travels along.
  escort_id      uuid not null references teacher (id) on delete restrict,
  contact_name   text not null check (char_length(contact_name) between 2 and 50),
  contact_phone  text not null,
  remark         text not null default '' check (char_length(remark) <= 500),
  state          text not null check (state in ('planning', 'asked', 'agreed', 'running', 'finished', 'cancelled')),
  reason         text,
  asked_at       timestamptz,
  agreed_at      timestamptz,
  started_at     timestamptz,
  finished_at    timestamptz,
  created_by     uuid references account (id) on delete set null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  demo           boolean not null default false,
  version        integer not null default 1,
  constraint assistance_batch_days check (ends_on > starts_on),
  check ((state = 'cancelled') <= (reason is not null)),
  check ((state in ('asked', 'agreed', 'running', 'finished')) <= (asked_at is not null)),
  check ((state in ('agreed', 'running', 'finished')) <= (agreed_at is not null)),
  check ((state in ('running', 'finished')) <= (started_at is not null)),
  check ((state = 'finished') = (finished_at is not null))
);
create index assistance_batch_school on assistance_batch (school_id, created_at desc);
create index assistance_batch_alliance on assistance_batch (alliance_id, created_at desc);
create index assistance_batch_escort on assistance_batch (escort_id);

create function assistance_batch_fits() returns trigger language plpgsql as $$
begin
  if not is_county_school(new.school_id) then
    raise exception 'only a county school plans a batch' using errcode = 'check_violation', constraint = 'assistance_batch_county';
  end if;
  if not exists (select from teacher where id = new.escort_id and school_id = new.school_id) then
    raise exception 'the escort is a teacher of the school' using errcode = 'check_violation', constraint = 'assistance_batch_escort';
  end if;
  return new;
end $$;
create trigger assistance_batch_fits before insert or update of school_id, escort_id on assistance_batch for each row execute function assistance_batch_fits();

-- One line of the plan: a firm's published post and how many seats of it.
create table assistance_seat (
  id               uuid primary key default uuidv7(),
  batch_id         uuid not null references assistance_batch (id) on delete restrict,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  post_id          uuid not null references post (need_id) on delete restrict,
  asked            integer not null check (asked between 1 and 500),
  confirmed        integer,
  -- At the firm.
  contact_name     text check (char_length(contact_name) between 2 and 50),
  contact_phone    text,
  note             text not null default '' check (char_length(note) <= 300),
  state            text not null check (state in ('planned', 'asked', 'confirmed', 'declined', 'withdrawn')),
  reason           text,
  asked_at         timestamptz,
  answered_by      uuid references account (id) on delete set null,
  answered_at      timestamptz,
  created_at       timestamptz not null,
  version          integer not null default 1,
  constraint assistance_seat_confirmed check (confirmed between 1 and asked),
  check ((state = 'confirmed') = (confirmed is not null)),
  check ((state = 'confirmed') <= (contact_name is not null)),
  check ((state in ('asked', 'confirmed', 'declined')) <= (asked_at is not null)),
  check ((state in ('confirmed', 'declined')) = (answered_at is not null)),
  -- Fewer than asked, or none: only with a reason.
  constraint assistance_seat_reason check ((state = 'declined' or confirmed < asked) is not true or reason is not null)
);
create unique index assistance_seat_once on assistance_seat (batch_id, post_id) where state in ('planned', 'asked', 'confirmed');
create index assistance_seat_batch on assistance_seat (batch_id);
create index assistance_seat_firm on assistance_seat (organisation_id, created_at desc);
create index assistance_seat_open on assistance_seat (asked_at) where state = 'asked';

-- Batches that a firm has been asked in, as the firm sees them; a planned line is the school's own business.
create function assistance_seat_fits() returns trigger language plpgsql as $$
begin
  if not exists (select from need where id = new.post_id and organisation_id = new.organisation_id) then
    raise exception 'the post is of the firm' using errcode = 'check_violation', constraint = 'assistance_seat_post';
  end if;
  return new;
end $$;
create trigger assistance_seat_fits before insert or update of post_id, organisation_id on assistance_seat for each row execute function assistance_seat_fits();

-- A placement in a line. Who changed to another place goes on as a member without a line, and the first row is released.
create table assistance_member (
  placement_id  uuid primary key references placement (id) on delete restrict,
  batch_id      uuid not null references assistance_batch (id) on delete restrict,
  seat_id       uuid references assistance_seat (id) on delete restrict,
  student_id    uuid not null references student (id) on delete restrict,
  -- Before it: the placement was cancelled, or changed.
  released_at   timestamptz,
  created_at    timestamptz not null
);
create unique index assistance_member_student on assistance_member (batch_id, student_id) where released_at is null;
create index assistance_member_seat on assistance_member (seat_id);
create index assistance_member_batch on assistance_member (batch_id);

-- Never more in a line than its firm confirmed; and only placements of the school of the batch, at the post of the line.
create function assistance_member_fits() returns trigger language plpgsql as $$
declare held assistance_seat; it placement;
begin
  select * into it from placement where id = new.placement_id;
  if it.student_id <> new.student_id or it.school_id <> (select school_id from assistance_batch where id = new.batch_id) then
    raise exception 'the placement is of another student or school' using errcode = 'check_violation', constraint = 'assistance_member_placement';
  end if;
  if new.seat_id is null or new.released_at is not null then return new; end if;
  select * into held from assistance_seat where id = new.seat_id for update;
  if held.batch_id <> new.batch_id or it.post_id is distinct from held.post_id then
    raise exception 'the placement is at another post' using errcode = 'check_violation', constraint = 'assistance_member_placement';
  end if;
  if held.state <> 'confirmed' or (select count(*) from assistance_member where seat_id = new.seat_id and released_at is null and placement_id <> new.placement_id) >= held.confirmed then
    raise exception 'no seat of this line is left' using errcode = 'check_violation', constraint = 'assistance_member_seats';
  end if;
  return new;
end $$;
create trigger assistance_member_fits before insert or update on assistance_member for each row execute function assistance_member_fits();

-- What a firm confirmed and somebody sits on is not taken away.
create function assistance_seat_held() returns trigger language plpgsql as $$
begin
  if (new.state <> 'confirmed' or new.confirmed < old.confirmed)
     and (select count(*) from assistance_member where seat_id = new.id and released_at is null) > coalesce(case when new.state = 'confirmed' then new.confirmed end, 0) then
    raise exception 'students have these seats' using errcode = 'check_violation', constraint = 'assistance_member_seats';
  end if;
  return new;
end $$;
create trigger assistance_seat_held before update of state, confirmed on assistance_seat for each row when (old.state = 'confirmed') execute function assistance_seat_held();

-- How somebody far from home is, once a week.
create table welfare_check (
  id            uuid primary key default uuidv7(),
  placement_id  uuid not null references assistance_member (placement_id) on delete restrict,
  batch_id      uuid not null references assistance_batch (id) on delete restrict,
  -- The Monday.
  week_on       date not null check (extract(isodow from week_on) = 1),
  health        text not null check (health in ('yes', 'no', 'unsure')),
  -- Food and lodging.
  living        text not null check (living in ('yes', 'no', 'unsure')),
  pay           text not null check (pay in ('yes', 'no', 'unsure')),
  -- Hours and nights within the rules.
  hours         text not null check (hours in ('yes', 'no', 'unsure')),
  mentor        text not null check (mentor in ('yes', 'no', 'unsure')),
  family        text not null check (family in ('yes', 'no', 'unsure')),
  note          text not null default '' check (char_length(note) <= 1000),
  level         text not null check (level in ('fine', 'watch', 'urgent')),
  made_by       uuid references account (id) on delete set null,
  made_at       timestamptz not null,
  handled       text check (char_length(handled) between 5 and 1000),
  handled_by    uuid references account (id) on delete set null,
  handled_at    timestamptz,
  demo          boolean not null default false,
  version       integer not null default 1,
  constraint welfare_check_week unique (placement_id, week_on),
  -- Where something is wrong it is not fine, and it is said what.
  constraint welfare_check_level check (level <> 'fine' or 'no' <> all (array[health, living, pay, hours, mentor, family])),
  constraint welfare_check_note check (level = 'fine' or char_length(note) >= 5),
  constraint welfare_check_future check ((made_at at time zone 'Asia/Shanghai')::date >= week_on),
  check ((handled is null) = (handled_at is null)),
  check (level <> 'fine' or handled is null)
);
create index welfare_check_batch on welfare_check (batch_id, week_on desc);
create index welfare_check_open on welfare_check (batch_id) where level <> 'fine' and handled_at is null;

-- Only of somebody who was there in that week; and what was raised is closed by what was done, never taken back.
create function welfare_check_fits() returns trigger language plpgsql as $$
declare it placement;
begin
  select * into it from placement where id = new.placement_id;
  if it.activated_at is null or new.week_on + 6 < it.starts_on or new.week_on > coalesce(it.ended_on, it.ends_on) then
    raise exception 'not at the placement in that week' using errcode = 'check_violation', constraint = 'welfare_check_outside';
  end if;
  if tg_op = 'UPDATE' and array_position(array['fine', 'watch', 'urgent'], new.level) < array_position(array['fine', 'watch', 'urgent'], old.level) then
    raise exception 'what was raised is not taken back' using errcode = 'check_violation', constraint = 'welfare_check_raised';
  end if;
  return new;
end $$;
create trigger welfare_check_fits before insert or update on welfare_check for each row execute function welfare_check_fits();

-- Still there after half a year, after a year: the student says so, nobody else.
create table assistance_stay (
  id            uuid primary key default uuidv7(),
  batch_id      uuid not null references assistance_batch (id) on delete restrict,
  placement_id  uuid not null references assistance_member (placement_id) on delete restrict,
  student_id    uuid not null references student (id) on delete restrict,
  months        integer not null check (months in (6, 12)),
  due_on        date not null,
  asked_at      timestamptz,
  -- When the escort was told that there is no answer.
  told_at       timestamptz,
  answer        text check (answer in ('as_intern', 'employed', 'left')),
  reason_code   text check (reason_code in ('pay', 'post', 'distance', 'hours', 'family', 'health', 'study', 'other_firm', 'own_business', 'army', 'other')),
  note          text check (char_length(note) <= 500),
  answered_by   uuid references account (id) on delete set null,
  answered_at   timestamptz,
  constraint assistance_stay_once unique (batch_id, student_id, months),
  check ((answer is null) = (answered_at is null)),
  check ((answer = 'left') <= (reason_code is not null))
);
create index assistance_stay_due on assistance_stay (due_on) where answered_at is null;
create index assistance_stay_student on assistance_stay (student_id);

create function assistance_stay_own() returns trigger language plpgsql as $$
begin
  if new.answer is not null and (tg_op = 'INSERT' or old.answer is null) and new.answered_by is distinct from (select account_id from student where id = new.student_id) then
    raise exception 'only the student says whether they stayed' using errcode = 'check_violation', constraint = 'assistance_stay_own';
  end if;
  if tg_op = 'UPDATE' and old.answer is not null and (new.answer, new.reason_code) is distinct from (old.answer, old.reason_code) and new.answered_by is not null then
    raise exception 'an answer stays' using errcode = 'check_violation', constraint = 'assistance_stay_own';
  end if;
  return new;
end $$;
create trigger assistance_stay_own before insert or update on assistance_stay for each row execute function assistance_stay_own();

-- A teacher of one school at the other for a time.
create table teacher_exchange (
  id            uuid primary key default uuidv7(),
  number        text not null unique,
  alliance_id   uuid not null references alliance (id) on delete restrict,
  teacher_id    uuid not null references teacher (id) on delete restrict,
  home_id       uuid not null references organisation (id) on delete restrict,
  host_id       uuid not null references organisation (id) on delete restrict,
  purpose       text not null check (purpose in ('teaching', 'shadowing', 'training', 'research', 'contest', 'management')),
  subject       text not null check (char_length(subject) between 2 and 60),
  plan          text not null default '' check (char_length(plan) <= 1000),
  starts_on     date not null,
  ends_on       date not null,
  ended_on      date,
  -- Confirmed by the host.
  days          integer,
  host_contact  text check (char_length(host_contact) <= 60),
  report        text check (char_length(report) between 10 and 3000),
  reported_at   timestamptz,
  reason        text,
  state         text not null check (state in ('proposed', 'accepted', 'under_way', 'finished', 'declined', 'withdrawn')),
  created_by    uuid references account (id) on delete set null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  demo          boolean not null default false,
  version       integer not null default 1,
  check (ends_on >= starts_on),
  check (ended_on >= starts_on and ended_on <= ends_on),
  check (home_id <> host_id),
  check ((state = 'finished') = (days is not null and ended_on is not null)),
  check ((state = 'finished') <= (report is not null)),
  constraint teacher_exchange_days check (days between 0 and ended_on - starts_on + 1),
  check ((state in ('declined', 'withdrawn')) <= (reason is not null)),
  constraint teacher_exchange_apart exclude using gist (teacher_id with =, daterange(starts_on, coalesce(ended_on, ends_on), '[]') with &&)
    where (state in ('proposed', 'accepted', 'under_way', 'finished'))
);
create index teacher_exchange_home on teacher_exchange (home_id, created_at desc);
create index teacher_exchange_host on teacher_exchange (host_id, created_at desc);

create function teacher_exchange_fits() returns trigger language plpgsql as $$
begin
  if not exists (select from teacher where id = new.teacher_id and school_id = new.home_id) then
    raise exception 'the teacher is of the home school' using errcode = 'check_violation', constraint = 'teacher_exchange_home';
  end if;
  if is_county_school(new.home_id) = is_county_school(new.host_id) then
    raise exception 'one of both is a county school' using errcode = 'check_violation', constraint = 'teacher_exchange_county';
  end if;
  return new;
end $$;
create trigger teacher_exchange_fits before insert or update of teacher_id, home_id, host_id on teacher_exchange for each row execute function teacher_exchange_fits();

-- What was given to a county school. A version never changes; a correction is a new one.
create table assistance_resource (
  id                 uuid primary key default uuidv7(),
  number             text not null,
  revision           integer not null default 1 check (revision >= 1),
  alliance_id        uuid not null references alliance (id) on delete restrict,
  giver_id           uuid not null references organisation (id) on delete restrict,
  receiver_id        uuid not null references organisation (id) on delete restrict,
  kind               text not null check (kind in ('equipment', 'money', 'remote_lessons', 'courseware', 'training_seats', 'contest_team', 'other')),
  name               text not null check (char_length(name) between 2 and 100),
  quantity           numeric(12,2) not null check (quantity > 0),
  unit               text not null check (char_length(unit) between 1 and 20),
  -- Yuan.
  value              numeric(12,2) check (value >= 0),
  given_on           date not null,
  note               text not null default '' check (char_length(note) <= 500),
  state              text not null check (state in ('given', 'received', 'disputed', 'corrected')),
  received_quantity  numeric(12,2),
  received_on        date,
  received_by        uuid references account (id) on delete set null,
  reason             text,
  corrects_id        uuid unique references assistance_resource (id) on delete restrict,
  correction         text check (char_length(correction) between 5 and 500),
  created_by         uuid references account (id) on delete set null,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  demo               boolean not null default false,
  version            integer not null default 1,
  constraint assistance_resource_revision unique (number, revision),
  check (giver_id <> receiver_id),
  check (kind <> 'money' or value = quantity),
  check ((corrects_id is null) = (revision = 1)),
  check ((corrects_id is null) = (correction is null)),
  check ((state = 'received') <= (received_quantity is not null and received_on is not null)),
  constraint assistance_resource_received check (received_quantity > 0 and received_quantity <= quantity),
  check (received_on >= given_on),
  check ((state = 'disputed') <= (reason is not null))
);
-- Of one thing one version stands.
create unique index assistance_resource_stands on assistance_resource (number) where state <> 'corrected';
create index assistance_resource_giver on assistance_resource (giver_id, created_at desc);
create index assistance_resource_receiver on assistance_resource (receiver_id, created_at desc);

create function assistance_resource_fits() returns trigger language plpgsql as $$
begin
  if not is_county_school(new.receiver_id) then
    raise exception 'a county school receives' using errcode = 'check_violation', constraint = 'assistance_resource_county';
  end if;
  if tg_op = 'UPDATE' and (
      (new.number, new.revision, new.alliance_id, new.giver_id, new.receiver_id, new.kind, new.name, new.quantity, new.unit, new.value, new.given_on, new.corrects_id)
        is distinct from (old.number, old.revision, old.alliance_id, old.giver_id, old.receiver_id, old.kind, old.name, old.quantity, old.unit, old.value, old.given_on, old.corrects_id)
      or (old.state = 'corrected' and new.state <> 'corrected')
      or (old.received_quantity is not null and (new.received_quantity, new.received_on) is distinct from (old.received_quantity, old.received_on))) then
    raise exception 'a version of the ledger does not change' using errcode = 'integrity_constraint_violation', constraint = 'assistance_resource_fixed';
  end if;
  return new;
end $$;
create trigger assistance_resource_fits before insert or update on assistance_resource for each row execute function assistance_resource_fits();
