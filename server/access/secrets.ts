import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret kept in the data folder, readable by its owner only; made when there is none. */
export function keptSecret(dataFolder: string, name: string): string {
  const path = join(dataFolder, name)
  mkdirSync(dataFolder, { recursive: true })
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(path, secret, { mode: 0o600, flag: 'wx' })
    return secret
  }
}
