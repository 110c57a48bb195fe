import { writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import { BadInput } from './failure.ts'

/** Writes what was asked for into the file of `--out`. Throws BadInput that says why it cannot be written there. */
export async function writeOut(
  file: string,
  bytes: Uint8Array,
  options: { readonly mode?: number } = {},
): Promise<void> {
  try {
    await writeFile(file, bytes, options)
  } catch (error) {
    const reason = REASONS.get((error as NodeJS.ErrnoException).code ?? '')
    if (reason === undefined) throw error
    throw new BadInput(`--out: ${file} cannot be written: ${reason(file)}.`)
  }
}

const REASONS: ReadonlyMap<string, (file: string) => string> = new Map([
  ['ENOENT', (file: string) => `there is no folder ${dirname(file)}`],
  ['ENOTDIR', (file: string) => `${dirname(file)} is no folder`],
  ['EISDIR', () => 'it is a folder'],
  ['EACCES', () => 'you may not write there'],
  ['EROFS', () => 'you may not write there'],
])
