-- training: order classes, from the firm's wish to where its students are a year later.

create table order_class (
  id                uuid primary key default uuidv7(),
  number            text not null unique,
  -- 订单班; 学徒制 (rule 2.15); 现场工程师 (rule 2.17).
  kind              text not null check (kind in ('order', 'apprenticeship', 'engineer')),
  state             text not null check (state in ('requested', 'feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running', 'assessed', 'closed', 'declined', 'withdrawn', 'not_opened', 'ended')),
  alliance_id       uuid not null references alliance (id) on delete restrict,
  organisation_id   uuid not null references organisation (id) on delete restrict,
  school_id         uuid not null references organisation (id) on delete restrict,
  title             text not null check (char_length(title) between 2 and 60),
  post_title        text not null check (char_length(post_title) between 2 and 60),
  occupation_code   text,
  year              integer not null check (year between 2000 and 2100),
  seats             integer not null check (seats between 1 and 500),
  -- With fewer it does not open.
  min_seats         integer not null check (min_seats >= 1),
  starts_on         date not null,
  ends_on           date not null,
  curriculum        text not null default '',
  benefits          text not null default '',
  -- What the agreement says of these; the cost clause is public. Yuan a month.
  pay_floor         integer not null check (pay_floor between 1 and 1000000),
  quitting          text not null default '',
  replacement       text not null default '',
  breach            text not null default '',
  costs             text not null default '',
  -- Rule 2.17: the firm as the ministry approved it; no branch applies.
  ministry_number   text,
  is_branch         boolean not null default false,
  programme_id      uuid references programme (id) on delete restrict,
  cohort_size       integer check (cohort_size >= 0),
  teacher_count     integer check (teacher_count >= 0),
  feasibility_note  text,
  plan_title        text,
  plan_minutes      text,
  plan_approved_on  date,
  reason            text,
  started_on        date,
  assessed_on       date,
  demo              boolean not null default false,
  created_by        uuid references account (id) on delete set null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  version           integer not null default 1,
  constraint order_class_seats check (min_seats <= seats),
  check (ends_on > starts_on),
  check (organisation_id <> school_id),
  constraint order_class_engineer check (kind <> 'engineer' or (not is_branch and ministry_number is not null)),
  constraint order_class_feasible check (state not in ('feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running', 'assessed', 'closed', 'not_opened')
    or (programme_id is not null and cohort_size is not null and teacher_count is not null and feasibility_note is not null)),
  -- The academic committee has approved the plan.
  constraint order_class_planned check (state not in ('planned', 'recruiting', 'filled', 'running', 'assessed', 'closed', 'not_opened') or (plan_minutes is not null and plan_approved_on is not null)),
  check ((state in ('running', 'assessed', 'closed')) <= (started_on is not null)),
  check ((state in ('declined', 'withdrawn', 'ended')) <= (reason is not null))
);
create index order_class_firm on order_class (organisation_id, created_at desc);
create index order_class_school on order_class (school_id, created_at desc);
create index order_class_alliance on order_class (alliance_id, created_at desc);

-- Rule 2.17: a firm has field engineers with three colleges at most.
create function order_class_three_colleges() returns trigger language plpgsql as $$
begin
  if new.kind = 'engineer' and new.state not in ('declined', 'withdrawn', 'not_opened', 'ended', 'closed') then
    perform pg_advisory_xact_lock(hashtext('engineer' || new.organisation_id));
    if (select count(distinct school_id) from order_class where kind = 'engineer' and organisation_id = new.organisation_id
        and state not in ('declined', 'withdrawn', 'not_opened', 'ended', 'closed') and school_id <> new.school_id) >= 3 then
      raise exception 'a firm has field engineers with three colleges at most' using errcode = 'check_violation', constraint = 'order_class_three_colleges';
    end if;
  end if;
  return new;
end $$;
create trigger order_class_three_colleges before insert or update of kind, state, school_id, organisation_id on order_class for each row execute function order_class_three_colleges();

-- Whose students may sign up.
create table order_class_cohort (
  class_id   uuid not null references order_class (id) on delete cascade,
  cohort_id  uuid not null references cohort (id) on delete restrict,
  primary key (class_id, cohort_id)
);
create index order_class_cohort_of on order_class_cohort (cohort_id);

