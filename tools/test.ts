import { buildWeb } from './build-web.ts'
import { run, runChecks } from './check.ts'

// `npm test`: everything that must be true before a change lands, in the order in which it is likely to fail.
//   checks     types, lint, format, import rules, dead code
//   units      engine, contract, tools, cli
//   server     through HTTP on a real PostgreSQL
//   pages      a day in a centre, in a real browser; the tutorial's commands

const projects = ['units', 'server', 'pages']

async function main(): Promise<void> {
  const began = performance.now()
  const failed = await runChecks()
  await buildWeb({ say: (words) => console.log(words) })
  for (const project of projects) {
    const status = await run(['vitest', 'run', '--project', project, '--reporter', 'default'])
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
