-- Room: measures. Most groups of legs have nobody who was lost, left or called back: a strict function is not even called for
-- them, and the intervals of a month are computed in half the time.
create or replace function pult_cumulative(bins integer[]) returns integer[]
language sql immutable strict parallel safe
as $$ select array_agg(width_bucket(bound, bins) order by bound) from generate_series(0, least(bins[array_upper(bins, 1)] - 1, 128)) bound $$;
