#!/usr/bin/env node
// Runs a TypeScript file of the project with a Node that reads TypeScript: this one if it is new enough, else the one
// that `npm ci` brought along. Kept in plain JavaScript because the machine's own Node may be 20.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Node reads TypeScript without a flag from 22.18 on. */
function readsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

function findNode() {
  if (readsTypeScript(process.versions.node)) return process.execPath
  const candidates = [join(root, 'node_modules/node/bin/node'), join(root, 'node_modules/node/bin/node.exe')]
  return candidates.find((path) => existsSync(path))
}

/**
 * Where Node keeps what it made of our TypeScript, so that neither a process nor a thread strips types again: the WebAssembly that
 * does it is slow to load and, anew in every thread, has been seen to crash. See docs/decisions/0010-stripped-once.md.
 */
export const compiledFolder = join(root, 'node_modules', '.cache', 'pult-compiled')

/** `flags` are Node's own; `settings` join the environment. */
export function runWithNode(file, args, flags = [], settings = {}) {
  const node = findNode()
  if (node === undefined) {
    console.error(
      `Pult needs Node 22.18 or newer to run; this is Node ${process.versions.node}, and the Node that comes with Pult is not installed. ` +
        'Run "npm ci" without --ignore-scripts, or install a newer Node.',
    )
    process.exit(1)
  }
  const env = {
    NODE_COMPILE_CACHE: compiledFolder,
    ...settings,
    ...process.env,
    PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  }
  const child = spawn(node, [...flags, '--disable-warning=ExperimentalWarning', join(root, file), ...args], {
    // By the channel the program hears when this one was killed: else a server would hold its port and its data for nobody.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  runWithNode(file, args)
}
