import { vi } from 'vitest'

import { runCommand } from '../../cli/run-command.ts'

export interface Ended {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** `pult …` without a process of its own, which would be most of the work: it says the same and ends with the same status. */
export async function runPult(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  let [out, err] = ['', '']
  const former = process.exitCode
  process.exitCode = undefined
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line: unknown) => void (out += `${String(line)}\n`)),
    vi.spyOn(console, 'error').mockImplementation((line: unknown) => void (err += `${String(line)}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation((part) => (out += String(part)) !== ''),
    vi.spyOn(process.stderr, 'write').mockImplementation((part) => (err += String(part)) !== ''),
  ]
  try {
    return { status: await runCommand(words), out, err }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
    process.exitCode = former
  }
}
