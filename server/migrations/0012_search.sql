-- search: one table that everything findable is written into, and a queue of what has changed since.

create table search_entry (
  kind        text not null check (kind in ('organisation', 'post', 'technology', 'service', 'achievement', 'offer', 'student', 'teacher', 'round')),
  subject_id  uuid not null,
  -- As shown. Nothing that only the parties may read stands in this table, and no identity number and no telephone.
  title       text not null,
  title_en    text,
  owner_id    uuid,
  note        text,
  -- Who may come near, coarsely, so that an index can leave the rest out: '*' everybody signed in, 'public', 'office', 'district',
  -- 'o:<organisation>', 's:<student>'. The exact answer is always asked of the feature whose thing it is.
  readers     text[] not null,
  -- What it is found by; each begins with the letter of its kind, so that a rare kind is not lost among a million students.
  tokens      text[] not null,
  -- title|initials|pinyin|English|codes|other words|, as plain keys: candidates are compared with it.
  haystack    text not null,
  weight      smallint not null default 0 check (weight between 0 and 9),
  made_at     timestamptz not null,
  -- Which way of writing entries it was written by: an older one is written anew.
  form        smallint not null,
  primary key (kind, subject_id)
);
-- Not fastupdate: what waits in its list would be read through at every search.
create index search_entry_tokens on search_entry using gin (readers, tokens) with (fastupdate = off);
create index search_entry_newest on search_entry (kind, made_at desc);
create index search_entry_owner on search_entry (owner_id) where kind not in ('student', 'teacher');

-- What has changed. Only ever appended to, so that nobody who writes waits for anybody; the worker takes it away in batches.
create table search_stale (
  seq         bigint generated always as identity primary key,
  source      text not null,
  subject_id  uuid not null
);

create function mark_for_search() returns trigger language plpgsql as $$
begin
  execute format('insert into search_stale (source, subject_id) select distinct %L, %I from changed where %I is not null', tg_argv[0], tg_argv[1], tg_argv[1]);
  return null;
end $$;

-- Keeps what is found true to a table: rows that appear, change or go are marked under `source`, by the id in `id_column`.
create procedure keep_searched(watched text, source text, id_column text) language plpgsql as $$
begin
  execute format('create trigger search_added after insert on %I referencing new table as changed for each statement execute function mark_for_search(%L, %L)', watched, source, id_column);
  execute format('create trigger search_changed after update on %I referencing new table as changed for each statement execute function mark_for_search(%L, %L)', watched, source, id_column);
  execute format('create trigger search_removed after delete on %I referencing old table as changed for each statement execute function mark_for_search(%L, %L)', watched, source, id_column);
end $$;

call keep_searched('organisation', 'organisation', 'id');
call keep_searched('membership', 'organisation', 'organisation_id');
call keep_searched('representation', 'organisation', 'organisation_id');
call keep_searched('need', 'need', 'id');
call keep_searched('post', 'need', 'need_id');
call keep_searched('problem', 'need', 'need_id');
call keep_searched('student', 'student', 'id');
call keep_searched('cohort', 'cohort', 'id');
call keep_searched('teacher', 'teacher', 'id');
call keep_searched('round', 'round', 'id');
call keep_searched('achievement', 'achievement', 'id');
call keep_searched('service_offer', 'offer', 'id');

-- Candidates: rows with all these tokens, near these readers (null: whoever), whose words contain all of these. First those with the tokens
-- `first`, which also say what the title begins with; where they are enough, the others are not looked for. Never by reading the whole
-- table: for a common token and a small limit the planner would, and read a million students to find no round.
create function search_probe(wanted text[], first text[], near text[], likes text[], most integer)
returns table (kind text, subject_id uuid, haystack text, weight smallint)
language plpgsql stable rows 100 set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare found_first integer := 0;
begin
  if first is not null then
    if near is null then
      return query select e.kind, e.subject_id, e.haystack, e.weight from search_entry e where e.tokens @> first and e.haystack like all (likes) limit most;
    else
      return query select e.kind, e.subject_id, e.haystack, e.weight from search_entry e
        where e.tokens @> first and e.readers && near and e.haystack like all (likes) limit most;
    end if;
    get diagnostics found_first = row_count;
  end if;
  if found_first >= most then return; end if;
  if near is null then
    return query select e.kind, e.subject_id, e.haystack, e.weight from search_entry e where e.tokens @> wanted and e.haystack like all (likes) limit most;
  else
    return query select e.kind, e.subject_id, e.haystack, e.weight from search_entry e
      where e.tokens @> wanted and e.readers && near and e.haystack like all (likes) limit most;
  end if;
end $$;
