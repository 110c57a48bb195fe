import { buildWeb } from './build-web.ts'
import { run, runChecks, runQuietly } from './check.ts'

// `npm test`: everything that must be true before a change lands, in two lanes side by side, because a browser that is
// waited for leaves a core free:
//   checks     types, lint, format, import rules, dead code
//   units      engine, contract, tools, cli
//   server     through HTTP on a real PostgreSQL
// beside
//   pages      a day in a centre, in a real browser; the tutorial's commands
// What the pages say is kept until the first lane has said its own.

const vitest = (project: string): readonly string[] => ['vitest', 'run', '--project', project, '--reporter', 'default']

async function main(): Promise<void> {
  const began = performance.now()
  await buildWeb({ say: (words) => console.log(words) })
  const pages = runQuietly(vitest('pages'))
  const failed = await runChecks()
  for (const project of ['units', 'server']) {
    if ((await run(vitest(project))) !== 0) failed.push(`tests: ${project}`)
  }
  const seen = await pages
  process.stdout.write(seen.output)
  if (seen.status !== 0) failed.push('tests: pages')
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  if (failed.length > 0) {
    console.error(`\n✘ Failed after ${minutes} min: ${failed.join(', ')}`)
    process.exitCode = 1
  } else {
    console.log(`\n✔ Everything passed in ${minutes} min`)
  }
}

await main()
