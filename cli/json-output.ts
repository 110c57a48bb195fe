import type { Command } from 'commander'

/** Whether `--json` was given anywhere before the command. */
export const wantsJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true

export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 2))
