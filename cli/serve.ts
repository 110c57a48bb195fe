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
    // From here on there is a database to stop: a signal amid the start is obeyed when it is over.
    const signal = untilSignal()
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
    await signal
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

/** A signal this soon after the first is the same one: Ctrl-C reaches both the program and the one that started it. */
const SAME_SIGNAL_MS = 3000

/**
 * Resolves at the first signal, or when the program that started this one was killed. The same signal come twice does not cut the stop
 * short, which would leave the database running; whoever asks again later is not made to wait.
 */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (first > 0 && performance.now() - first > SAME_SIGNAL_MS) process.exit(130)
        first ||= performance.now()
        resolve()
      })
    }
    process.once('disconnect', resolve)
    // To listen must not keep a program alive that has stopped.
    process.channel?.unref()
  })
}
