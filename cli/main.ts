import { Command, CommanderError } from 'commander'

import { registerCareer } from './career.ts'
import { registerCenter } from './center.ts'
import { registerDemo } from './demo.ts'
import { registerErlang } from './erlang.ts'
import { BadInput, sayFailure } from './failure.ts'
import { registerForecast } from './forecast.ts'
import { registerImport } from './import.ts'
import { registerMarket } from './market.ts'
import { registerMeasures } from './measures.ts'
import { registerRoster } from './roster.ts'
import { registerSchedule } from './schedule.ts'
import { registerServe } from './serve.ts'
import { registerSimulate } from './simulate.ts'
import { registerStaffing } from './staffing.ts'

// pult: one command a room. What each prints and how it ends is a contract: see docs/reference/command-line.md.

const program = new Command('pult')
  .description('Pult: the control desk of a contact centre')
  .option('--json', 'one JSON document on standard output and nothing else there')
  .showHelpAfterError('(add --help for the options)')
  .exitOverride()

registerServe(program)
registerCenter(program)
registerImport(program)
registerMeasures(program)
registerForecast(program)
registerErlang(program)
registerStaffing(program)
registerSimulate(program)
registerRoster(program)
registerSchedule(program)
registerMarket(program)
registerCareer(program)
registerDemo(program)

try {
  await program.parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else {
    sayFailure(error)
    process.exitCode = error instanceof BadInput ? 2 : 1
  }
}
