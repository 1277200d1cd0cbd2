-- files: bytes live in the store under the id; the row says what they are and what they belong to.
create table file (
  id            uuid primary key default uuidv7(),
  sha256        bytea not null check (length(sha256) = 32),
  size          bigint not null check (size > 0),
  media_type    text not null,
  name          text not null check (char_length(name) between 1 and 200),
  subject_type  text not null,
  subject_id    uuid not null,
  uploaded_by   uuid references account (id),
  created_at    timestamptz not null default now(),
  removed_at    timestamptz
);
create index file_subject on file (subject_type, subject_id) where removed_at is null;

-- inbox: what somebody has to do, why, and until when. Made and closed in the transaction of the deed.
create table inbox_item (
  id               uuid primary key default uuidv7(),
  kind             text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  subject_type     text not null,
  subject_id       uuid not null,
  params           jsonb not null default '{}',
  -- With whom it is: one person, or whoever holds this role at this organisation or alliance.
  account_id       uuid references account (id) on delete cascade,
  role             text,
  organisation_id  uuid references organisation (id) on delete cascade,
  alliance_id      uuid references alliance (id) on delete cascade,
  initiator_id     uuid references account (id) on delete set null,
  created_at       timestamptz not null default now(),
  due_at           timestamptz,
  reminded_at      timestamptz,
  -- Who handed it on to the person it is with now.
  forwarded_by     uuid references account (id) on delete set null,
  closed_at        timestamptz,
  closed_by        uuid references account (id) on delete set null,
  outcome          text,
  check ((account_id is not null) <> (role is not null)),
  check (role is null or organisation_id is not null or alliance_id is not null),
  check ((closed_at is null) = (outcome is null))
);
create unique index inbox_item_one_open on inbox_item (kind, subject_id, account_id, role, organisation_id, alliance_id)
  nulls not distinct where closed_at is null;
create index inbox_item_account on inbox_item (account_id, closed_at);
create index inbox_item_role on inbox_item (role, organisation_id, closed_at);
create index inbox_item_alliance on inbox_item (role, alliance_id, closed_at);
create index inbox_item_subject on inbox_item (subject_type, subject_id);
create index inbox_item_initiator on inbox_item (initiator_id, created_at);

create table inbox_copy (
  item_id     uuid not null references inbox_item (id) on delete cascade,
  account_id  uuid not null references account (id) on delete cascade,
  read_at     timestamptz,
  primary key (item_id, account_id)
);
create index inbox_copy_account on inbox_copy (account_id);

-- A form half filled in: kept for the person, on every device.
create table draft (
  account_id  uuid not null references account (id) on delete cascade,
  form        text not null check (char_length(form) <= 100),
  content     jsonb not null check (pg_column_size(content) < 200000),
  saved_at    timestamptz not null,
  primary key (account_id, form)
);