create table class_course (
  id         uuid primary key default uuidv7(),
  class_id   uuid not null references order_class (id) on delete cascade,
  position   integer not null check (position between 1 and 40),
  name       text not null check (char_length(name) between 1 and 60),
  hours      integer not null check (hours between 1 and 2000),
  term       integer not null check (term between 1 and 12),
  taught_by  text not null check (taught_by in ('school', 'firm', 'both')),
  unique (class_id, position)
);

-- Both guides. Who is replaced stays in the list with the day and the reason.
create table class_mentor (
  id          uuid primary key default uuidv7(),
  class_id    uuid not null references order_class (id) on delete cascade,
  side        text not null check (side in ('school', 'firm')),
  teacher_id  uuid references teacher (id) on delete restrict,
  name        text not null check (char_length(name) between 2 and 50),
  phone       text,
  duty        text not null default '',
  since       date not null,
  until       date check (until >= since),
  reason      text,
  check ((side = 'school') = (teacher_id is not null)),
  check ((until is null) = (reason is null))
);
create unique index class_mentor_once on class_mentor (class_id, side, name) where until is null;

-- One two-way choice of a school: its students rank the classes, the firms the students, the engine decides.
create table class_intake (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  school_id        uuid not null references organisation (id) on delete restrict,
  title            text not null check (char_length(title) between 2 and 60),
  state            text not null check (state in ('signing', 'scoring', 'frozen', 'decided', 'cancelled')),
  max_choices      integer not null check (max_choices between 1 and 10),
  sign_up_until    timestamptz not null,
  score_until      timestamptz not null,
  confirm_until    timestamptz not null,
  -- Drawn when it opens; only its hash is shown until the lists are frozen.
  seed_sealed      bytea not null,
  seed_commitment  bytea not null check (length(seed_commitment) = 32),
  seed_revealed    text,
  list_digest      text,
  input_digest     text,
  result_digest    text,
  -- The frozen list and what came of it, as text: `silian verify` runs it again.
  frozen           text,
  result           jsonb,
  reason           text,
  frozen_at        timestamptz,
  decided_at       timestamptz,
  demo             boolean not null default false,
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          integer not null default 1,
  check (score_until > sign_up_until and confirm_until > score_until),
  check ((state in ('frozen', 'decided')) = (frozen is not null and list_digest is not null and input_digest is not null)),
  check ((state = 'decided') = (seed_revealed is not null and result is not null and result_digest is not null and decided_at is not null)),
  constraint class_intake_seed check (seed_revealed is null or sha256(convert_to(seed_revealed, 'UTF8')) = seed_commitment),
  check ((state = 'cancelled') <= (reason is not null))
);
create index class_intake_school on class_intake (school_id, created_at desc);
create index class_intake_clock on class_intake (sign_up_until) where state in ('signing', 'scoring');

create table class_intake_class (
  intake_id    uuid not null references class_intake (id) on delete cascade,
  class_id     uuid not null references order_class (id) on delete restrict,
  -- Of a class that did not open: how many it had, and as the how-manieth it was closed.
  had          integer,
  closed_step  integer,
  admitted     integer,
  primary key (intake_id, class_id),
  check ((had is null) = (closed_step is null))
);
create index class_intake_class_of on class_intake_class (class_id);

-- Nobody signs anybody up but themselves.
create table class_signup (
  intake_id      uuid not null references class_intake (id) on delete cascade,
  student_id     uuid not null references student (id) on delete restrict,
  account_id     uuid not null references account (id) on delete restrict,
  statement      text not null default '',
  -- Rule 2.16: who has a labour contract with the firm is no student on placement.
  employed       boolean not null default false,
  signed_at      timestamptz not null,
  letter_number  text,
  lottery        integer,
  class_id       uuid references order_class (id) on delete restrict,
  -- Why each choice came out as it did, in the student's order.
  outcomes       jsonb,
  primary key (intake_id, student_id),
  constraint class_signup_not_employed check (not employed)
);
create index class_signup_student on class_signup (student_id);

