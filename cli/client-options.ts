import type { Command } from 'commander'

import { connect, type Client } from './client.ts'

/** Where the server is, for every command that talks to it. */
export interface ServerFlags {
  readonly url?: string
  readonly token?: string
  readonly data?: string
}

export function withServerFlags(command: Command): Command {
  return command
    .option('--url <address>', 'address of the server (PULT_URL; http://127.0.0.1:7700)')
    .option('--token <token>', 'token from Settings (PULT_TOKEN); not needed beside the server’s data folder')
    .option('--data <folder>', 'data folder of a server on this machine (PULT_DATA; ./data)')
}

export const clientOf = (flags: ServerFlags): Promise<Client> => connect(flags)

export { oneOf, wholeNumber } from './engine-input.ts'
export { printJson, wantsJson } from './json-output.ts'
export { readDay } from './read-day.ts'
