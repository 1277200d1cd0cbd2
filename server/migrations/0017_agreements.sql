-- agreements: what parties sign. This room knows no placement, class or practice: an agreement says what it is about by kind and id.

-- The words of a kind. A school's own go before its alliance's, and both before those the program brings. A change is a new row.
create table agreement_template (
  id               uuid primary key default uuidv7(),
  kind             text not null check (kind in ('consent', 'own_choice', 'three_party', 'order_class', 'apprenticeship', 'cooperation', 'practice', 'mentor', 'assistance', 'other')),
  -- Both null: brought by the program.
  alliance_id      uuid references alliance (id) on delete restrict,
  organisation_id  uuid references organisation (id) on delete restrict,
  version          integer not null check (version > 0),
  title            text not null check (char_length(title) between 2 and 100),
  -- [{ code, title, text, required }] in order; {{name}} in a text stands for a fact.
  sections         jsonb not null check (jsonb_typeof(sections) = 'array' and jsonb_array_length(sections) between 1 and 40),
  note             text not null default '',
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  check (alliance_id is null or organisation_id is null),
  unique nulls not distinct (kind, alliance_id, organisation_id, version)
);

create table agreement (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  -- Printed on the paper: ten letters and two that prove them.
  code             text not null unique check (code ~ '^[A-HJ-NP-Z2-9]{12}$'),
  kind             text not null check (kind in ('consent', 'own_choice', 'three_party', 'order_class', 'apprenticeship', 'cooperation', 'practice', 'mentor', 'assistance', 'other')),
  state            text not null check (state in ('draft', 'signing', 'concluded', 'superseded', 'terminated', 'expired', 'declined', 'withdrawn')),
  alliance_id      uuid not null references alliance (id) on delete restrict,
  -- Who keeps it: the school or firm that drafted it; null for the office.
  keeper_id        uuid references organisation (id) on delete restrict,
  subject_kind     text not null check (subject_kind ~ '^[a-z_]{2,30}$'),
  subject_id       uuid not null,
  template_id      uuid not null references agreement_template (id) on delete restrict,
  title            text not null check (char_length(title) between 2 and 100),
  facts            jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  sections         jsonb not null check (jsonb_typeof(sections) = 'array'),
  starts_on        date,
  ends_on          date,
  -- The exact text that is signed, and its SHA-256: fixed when signing opens.
  text             text,
  text_hash        bytea,
  -- An amendment: the agreement it stands for when all have signed it.
  supersedes_id    uuid references agreement (id) on delete restrict,
  -- Of the last signature.
  signed_on        date,
  opened_at        timestamptz,
  concluded_at     timestamptz,
  ended_at         timestamptz,
  ended_on         date,
  end_reason       text,
  -- Days before the end at which the parties were told last.
  warned_days      integer,
  demo             boolean not null default false,
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          integer not null default 1,
  check (ends_on >= starts_on),
  check (supersedes_id <> id),
  constraint agreement_text_hashed check ((text is null) = (text_hash is null) and (text is null or text_hash = sha256(convert_to(text, 'UTF8')))),
  constraint agreement_signed_text check (state in ('draft', 'withdrawn') or text is not null),
  check ((state in ('concluded', 'superseded', 'terminated', 'expired')) = (concluded_at is not null and signed_on is not null)),
  check ((state in ('superseded', 'terminated', 'expired', 'declined', 'withdrawn')) = (ended_at is not null)),
  check ((state in ('terminated', 'declined')) <= (end_reason is not null))
);
-- One amendment at a time.
create unique index agreement_one_amendment on agreement (supersedes_id) where state in ('draft', 'signing', 'concluded');
-- A student signs one agreement of a kind about one thing: one under way, one in force.
create unique index agreement_one_open on agreement (kind, subject_kind, subject_id) where state in ('draft', 'signing') and kind in ('consent', 'own_choice', 'three_party', 'apprenticeship');
create unique index agreement_one_in_force on agreement (kind, subject_kind, subject_id) where state = 'concluded' and kind in ('consent', 'own_choice', 'three_party', 'apprenticeship');
create index agreement_subject on agreement (subject_kind, subject_id);
create index agreement_keeper on agreement (keeper_id, created_at desc);
create index agreement_alliance on agreement (alliance_id, created_at desc);
create index agreement_ending on agreement (ends_on) where state = 'concluded';
create index agreement_hash on agreement (text_hash) where text_hash is not null;