create table class_choice (
  intake_id   uuid not null,
  student_id  uuid not null,
  class_id    uuid not null,
  position    integer not null check (position between 1 and 10),
  -- Thousandths, by the firm.
  score       integer check (score between 0 and 100000),
  refused     text,
  note        text not null default '',
  scored_by   uuid references account (id) on delete set null,
  scored_at   timestamptz,
  primary key (intake_id, student_id, class_id),
  unique (intake_id, student_id, position) deferrable initially immediate,
  foreign key (intake_id, student_id) references class_signup (intake_id, student_id) on delete cascade,
  foreign key (intake_id, class_id) references class_intake_class (intake_id, class_id) on delete cascade,
  check ((score is not null or refused is not null) = (scored_at is not null))
);
create index class_choice_class on class_choice (class_id, intake_id);

create function class_signup_own() returns trigger language plpgsql as $$
begin
  if not exists (select from student where id = new.student_id and account_id = new.account_id) then
    raise exception 'nobody signs up for somebody else' using errcode = 'check_violation', constraint = 'class_signup_own';
  end if;
  return new;
end $$;
create trigger class_signup_own before insert or update of student_id, account_id on class_signup for each row execute function class_signup_own();

-- From the freeze on nothing that anybody changes reaches the result.
create function class_choice_frozen() returns trigger language plpgsql as $$
declare held text;
begin
  select state into held from class_intake where id = case when tg_op = 'DELETE' then old.intake_id else new.intake_id end;
  if held not in ('signing', 'scoring') then
    raise exception 'the lists are frozen' using errcode = 'integrity_constraint_violation', constraint = 'class_choice_frozen';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger class_choice_frozen before insert or update or delete on class_choice for each row execute function class_choice_frozen();

create table class_member (
  id             uuid primary key default uuidv7(),
  class_id       uuid not null references order_class (id) on delete restrict,
  student_id     uuid not null references student (id) on delete restrict,
  intake_id      uuid not null references class_intake (id) on delete restrict,
  state          text not null check (state in ('admitted', 'confirmed', 'enrolled', 'released', 'left', 'passed', 'failed', 'offered', 'accepted', 'declined', 'lapsed')),
  -- Whose place this was.
  replaces_id    uuid references class_member (id) on delete restrict,
  admitted_at    timestamptz not null,
  confirm_until  timestamptz not null,
  enrolled_on    date,
  left_on        date,
  leave_code     text check (leave_code in ('health', 'family', 'study', 'not_suited', 'conditions', 'pay', 'distance', 'army', 'moved', 'other')),
  leave_note     text,
  school_mark    integer check (school_mark between 0 and 100000),
  firm_mark      integer check (firm_mark between 0 and 100000),
  final_note     text not null default '',
  assessed_on    date,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 1,
  unique (class_id, student_id),
  check ((state in ('enrolled', 'left', 'passed', 'failed', 'offered', 'accepted', 'declined', 'lapsed')) = (enrolled_on is not null)),
  check ((state = 'left') = (left_on is not null and leave_code is not null)),
  check ((state in ('passed', 'failed', 'offered', 'accepted', 'declined', 'lapsed')) = (assessed_on is not null and school_mark is not null and firm_mark is not null))
);
-- In one class at a time.
create unique index class_member_one_live on class_member (student_id) where state in ('admitted', 'confirmed', 'enrolled');
create unique index class_member_replaced on class_member (replaces_id) where replaces_id is not null and state <> 'released';
create index class_member_clock on class_member (confirm_until) where state in ('admitted', 'confirmed');

-- No more than the seats; rule 2.15: nobody under 16 on the first day of an apprenticeship.
create function class_member_fits() returns trigger language plpgsql as $$
declare held order_class; born date;
begin
  if new.state not in ('admitted', 'confirmed', 'enrolled') then return new; end if;
  select * into held from order_class where id = new.class_id for update;
  if tg_op = 'INSERT' and (select count(*) from class_member where class_id = new.class_id and state not in ('released', 'left')) >= held.seats then
    raise exception 'the class is full' using errcode = 'check_violation', constraint = 'class_member_seats';
  end if;
  select birth_date into born from student where id = new.student_id;
  if held.kind = 'apprenticeship' and born + interval '16 years' > held.starts_on then
    raise exception 'an apprentice is sixteen' using errcode = 'check_violation', constraint = 'class_member_age';
  end if;
  return new;
