-- Services: who offers what, which need was routed to whom and what became of it, support policies with their conditions as data,
-- and how often a firm was asked, visited or called.

create table service_offer (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  organisation_id  uuid not null references organisation (id) on delete restrict,
  family           text not null check (family in ('talent_training', 'technology_application', 'management_innovation', 'industrial_support', 'enterprise_acceleration')),
  title            text not null check (char_length(title) between 1 and 100),
  title_en         text,
  -- What one gets, and who it is for.
  description      text not null default '',
  description_en   text,
  audience         text not null default '',
  pricing          text not null default 'free' check (pricing in ('free', 'priced', 'negotiable')),
  -- Yuan, and for what: a person, a day, a sample.
  price            integer check (price between 1 and 1000000000),
  price_unit       text,
  -- How many requests at a time; null where it does not matter.
  capacity         integer check (capacity between 1 and 10000),
  -- Working days within which a request is answered.
  answer_days      integer not null default 5 check (answer_days between 1 and 10),
  contact_name     text,
  contact_phone    text,
  valid_until      date,
  state            text not null default 'draft' check (state in ('draft', 'submitted', 'open', 'closed', 'declined')),
  -- Closed by its owner, by the office, or because nobody said that it still holds.
  close_code       text check (close_code in ('owner', 'office', 'expired')),
  reason           text,
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  submitted_at     timestamptz,
  verified_at      timestamptz,
  verified_by      uuid references account (id) on delete set null,
  confirmed_at     timestamptz,
  closed_at        timestamptz,
  demo             boolean not null default false,
  version          integer not null default 1,
  constraint service_offer_price check ((pricing = 'priced') = (price is not null)),
  check ((state = 'open') <= (verified_at is not null and valid_until is not null)),
  check ((state = 'closed') = (close_code is not null)),
  check ((state = 'declined') <= (reason is not null))
);
create index service_offer_list on service_offer (state, family);
create index service_offer_organisation on service_offer (organisation_id);
create index service_offer_clock on service_offer (valid_until) where state = 'open';

-- A service need routed to one provider: its word, its clock, what it delivered, and what the asker said of it.
create table service_request (
  id                uuid primary key default uuidv7(),
  number            text not null unique,
  alliance_id       uuid not null references alliance (id) on delete restrict,
  need_id           uuid not null references need (id) on delete restrict,
  offer_id          uuid references service_offer (id) on delete restrict,
  provider_id       uuid not null references organisation (id) on delete restrict,
  -- Asker as it was when the need was routed.
  asker_id          uuid not null references organisation (id) on delete restrict,
  asker_speaker_id  uuid references organisation (id) on delete restrict,
  routed_as         text not null check (routed_as in ('office', 'provider')),
  routed_by         uuid references account (id) on delete set null,
  routed_at         timestamptz not null,
  message           text,
  state             text not null check (state in ('routed', 'accepted', 'delivered', 'confirmed', 'rated', 'declined', 'lapsed', 'withdrawn')),
  -- Until when whoever has it must act; null at the end.
  due_at            timestamptz,
  -- 1: the office was told that it is late.
  escalation        integer not null default 0 check (escalation between 0 and 1),
  accepted_at       timestamptz,
  plan              text,
  deliver_by        date,
  delivered_at      timestamptz,
  delivery          text,
  confirmed_at      timestamptz,
  -- What the asker found lacking, the last time it sent the delivery back.
  objection         text,
  decline_code      text check (decline_code in ('wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear')),
  reason            text,
  ended_at          timestamptz,
  updated_at        timestamptz not null,
  demo              boolean not null default false,
  version           integer not null default 1,
  check (provider_id <> asker_id),
  check ((state in ('routed', 'accepted', 'delivered')) = (due_at is not null)),
  check ((state in ('accepted', 'delivered', 'confirmed', 'rated')) <= (accepted_at is not null and deliver_by is not null)),
  check ((state in ('delivered', 'confirmed', 'rated')) <= (delivered_at is not null and delivery is not null)),
  check ((state in ('confirmed', 'rated')) = (confirmed_at is not null)),
  check ((state = 'declined') = (decline_code is not null)),
  check ((state in ('declined', 'lapsed', 'withdrawn')) = (ended_at is not null))
);
-- A provider is asked about a need once at a time.
create unique index service_request_one_live on service_request (need_id, provider_id) where state in ('routed', 'accepted', 'delivered');
create index service_request_need on service_request (need_id);
create index service_request_provider on service_request (provider_id, state);
create index service_request_asker on service_request (asker_id);
create index service_request_offer on service_request (offer_id);
create index service_request_clock on service_request (due_at) where due_at is not null;

-- Asked once, given once: the request is the key.
create table service_rating (
  request_id  uuid primary key references service_request (id) on delete cascade,
  stars       integer not null check (stars between 1 and 5),
  words       text check (char_length(words) <= 500),
  rated_by    uuid references account (id) on delete set null,
  rated_at    timestamptz not null
);

