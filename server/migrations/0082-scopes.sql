-- Room: access. Tokens and guests that may less than their role: only these acts, and a guest only until a moment.

alter table api_token add column only_may text[] check (cardinality(only_may) > 0);
alter table membership add column only_may text[] check (cardinality(only_may) > 0), add column ends_at timestamptz;
