-- identity: accounts, the roles granted to them, invitations, sessions.

create table account (
  id                   uuid primary key default uuidv7(),
  name                 text not null check (char_length(name) between 1 and 50),
  login                text not null unique check (login = lower(login)),
  email                text,
  phone                text check (phone ~ '^\+861[3-9]\d{9}$'),
  password_hash        text,
  totp_secret          bytea,
  totp_confirmed_at    timestamptz,
  totp_last_step       bigint,
  oidc_subject         text unique,
  locale               text not null default 'zh-Hans' check (locale in ('zh-Hans', 'zh-Hant', 'en')),
  large_text           boolean not null default false,
  digest               boolean not null default true,
  failed_attempts      integer not null default 0,
  locked_until         timestamptz,
  password_changed_at  timestamptz,
  demo                 boolean not null default false,
  disabled_at          timestamptz,
  created_at           timestamptz not null default now()
);

create table recovery_code (
  account_id  uuid not null references account (id) on delete cascade,
  code_hash   bytea not null,
  used_at     timestamptz,
  primary key (account_id, code_hash)
);

-- What an account may act as. A role is never chosen: it comes with an invitation or is granted.
create table role_grant (
  id               uuid primary key default uuidv7(),
  account_id       uuid not null references account (id) on delete cascade,
  role             text not null check (role in ('secretariat', 'enterprise_contact', 'school_contact', 'teacher', 'student',
                                                 'park_contact', 'association_contact', 'platform_contact', 'official')),
  organisation_id  uuid references organisation (id) on delete restrict,
  alliance_id      uuid references alliance (id) on delete restrict,
  student_id       uuid,
  granted_by       uuid references account (id),
  granted_at       timestamptz not null default now(),
  revoked_at       timestamptz,
  check ((role = 'secretariat') = (alliance_id is not null)),
  check (role = 'secretariat' or organisation_id is not null),
  check ((role = 'student') = (student_id is not null))
);
create unique index role_grant_one_live on role_grant (account_id, role, organisation_id, alliance_id) nulls not distinct where revoked_at is null;
create index role_grant_organisation on role_grant (organisation_id, role) where revoked_at is null;
create index role_grant_student on role_grant (student_id) where revoked_at is null;

create table invitation (
  id               uuid primary key default uuidv7(),
  token_hash       bytea not null unique,
  role             text not null,
  organisation_id  uuid references organisation (id) on delete cascade,
  alliance_id      uuid references alliance (id) on delete cascade,
  student_id       uuid,
  name             text not null,
  email            text,
  invited_by       uuid references account (id),
  created_at       timestamptz not null default now(),
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  accepted_by      uuid references account (id),
  revoked_at       timestamptz,
  check (accepted_at is null or revoked_at is null)
);

-- Only the SHA-256 of a session's token is stored.
create table session (
  id                uuid primary key default uuidv7(),
  token_hash        bytea not null unique,
  account_id        uuid not null references account (id) on delete cascade,
  role_grant_id     uuid references role_grant (id) on delete set null,
  created_at        timestamptz not null default now(),
  last_seen_at      timestamptz not null default now(),
  expires_at        timestamptz not null,
  second_factor_at  timestamptz,
  user_agent        text not null default '',
  address           text not null default '',
  revoked_at        timestamptz
);
create index session_account on session (account_id) where revoked_at is null;

-- Counts of tries per account or address, kept where every web node sees them.
create table attempt (
  key         text not null,
  window_start timestamptz not null,
  count       integer not null,
  primary key (key, window_start)
);
