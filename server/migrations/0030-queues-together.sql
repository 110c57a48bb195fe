-- Room: forecast. How the queues of a forecast go astray together, learnt from back-tests: bands of several queues need it. Null: not known.

alter table forecast add column queue_correlation jsonb;
