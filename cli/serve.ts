import { flushCompileCache } from 'node:module'
import { join } from 'node:path'

import type { Command } from 'commander'

import { printJson, wantsJson } from './json-output.ts'

interface ServeFlags {
  readonly port?: string
  readonly host?: string
  readonly data?: string
  readonly demo: boolean
}

/** `pult serve`: web, API and jobs until a signal ends it. */
export function registerServe(program: Command): void {
  const command = program
    .command('serve')
    .description('web, API and jobs (what "npm start" runs)')
    .option('--port <number>', 'port to listen on (PULT_PORT; 7700)')
    .option('--host <address>', 'address to listen on (PULT_HOST; 127.0.0.1)')
    .option('--data <folder>', 'folder of the embedded database and uploads (PULT_DATA; ./data)')
    .option('--no-demo', 'do not make the demonstration centre (PULT_DEMO=false)')
  command.action(async (flags: ServeFlags) => {
    // The server is most of what there is to load: no other command waits for it.
    const { serve } = await import('../server/main.ts')
    const { buildWeb } = await import('../tools/build-web.ts')
    const say = (words: string): void => console.error(words)
    await buildWeb({ say })
    const served = await serve(
      {
        port: flags.port,
        host: flags.host,
        dataFolder: flags.data,
        demo: flags.demo ? undefined : false,
      },
      { webFolder: join(import.meta.dirname, '..', 'web', 'dist'), say },
    )
    if (wantsJson(command)) printJson({ address: served.address, oneTimeLink: served.oneTimeLink })
    else announce(served.address, served.oneTimeLink)
    // Now rather than at the end, which a crash or a kill leaves out: threads find what this process has stripped.
    flushCompileCache()
    await untilSignal()
    console.error('Stopping…')
    await served.stop()
  })
}

function announce(address: string, oneTimeLink: string | null): void {
  console.log(`\nПульт работает · Pult is running: ${address}`)
  if (oneTimeLink !== null) {
    console.log(
      '\nОткройте эту ссылку один раз: она впустит вас администратором.' +
        `\nOpen this link once: it signs you in as administrator.\n\n  ${oneTimeLink}\n`,
    )
  }
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
