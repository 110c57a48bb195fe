-- Room: measures. Agents by whole local months, summed from their days: a year of agents is asked for a month at a time.

create table agent_month (like agent_day);
alter table agent_month rename column day to month;
alter table agent_month add primary key (center_id, month, agent_id, queue_id, channel, direction);
alter table agent_month set (toast_tuple_target = 8160);
call pult_guard('agent_month');

-- Months of days that were there before. A histogram that ends early has all of its contacts in the bounds after.
alter table agent_day no force row level security;
alter table agent_month no force row level security;
with told as (
  select center_id, date_trunc('month', day)::date as month, agent_id, queue_id, channel, direction,
    sum(answered) as answered,
    sum(wait_answered_ms) as wait_answered_ms,
    sum(wait_answered_s2) as wait_answered_s2,
    sum(talk_ms) as talk_ms,
    sum(hold_ms) as hold_ms,
    sum(acw_ms) as acw_ms,
    sum(handle_s2) as handle_s2,
    sum(held) as held,
    sum(transferred_out) as transferred_out,
    sum(hung_up_by_agent) as hung_up_by_agent,
    sum(answered_in) as answered_in,
    sum(handled_in) as handled_in,
    sum(outbound_attempts) as outbound_attempts,
    sum(outbound_reached) as outbound_reached,
    sum(outbound_handle_ms) as outbound_handle_ms,
    max(cardinality(answered_cum)) as bounds
  from agent_day group by 1, 2, 3, 4, 5, 6
),
bound as (
  select center_id, date_trunc('month', day)::date as month, agent_id, queue_id, channel, direction, i,
    sum(coalesce(answered_cum[i], answered))::integer as within
  from agent_day cross join generate_series(1, coalesce((select max(cardinality(answered_cum)) from agent_day), 0)) i
  group by 1, 2, 3, 4, 5, 6, 7
),
histogram as (
  select center_id, month, agent_id, queue_id, channel, direction, array_agg(within order by i) as cum
  from bound group by 1, 2, 3, 4, 5, 6
)
insert into agent_month (center_id, month, agent_id, queue_id, channel, direction,
  answered, wait_answered_ms, wait_answered_s2, talk_ms, hold_ms, acw_ms, handle_s2, held, transferred_out,
  hung_up_by_agent, answered_in, handled_in, outbound_attempts, outbound_reached, outbound_handle_ms, answered_cum)
select center_id, month, agent_id, queue_id, channel, direction,
  answered, wait_answered_ms, wait_answered_s2, talk_ms, hold_ms, acw_ms, handle_s2, held, transferred_out,
  hung_up_by_agent, answered_in, handled_in, outbound_attempts, outbound_reached, outbound_handle_ms, cum[1:bounds]
from told left join histogram using (center_id, month, agent_id, queue_id, channel, direction);
alter table agent_day force row level security;
alter table agent_month force row level security;