-- Who signs, in which order; those of one position sign in any order. Names are those that stand in the text.
create table agreement_party (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null references agreement (id) on delete cascade,
  position         integer not null check (position between 1 and 20),
  kind             text not null check (kind in ('organisation', 'student', 'guardian', 'teacher', 'person')),
  -- What this party is in this agreement: school, unit, student, guardian, mentor …
  role             text not null check (role ~ '^[a-z_]{2,30}$'),
  organisation_id  uuid references organisation (id) on delete restrict,
  student_id       uuid references student (id) on delete restrict,
  teacher_id       uuid references teacher (id) on delete restrict,
  -- The person's own account, where there is one.
  account_id       uuid references account (id) on delete set null,
  name             text not null check (char_length(name) between 1 and 100),
  phone            text,
  email            text,
  check ((kind = 'organisation') = (organisation_id is not null)),
  check ((kind in ('student', 'guardian')) = (student_id is not null)),
  check ((kind = 'teacher') >= (teacher_id is not null)),
  check (kind <> 'teacher' or teacher_id is not null or account_id is not null),
  unique nulls not distinct (agreement_id, kind, role, organisation_id, student_id, teacher_id, name)
);
create index agreement_party_of on agreement_party (agreement_id, position);
create index agreement_party_organisation on agreement_party (organisation_id) where organisation_id is not null;
create index agreement_party_student on agreement_party (student_id) where student_id is not null;
create index agreement_party_account on agreement_party (account_id) where account_id is not null;
create index agreement_party_name on agreement_party using gin (name gin_trgm_ops);
create index agreement_party_teacher on agreement_party (teacher_id) where teacher_id is not null;

-- A paper that came back: the photograph, the code that was read on it, and who of the school said what it shows.
create table agreement_scan (
  id            uuid primary key default uuidv7(),
  agreement_id  uuid not null references agreement (id) on delete restrict,
  file_id       uuid not null references file (id) on delete restrict,
  state         text not null default 'found' check (state in ('found', 'confirmed', 'refused')),
  -- How the record was found: read off the picture, or typed by hand from it.
  found_by      text not null check (found_by in ('picture', 'hand')),
  uploaded_by   uuid references account (id) on delete set null,
  uploaded_at   timestamptz not null,
  decided_by    uuid references account (id) on delete set null,
  decided_at    timestamptz,
  note          text,
  check ((state = 'found') = (decided_at is null)),
  check ((state = 'refused') <= (note is not null))
);
create index agreement_scan_of on agreement_scan (agreement_id, uploaded_at);
create index agreement_scan_open on agreement_scan (uploaded_at) where state = 'found';

-- One signature a party: of two tabs that sign at once, one comes too late.
create table agreement_signature (
  party_id      uuid primary key references agreement_party (id) on delete restrict,
  agreement_id  uuid not null references agreement (id) on delete restrict,
  -- What was typed, or stands on the paper.
  name          text not null check (char_length(name) between 1 and 50),
  method        text not null check (method in ('totp', 'code', 'paper')),
  account_id    uuid references account (id) on delete set null,
  scan_id       uuid references agreement_scan (id) on delete restrict,
  text_hash     bytea not null check (length(text_hash) = 32),
  -- The day that counts: of the deed, or the one on the paper.
  signed_on     date not null,
  signed_at     timestamptz not null,
  check ((method = 'paper') = (scan_id is not null))
);
create index agreement_signature_of on agreement_signature (agreement_id);

-- A way to sign without an account: the link opens the text, the code that came another way signs it.
create table agreement_link (
  id             uuid primary key default uuidv7(),
  party_id       uuid not null references agreement_party (id) on delete cascade,
  token_hash     bytea not null unique,
  made_by        uuid references account (id) on delete set null,
  made_at        timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz
);
create unique index agreement_link_one_live on agreement_link (party_id) where revoked_at is null;

