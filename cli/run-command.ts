import { Command, CommanderError } from 'commander'

import { BadInput, sayFailure } from './failure.ts'

/** In the order of the help. Only the one that is asked for is loaded: each brings the part of Pult that it works with. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  serve: async () => (await import('./serve.ts')).registerServe,
  backup: async () => (await import('./backup.ts')).registerBackup,
  restore: async () => (await import('./backup.ts')).registerRestore,
  center: async () => (await import('./center.ts')).registerCenter,
  import: async () => (await import('./import.ts')).registerImport,
  follow: async () => (await import('./follow.ts')).registerFollow,
  measures: async () => (await import('./measures.ts')).registerMeasures,
  forecast: async () => (await import('./forecast.ts')).registerForecast,
  erlang: async () => (await import('./erlang.ts')).registerErlang,
  staffing: async () => (await import('./staffing.ts')).registerStaffing,
  simulate: async () => (await import('./simulate.ts')).registerSimulate,
  roster: async () => (await import('./roster.ts')).registerRoster,
  schedule: async () => (await import('./schedule.ts')).registerSchedule,
  market: async () => (await import('./market.ts')).registerMarket,
  career: async () => (await import('./career.ts')).registerCareer,
  personal: async () => (await import('./personal.ts')).registerPersonal,
  report: async () => (await import('./report.ts')).registerReport,
  audit: async () => (await import('./audit.ts')).registerAudit,
  demo: async () => (await import('./demo.ts')).registerDemo,
}

/** Runs one command line, without the program's name; resolves to the status it ends with. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const program = new Command('pult')
    .description('Pult: the control desk of a contact centre')
    .option('--json', 'one JSON document on standard output and nothing else there')
    .showHelpAfterError('(add --help for the options)')
    .exitOverride()
  const asked = words.find((word) => !word.startsWith('-')) ?? ''
  for (const [name, load] of Object.entries(commands)) {
    if (name === asked || !Object.hasOwn(commands, asked)) (await load())(program)
  }
  try {
    await program.parseAsync(words, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    sayFailure(error)
    return error instanceof BadInput ? 2 : 1
  }
}
