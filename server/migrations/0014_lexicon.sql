-- lexicon: what means the same to whoever matches needs with answers. Versions are kept whole, so that going back is one step.
create table lexicon_version (
  number        integer primary key check (number > 0),
  state         text not null check (state in ('draft', 'published', 'replaced', 'discarded')),
  -- [{ id, terms, facet, broader, related }]
  groups        jsonb not null check (jsonb_typeof(groups) = 'array'),
  -- What it was made from; null for the starter that comes with the product.
  based_on      integer references lexicon_version (number),
  -- What was changed and why: asked when it is published.
  note          text,
  made_by       uuid references account (id) on delete set null,
  made_at       timestamptz not null,
  published_by  uuid references account (id) on delete set null,
  published_at  timestamptz,
  check ((state in ('published', 'replaced')) = (published_at is not null)),
  check ((state in ('published', 'replaced')) <= (note is not null))
);
create unique index lexicon_one_draft on lexicon_version (state) where state = 'draft';
create unique index lexicon_one_published on lexicon_version (state) where state = 'published';