-- One-time codes: keyed hash, one live one a party.
create table agreement_code (
  party_id     uuid primary key references agreement_party (id) on delete cascade,
  code_hash    bytea not null,
  -- How it travelled: by the SMS gateway, by mail, or handed over on paper by the school.
  channel      text not null check (channel in ('sms', 'email', 'paper')),
  made_by      uuid references account (id) on delete set null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null
);

-- What was opened for signing never changes: not its words, not its parties, not its signatures.
create function agreement_text_fixed() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.text, new.text_hash, new.title, new.kind, new.code, new.number, new.facts, new.sections, new.starts_on, new.ends_on, new.template_id, new.subject_kind, new.subject_id, new.supersedes_id)
      is distinct from (old.text, old.text_hash, old.title, old.kind, old.code, old.number, old.facts, old.sections, old.starts_on, old.ends_on, old.template_id, old.subject_kind, old.subject_id, old.supersedes_id) then
    raise exception 'the text of an agreement is fixed once it is open for signing' using errcode = 'integrity_constraint_violation', constraint = 'agreement_text_fixed';
  end if;
  if old.state not in ('draft', 'signing', 'concluded') and new.state <> old.state then
    raise exception 'an agreement that has ended stays ended' using errcode = 'integrity_constraint_violation', constraint = 'agreement_ended';
  end if;
  return new;
end $$;
create trigger agreement_text_fixed before update on agreement for each row execute function agreement_text_fixed();

create function agreement_parties_fixed() returns trigger language plpgsql as $$
declare held text; party agreement_party;
begin
  party := case when tg_op = 'INSERT' then new else old end;
  select state into held from agreement where id = party.agreement_id;
  -- An account may be linked later or be gone; what stands in the text may not move.
  if held <> 'draft' and (tg_op <> 'UPDATE' or (new.agreement_id, new.position, new.kind, new.role, new.organisation_id, new.student_id, new.teacher_id, new.name)
      is distinct from (old.agreement_id, old.position, old.kind, old.role, old.organisation_id, old.student_id, old.teacher_id, old.name)) then
    raise exception 'the parties of an agreement are fixed once it is open for signing' using errcode = 'integrity_constraint_violation', constraint = 'agreement_text_fixed';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger agreement_parties_fixed before insert or update or delete on agreement_party for each row execute function agreement_parties_fixed();

-- A signature is for the very text, while it is open, by a party of it; a student's agreement is signed before it begins (rule 1.13).
create function agreement_signature_fits() returns trigger language plpgsql as $$
declare held agreement;
begin
  select * into held from agreement where id = new.agreement_id for update;
  if held.state <> 'signing' or held.text_hash is distinct from new.text_hash
      or not exists (select from agreement_party where id = new.party_id and agreement_id = new.agreement_id) then
    raise exception 'this is not the text that is open for signing' using errcode = 'integrity_constraint_violation', constraint = 'agreement_signature_fits';
  end if;
  if held.kind in ('consent', 'three_party', 'apprenticeship') and new.signed_on > held.starts_on then
    raise exception 'signed after the first day' using errcode = 'check_violation', constraint = 'agreement_signed_in_time';
  end if;
  return new;
end $$;
create trigger agreement_signature_fits before insert on agreement_signature for each row execute function agreement_signature_fits();
create trigger agreement_signature_append_only before update or delete on agreement_signature for each row execute function refuse_change();

-- Nobody has agreed until all have.
create function agreement_all_signed() returns trigger language plpgsql as $$
begin
  if exists (select from agreement_party p where p.agreement_id = new.id and not exists (select from agreement_signature s where s.party_id = p.id)) then
    raise exception 'a party has not signed' using errcode = 'check_violation', constraint = 'agreement_all_signed';
  end if;
  return new;
end $$;
create trigger agreement_all_signed before insert or update of state on agreement for each row when (new.state = 'concluded') execute function agreement_all_signed();

create function agreement_template_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.created_by is null and old.created_by is not null) and (new.kind, new.version, new.title, new.sections) is not distinct from (old.kind, old.version, old.title, old.sections) then
    return new;
  end if;
  raise exception 'a version of a template stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'agreement_template_append_only';
end $$;
create trigger agreement_template_append_only before update or delete on agreement_template for each row execute function agreement_template_fixed();
