import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

import { verifyPassword } from 'better-auth/crypto'

// Argon2id with the memory and passes that OWASP's Password Storage Cheat Sheet names first: 19 MiB, two passes, one lane.
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const SALT_BYTES = 16
const TAG_BYTES = 32

const derive = promisify(argon2)

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/
const OWN = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** The same password typed on another keyboard must be the same bytes (NIST SP 800-63B-4 §3.1.1.2). */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

/** A hash with its parameters in it (the PHC string format), so that stronger ones can come later. Nothing is cut off. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES)
  const tag = await derive('argon2id', {
    message: bytesOf(password),
    nonce,
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: LANES,
    tagLength: TAG_BYTES,
  })
  return `${OWN}${base64(nonce)}$${base64(tag)}`
}

/** Also reads the scrypt hashes that Pult kept before. */
export async function isPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const parts = PHC.exec(hash)
  if (parts === null) return verifyPassword({ hash, password })
  const [, memory, passes, lanes, salt = '', kept = ''] = parts
  const expected = Buffer.from(kept, 'base64')
  const tag = await derive('argon2id', {
    message: bytesOf(password),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(lanes),
    tagLength: expected.length,
  })
  return timingSafeEqual(tag, expected)
}

/** Whether it should be made anew at the next sign-in, when the password is at hand. */
export const isOldHash = (hash: string): boolean => !hash.startsWith(OWN)
