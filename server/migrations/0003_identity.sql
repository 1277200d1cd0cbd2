-- identity: accounts, the roles granted to them, invitations, sessions.

create table account (
  id                   uuid primary key default uuidv7(),
  name                 text not null check (char_length(name) between 1 and 50),
  login                text not null unique check (login = lower(login)),
  email                text unique check (email = lower(email)),
  phone                text unique check (phone ~ '^\+861[3-9]\d{9}$'),
  password_hash        text,
  -- Sealed. The pending one counts from its first right code on; until then the old one does.
  totp_secret          bytea,
  totp_pending         bytea,
  totp_confirmed_at    timestamptz,
  totp_last_step       bigint,
  oidc_subject         text unique,
  locale               text not null default 'zh-Hans' check (locale in ('zh-Hans', 'zh-Hant', 'en')),
  large_text           boolean not null default false,
  digest               boolean not null default true,
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
  -- A student's code: short, so its hash is keyed; one live one a student.
  student_id       uuid,
  -- A way back in for someone who lost the password or the second factor.
  account_id       uuid references account (id) on delete cascade,
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
create index invitation_open on invitation (organisation_id, alliance_id) where accepted_at is null and revoked_at is null;
create unique index invitation_one_code on invitation (student_id) where role = 'student' and accepted_at is null and revoked_at is null;

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

-- Failed tries per account or address, kept where every web node sees them. The key is hashed: no address is stored.
create table attempt (
  key           bytea primary key,
  failures      integer not null,
  first_at      timestamptz not null,
  locked_until  timestamptz
);
create index attempt_first on attempt (first_at);
