import { runCommand } from './run-command.ts'

// pult: one command a room. What each prints and how it ends is a contract: see docs/reference/command-line.md.

process.exitCode = await runCommand(process.argv.slice(2))
