-- members: organisations, alliances and who belongs to what.

-- A legal person; one per unified social credit code (GB 32100). Public directory facts may lack the code.
create table organisation (
  id               uuid primary key default uuidv7(),
  uscc             text unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name             text not null check (char_length(name) between 2 and 100),
  name_en          text,
  kind             text not null check (kind in ('enterprise', 'school', 'park', 'innovation_platform', 'association', 'government')),
  industry_code    text,
  division_code    text check (division_code ~ '^\d{6}$'),
  town             text,
  address          text,
  staff_count      integer check (staff_count between 0 and 2000000),
  size             text check (size in ('large', 'medium', 'small', 'micro')),
  website          text,
  contact_name     text,
  contact_phone    text,
  contact_email    text,
  public_fact      text,
  protocol_order   integer not null default 1000,
  -- What a search looks in: the name in simplified characters, its pinyin initials, the English name; lower case.
  search_text      text not null default '',
  -- Rule 1.11: the two negative records that close the door to interns.
  dishonest_since  date,
  safety_violation_on date,
  demo             boolean not null default false,
  version          integer not null default 1,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now()
);
create index organisation_name_search on organisation using gin (name gin_trgm_ops);
create index organisation_text_search on organisation using gin (search_text gin_trgm_ops);
create index organisation_order on organisation (kind, protocol_order, id);

create table alliance (
  id            uuid primary key default uuidv7(),
  code          text not null unique check (code ~ '^[A-Z0-9-]{2,20}$'),
  kind          text not null check (kind in ('district', 'specialty', 'consortium', 'alumni')),
  name          text not null,
  name_en       text not null,
  founded_on    date,
  introduction  text not null default '',
  introduction_en text not null default '',
  settings      jsonb not null default '{}',
  created_at    timestamptz not null default now()
);

-- organisation × alliance. Leaving keeps the row; joining again is a new one.
create table membership (
  id                  uuid primary key default uuidv7(),
  alliance_id         uuid not null references alliance (id) on delete restrict,
  organisation_id     uuid not null references organisation (id) on delete restrict,
  seat                text not null default 'member' check (seat in ('member', 'council', 'standing_council', 'vice_chair', 'chair')),
  state               text not null check (state in ('draft', 'submitted', 'checked', 'publicity', 'active', 'suspended', 'left', 'rejected', 'withdrawn')),
  certificate_number  text unique,
  statement           text not null default '',
  -- The association or park that applied for its firm.
  spoken_by           uuid references organisation (id) on delete set null,
  applied_at          timestamptz,
  checked_at          timestamptz,
  approved_at         timestamptz,
  publicity_from      date,
  publicity_until     date,
  left_at             timestamptz,
  -- Why it was sent back, refused, suspended or left; what was said against it while public.
  reason              text,
  objection_note      text,
  version             integer not null default 1,
  created_by          uuid,
  created_at          timestamptz not null default now(),
  check ((state in ('active', 'suspended')) <= (certificate_number is not null)),
  check (publicity_until >= publicity_from)
);
create unique index membership_one_live on membership (alliance_id, organisation_id) where state not in ('left', 'rejected', 'withdrawn');
create index membership_organisation on membership (organisation_id);

-- An association or a park speaks for its small firms.
create table representation (
  speaker_id       uuid not null references organisation (id) on delete cascade,
  organisation_id  uuid not null references organisation (id) on delete cascade,
  since            date not null default current_date,
  primary key (speaker_id, organisation_id),
  check (speaker_id <> organisation_id)
);
create index representation_organisation on representation (organisation_id);