-- A rating belongs to a request that says so, and the other way round. Looked at when the transaction ends, because both rows are written.
create function service_rating_is_whole() returns trigger language plpgsql as $$
declare wanted uuid;
begin
  if tg_table_name = 'service_rating' then wanted := new.request_id; else wanted := new.id; end if;
  if ((select state from service_request where id = wanted) = 'rated') <> exists (select from service_rating where request_id = wanted) then
    raise exception 'a rated request has a rating, and no other has' using constraint = 'service_rating_is_whole';
  end if;
  return null;
end $$;
create constraint trigger service_rating_is_whole after insert on service_rating deferrable initially deferred for each row execute function service_rating_is_whole();
create constraint trigger service_request_rating_is_whole after insert or update of state on service_request deferrable initially deferred for each row execute function service_rating_is_whole();

-- A support policy of some authority, split into sentences that say for whom it is.
create table support_policy (
  id               uuid primary key default uuidv7(),
  number           text not null unique,
  alliance_id      uuid not null references alliance (id) on delete restrict,
  title            text not null check (char_length(title) between 1 and 200),
  title_en         text,
  issuer           text not null check (char_length(issuer) between 1 and 100),
  document_number  text,
  source           text check (char_length(source) <= 500),
  issued_on        date,
  valid_from       date,
  valid_until      date,
  summary          text not null default '',
  -- How one applies, and until when; in words.
  how              text,
  state            text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  created_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  published_at     timestamptz,
  demo             boolean not null default false,
  version          integer not null default 1,
  check (valid_until >= valid_from),
  check ((state <> 'draft') <= (published_at is not null))
);
create index support_policy_list on support_policy (alliance_id, state);

create table policy_sentence (
  policy_id   uuid not null references support_policy (id) on delete cascade,
  position    integer not null,
  text        text not null check (char_length(text) between 1 and 1000),
  -- required: every one must hold. alternative: one of them must. plain: nothing is checked.
  role        text not null check (role in ('required', 'alternative', 'plain')),
  conditions  jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
  primary key (policy_id, position),
  check ((role = 'plain') = (conditions = '[]'))
);

-- Every form a firm was asked to fill, every visit and call it received, by anybody.
create table firm_contact (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null references organisation (id) on delete cascade,
  kind             text not null check (kind in ('form', 'visit', 'call')),
  happened_on      date not null,
  -- product: registered when something was asked here. hand: written down by somebody.
  source           text not null check (source in ('product', 'hand')),
  -- What was asked, as '<noun>.<verb>' of the inbox or of the room that sent it; null by hand.
  asked            text check (asked ~ '^[a-z_]+\.[a-z_]+$'),
  subject_type     text,
  subject_id       uuid,
  -- Who came or called; an organisation, an alliance's office, or somebody outside in words.
  by_organisation  uuid references organisation (id) on delete set null,
  by_alliance      uuid references alliance (id) on delete set null,
  by_name          text check (char_length(by_name) between 1 and 100),
  purpose          text check (char_length(purpose) <= 300),
  -- Why one more, past the threshold.
  reason           text check (char_length(reason) <= 300),
  written_by       uuid references account (id) on delete set null,
  created_at       timestamptz not null,
  cancelled_at     timestamptz,
  demo             boolean not null default false,
  check ((source = 'product') = (asked is not null)),
  check ((subject_type is null) = (subject_id is null))
);
-- Asked about the same thing twice on one day is one burden.
create unique index firm_contact_once on firm_contact (organisation_id, kind, subject_type, subject_id, happened_on) where subject_id is not null;
create index firm_contact_month on firm_contact (organisation_id, happened_on) where cancelled_at is null;
create index firm_contact_day on firm_contact (happened_on) where cancelled_at is null;

-- How many contacts a month a firm has before one more needs a reason.
create table contact_threshold (
  alliance_id  uuid primary key references alliance (id) on delete cascade,
  monthly      integer not null check (monthly between 1 and 100),
  changed_by   uuid references account (id) on delete set null,
  changed_at   timestamptz not null
);

-- Whatever any room asks of a firm's contact counts, without that room knowing of the meter; what the firm set going itself does not.
create function note_form_asked() returns trigger language plpgsql as $$
begin
  if not exists (select from role_grant g where g.account_id = new.initiator_id and g.organisation_id = new.organisation_id) then
    insert into firm_contact (organisation_id, kind, happened_on, source, asked, subject_type, subject_id, created_at)
    values (new.organisation_id, 'form', (new.created_at at time zone 'Asia/Shanghai')::date, 'product', new.kind, new.subject_type, new.subject_id, new.created_at)
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger note_form_asked after insert on inbox_item for each row
  when (new.role = 'enterprise_contact' and new.organisation_id is not null) execute function note_form_asked();

insert into firm_contact (organisation_id, kind, happened_on, source, asked, subject_type, subject_id, created_at)
select i.organisation_id, 'form', (i.created_at at time zone 'Asia/Shanghai')::date, 'product', i.kind, i.subject_type, i.subject_id, i.created_at
from inbox_item i
where i.role = 'enterprise_contact' and i.organisation_id is not null
  and not exists (select from role_grant g where g.account_id = i.initiator_id and g.organisation_id = i.organisation_id)
order by i.created_at
on conflict do nothing;
