import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Known holes in what Pult is made of, asked of the registry with the other checks. What is serious makes them red until the package is renewed or
// accepted-advisories.json says why it does not concern Pult.

const SERIOUS: ReadonlySet<string> = new Set(['high', 'critical'])

/** What is told of one package: a hole of its own, or the name of a package through which it has one. */
type Via = string | { readonly title: string; readonly url: string; readonly severity: string }

/** What `npm audit --json` says, as far as it is looked at. */
interface AuditReport {
  readonly vulnerabilities: Readonly<Record<string, { readonly via: readonly Via[] }>>
}

/** The serious holes that nobody has accepted, a line each; null where it is no answer to the question. */
export function seriousHoles(report: unknown, accepted: Readonly<Record<string, string>>): string[] | null {
  if (!isReport(report)) return null
  const holes = Object.entries(report.vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((one) => {
      if (typeof one === 'string' || !SERIOUS.has(one.severity)) return []
      const advisory = one.url.split('/').at(-1) ?? ''
      return advisory in accepted ? [] : [`${name}: ${one.title} (${one.severity}, ${one.url})`]
    }),
  )
  return [...new Set(holes)].toSorted()
}

const isReport = (report: unknown): report is AuditReport =>
  typeof report === 'object' && report !== null && 'vulnerabilities' in report

/** What npm says of the dependencies that an installation runs with; without an answer the words why. */
function askRegistry(): Promise<unknown> {
  // A registry that is not there, or a mirror that is not asked such things, keeps nobody waiting.
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000']
  const options = {
    cwd: join(import.meta.dirname, '..'),
    maxBuffer: 64 * 1024 ** 2,
    shell: process.platform === 'win32',
  }
  return new Promise((resolve) => {
    execFile('npm', args, options, (_error, output) => {
      try {
        resolve(JSON.parse(output))
      } catch {
        resolve({ message: 'npm gave no answer' })
      }
    })
  })
}

if (import.meta.main) {
  const file = join(import.meta.dirname, 'accepted-advisories.json')
  const accepted = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>
  const report = await askRegistry()
  const holes = seriousHoles(report, accepted)
  if (holes === null) {
    const { message = 'no answer' } = report as { readonly message?: string }
    console.log(`Dependencies were NOT audited, the registry does not tell: ${message}`)
  } else if (holes.length > 0) {
    console.error(
      `Serious holes in dependencies; renew them, or say in tools/accepted-advisories.json why they do not concern Pult:`,
    )
    for (const hole of holes) console.error(`  ${hole}`)
    process.exitCode = 1
  }
}
