-- Room: market. Counting a snapshot asks of every vacancy whether it is another's twin and whether its skills come from its text: few are.
create index market_vacancy_twin on market_vacancy (center_id, vacancy_id) include (same_as) where same_as is not null;
create index market_vacancy_derived on market_vacancy (center_id, vacancy_id) where is_derived;
