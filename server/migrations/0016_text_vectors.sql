-- technology: what an embedding endpoint said of a public text, when one is configured. Kept by the text itself: the same text is asked for once.
create table text_vector (
  digest   bytea not null check (length(digest) = 32),
  model    text not null,
  vector   real[] not null check (cardinality(vector) > 0),
  made_at  timestamptz not null,
  primary key (digest, model)
);
