import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

import { keptSecret } from '../access/index.ts'

/** Keeps tokens of sources: what is in the database cannot be read without a key that lies in the data folder. */
export interface SecretBox {
  close(secret: object): string
  /** Null where the key is another one than it was closed with: then the secret must be given again. */
  open(closed: string): Readonly<Record<string, string>> | null
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM. The key is made with the first start, readable by its owner only. */
export function openSecretBox(dataFolder: string): SecretBox {
  const key = createHash('sha256').update(keptSecret(dataFolder, 'market-secret')).digest()
  return {
    close(secret) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const closed = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64')
    },
    open(closed) {
      const bytes = Buffer.from(closed, 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
        return JSON.parse(text.toString('utf8')) as Readonly<Record<string, string>>
      } catch {
        return null
      }
    },
  }
}
