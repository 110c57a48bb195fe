-- Room: connectors. What went wrong with a channel, in Russian beside the English.

-- Empty for what was noted before: then the English stands for both.
alter table connector_progress add column problem_words_ru text not null default '';
alter table connector_outage add column words_ru text not null default '';
