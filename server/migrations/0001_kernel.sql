-- kernel: what every room stands on.

create extension if not exists pg_trgm;

-- PostgreSQL 18 has uuidv7(); older servers get the same function (RFC 9562: 48 bits of milliseconds, then random).
do $$
begin
  if to_regprocedure('uuidv7()') is null then
    create function uuidv7() returns uuid language sql volatile as $f$
      select encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid()) placing
            substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
          52, 1), 53, 1), 'hex')::uuid
    $f$;
  end if;
end $$;

-- The audit trail: append only, each row carries the hash of the one before.
create table audit_entry (
  id               bigint generated always as identity primary key,
  at               timestamptz not null,
  event            text not null check (event ~ '^[a-z_]+\.[a-z_]+$'),
  account_id       uuid,
  organisation_id  uuid,
  subject_type     text not null,
  subject_id       text not null,
  details          jsonb not null default '{}',
  previous_hash    bytea not null check (length(previous_hash) = 32),
  hash             bytea not null check (length(hash) = 32)
);
create index audit_entry_subject on audit_entry (subject_type, subject_id, id);
create index audit_entry_account on audit_entry (account_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_append_only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_change();

-- What leaves the building: a row in the same transaction, sent afterwards by the worker.
create table outbox_message (
  id          uuid primary key default uuidv7(),
  channel     text not null check (channel in ('email', 'sms')),
  recipient   text not null,
  subject     text not null,
  body        text not null,
  created_at  timestamptz not null default now(),
  sent_at     timestamptz,
  attempts    integer not null default 0,
  last_error  text
);
create index outbox_message_waiting on outbox_message (created_at) where sent_at is null;

-- Running numbers such as X-2026-0317, one series a prefix and year.
create table running_number (
  series  text not null,
  year    integer not null,
  last    integer not null,
  primary key (series, year)
);

-- Facts about this installation: when the demonstration was loaded, the key check.
create table installation (
  key    text primary key,
  value  jsonb not null
);