end $$;
create trigger class_member_fits before insert or update of state on class_member for each row execute function class_member_fits();

create table class_term (
  id              uuid primary key default uuidv7(),
  class_id        uuid not null references order_class (id) on delete cascade,
  number          integer not null check (number between 1 and 12),
  starts_on       date not null,
  ends_on         date not null,
  school_note     text,
  school_noted_at timestamptz,
  firm_note       text,
  firm_noted_at   timestamptz,
  created_at      timestamptz not null,
  unique (class_id, number),
  check (ends_on > starts_on),
  check ((school_note is null) = (school_noted_at is null)),
  check ((firm_note is null) = (firm_noted_at is null))
);

-- Of one student in one term: each side writes its own mark.
create table class_mark (
  term_id      uuid not null references class_term (id) on delete cascade,
  member_id    uuid not null references class_member (id) on delete cascade,
  school_mark  integer check (school_mark between 0 and 100000),
  firm_mark    integer check (firm_mark between 0 and 100000),
  primary key (term_id, member_id)
);

create table class_offer (
  member_id    uuid primary key references class_member (id) on delete restrict,
  post_title   text not null check (char_length(post_title) between 2 and 60),
  pay          integer not null check (pay > 0),
  place        text not null default '',
  starts_on    date not null,
  reply_until  timestamptz not null,
  note         text not null default '',
  made_by      uuid references account (id) on delete set null,
  made_at      timestamptz not null,
  answer       text check (answer in ('accepted', 'declined')),
  reason_code  text check (reason_code in ('pay', 'post', 'place', 'hours', 'study', 'other_firm', 'own_business', 'army', 'family', 'health', 'other')),
  reason       text,
  answered_by  uuid references account (id) on delete set null,
  answered_at  timestamptz,
  check ((answer is null) = (answered_at is null)),
  constraint class_offer_reason check ((answer = 'declined') <= (reason_code is not null))
);

-- What the agreement promised is the least that is offered; the answer is the student's.
create function class_offer_fits() returns trigger language plpgsql as $$
declare least integer; own uuid;
begin
  select c.pay_floor, s.account_id into least, own from class_member m join order_class c on c.id = m.class_id join student s on s.id = m.student_id where m.id = new.member_id;
  if new.pay < least then
    raise exception 'an offer below what was agreed' using errcode = 'check_violation', constraint = 'class_offer_pay_floor';
  end if;
  if new.answer is not null and tg_op = 'UPDATE' and old.answer is null and new.answered_by is distinct from own then
    raise exception 'only the student answers' using errcode = 'check_violation', constraint = 'class_offer_own';
  end if;
  return new;
end $$;
create trigger class_offer_fits before insert or update on class_offer for each row execute function class_offer_fits();

-- Still there after half a year, after a year: the student says so, nobody else.
create table class_retention (
  id           uuid primary key default uuidv7(),
  member_id    uuid not null references class_member (id) on delete restrict,
  months       integer not null check (months in (6, 12)),
  due_on       date not null,
  asked_at     timestamptz,
  reminded_at  timestamptz,
  stays        boolean,
  reason_code  text check (reason_code in ('pay', 'post', 'place', 'hours', 'study', 'other_firm', 'own_business', 'army', 'family', 'health', 'other')),
  note         text,
  answered_by  uuid references account (id) on delete set null,
  answered_at  timestamptz,
  unique (member_id, months),
  check ((stays is null) = (answered_at is null)),
  check ((stays = false) <= (reason_code is not null))
);
create index class_retention_due on class_retention (due_on) where answered_at is null;

create function class_retention_own() returns trigger language plpgsql as $$
begin
  if new.stays is not null and old.stays is null and new.answered_by is distinct from (select s.account_id from class_member m join student s on s.id = m.student_id where m.id = new.member_id) then
    raise exception 'only the student says whether they stayed' using errcode = 'check_violation', constraint = 'class_retention_own';
  end if;
  return new;
end $$;
create trigger class_retention_own before update on class_retention for each row execute function class_retention_own();
