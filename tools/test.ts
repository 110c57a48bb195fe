import { buildWeb } from './build-web.ts'
import { run, runChecks, runQuietly } from './check.ts'

// `npm test`: everything that must be true before a change lands, in three lanes side by side, because whoever waits for a browser or a
// database leaves a core free:
//   checks     types, lint, format, import rules, dead code; then units: engine, contract, tools, cli
//   server     through HTTP on a real PostgreSQL
//   pages      a day in a centre, in a real browser; the tutorial's commands
// What the second and the third say is kept until the first has said its own.

const vitest = (project: string): readonly string[] => ['vitest', 'run', '--project', project, '--reporter', 'default']

async function main(): Promise<void> {
  const began = performance.now()
  await buildWeb({ say: (words) => console.log(words) })
  const beside = (['server', 'pages'] as const).map((project) => ({ project, ended: runQuietly(vitest(project)) }))
  const failed = await runChecks()
  if ((await run(vitest('units'))) !== 0) failed.push('tests: units')
  for (const { project, ended } of beside) {
    const { output, status } = await ended
    process.stdout.write(output)
    if (status !== 0) failed.push(`tests: ${project}`)
  }
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  if (failed.length > 0) {
    console.error(`\n✘ Failed after ${minutes} min: ${failed.join(', ')}`)
    process.exitCode = 1
  } else {
    console.log(`\n✔ Everything passed in ${minutes} min`)
  }
}

await main()
