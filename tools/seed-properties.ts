import fc from 'fast-check'

// Before each file of tests: properties are tried on the same examples each time, so that a change fails for what it did and not by
// luck. Others by hand: PULT_SEED=7 npx vitest run --project units engine/labor

fc.configureGlobal({ seed: Number(process.env['PULT_SEED'] ?? 20_261_129) })
