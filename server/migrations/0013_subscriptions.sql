-- subscriptions: searches somebody keeps, and addresses that are told what happened.

-- Of a seat: what is found is what that seat may see. Never of people.
create table saved_search (
  id          uuid primary key default uuidv7(),
  account_id  uuid not null references account (id) on delete cascade,
  seat_id     uuid not null references role_grant (id) on delete cascade,
  name        text not null check (char_length(name) between 1 and 60),
  q           text not null default '' check (char_length(q) <= 60),
  kind        text check (kind in ('organisation', 'post', 'technology', 'service', 'achievement', 'offer', 'round')),
  digest      boolean not null default true,
  -- Of the secret in the address of its feed; null: it has none.
  feed_hash   bytea unique check (length(feed_hash) = 32),
  -- public: what anybody may read; mine: what the seat sees.
  feed_scope  text check (feed_scope in ('public', 'mine')),
  created_at  timestamptz not null,
  check (q <> '' or kind is not null),
  check ((feed_hash is null) = (feed_scope is null))
);
create unique index saved_search_once on saved_search (seat_id, q, kind) nulls not distinct;
create index saved_search_account on saved_search (account_id);

-- What was there already, or has been written about: it is not news again.
create table saved_search_hit (
  saved_search_id  uuid not null references saved_search (id) on delete cascade,
  subject_id       uuid not null,
  found_at         timestamptz not null,
  primary key (saved_search_id, subject_id)
);

-- A mail from which its reader can be rid of more such mail, at one click and without signing in (RFC 8058).
alter table outbox_message add column unsubscribe_url text;

create table webhook (
  id               uuid primary key default uuidv7(),
  alliance_id      uuid references alliance (id) on delete cascade,
  organisation_id  uuid references organisation (id) on delete cascade,
  name             text not null check (char_length(name) between 1 and 60),
  url              text not null check (url ~ '^https?://' and char_length(url) <= 500),
  -- Sealed; shown once, when it was made.
  secret           bytea not null,
  events           text[] not null check (cardinality(events) > 0 and events <@ array['need.opened', 'need.solved', 'achievement.opened', 'round.published', 'member.joined']),
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  -- Attempts in a row that failed.
  failures         integer not null default 0,
  disabled_at      timestamptz,
  disabled_reason  text check (disabled_reason in ('by_hand', 'failing', 'gone')),
  version          integer not null default 1,
  check (num_nonnulls(alliance_id, organisation_id) = 1),
  check ((disabled_at is null) = (disabled_reason is null))
);
create index webhook_alliance on webhook (alliance_id);
create index webhook_organisation on webhook (organisation_id);
create index webhook_events on webhook using gin (events) where disabled_at is null;

create table webhook_delivery (
  id           uuid primary key default uuidv7(),
  webhook_id   uuid not null references webhook (id) on delete cascade,
  event        text not null,
  -- What it is about; null for a test.
  subject_id   uuid,
  happened_at  timestamptz not null,
  -- Written at the first attempt and the same ever after: what is signed is what is repeated.
  payload      json,
  -- skipped: it was no longer public when its turn came, or the webhook had been switched off.
  state        text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'skipped')),
  replayed_at  timestamptz,
  created_at   timestamptz not null default now(),
  check (state not in ('delivered', 'failed') or payload is not null),
  check ((event = 'webhook.test') = (subject_id is null))
);
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at desc);

create table webhook_attempt (
  id           bigint generated always as identity primary key,
  delivery_id  uuid not null references webhook_delivery (id) on delete cascade,
  at           timestamptz not null,
  duration_ms  integer not null,
  status       integer,
  -- The first kilobyte.
  reply        text not null default '' check (octet_length(reply) <= 4096),
  fault        text,
  check ((status is null) = (fault is not null))
);
create index webhook_attempt_delivery on webhook_attempt (delivery_id, id);

-- One delivery for everybody who asked to be told, in the transaction of the deed: it is sent if and only if that commits.
create function tell_webhooks(what text, subject uuid, at timestamptz) returns void language plpgsql as $$
declare told uuid;
begin
  for told in
    insert into webhook_delivery (webhook_id, event, subject_id, happened_at, created_at)
    select w.id, what, subject, coalesce(at, now()), coalesce(at, now()) from webhook w where w.events @> array[what] and w.disabled_at is null returning id
  loop
    perform graphile_worker.add_job('send_webhook', json_build_object('deliveryId', told), max_attempts => 10);
  end loop;
end $$;

-- Facts of the database rather than calls of a service: whoever opens a need, by whichever way, is heard.
create function need_tells() returns trigger language plpgsql as $$
begin
  if new.state = 'open' and (tg_op = 'INSERT' or old.state in ('draft', 'submitted')) then perform tell_webhooks('need.opened', new.id, new.verified_at); end if;
  if new.state = 'solved' and (tg_op = 'INSERT' or old.state <> 'solved') then perform tell_webhooks('need.solved', new.id, new.closed_at); end if;
  return null;
end $$;
create trigger need_tells after insert or update of state on need for each row when (new.state in ('open', 'solved')) execute function need_tells();

create function round_tells() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.published_at is null then perform tell_webhooks('round.published', new.id, new.published_at); end if;
  return null;
end $$;
create trigger round_tells after insert or update of published_at on round for each row when (new.published_at is not null) execute function round_tells();

create function membership_tells() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.state not in ('active', 'suspended') then perform tell_webhooks('member.joined', new.id, new.approved_at); end if;
  return null;
end $$;
create trigger membership_tells after insert or update of state on membership for each row when (new.state = 'active') execute function membership_tells();

create function achievement_tells() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.state in ('draft', 'submitted') then perform tell_webhooks('achievement.opened', new.id, new.verified_at); end if;
  return null;
end $$;
create trigger achievement_tells after insert or update of state on achievement for each row
  when (new.state = 'open' and new.disclosure <> 'members') execute function achievement_tells();
