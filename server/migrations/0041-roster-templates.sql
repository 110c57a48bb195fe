-- Room: schedule. Of which shift templates a roster may be made; null: of all that its people may work.
alter table roster add column template_ids integer[];
