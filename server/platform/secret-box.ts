import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Keeps tokens and passwords: what is in the database cannot be read without a secret that is kept beside it. */
export interface SecretBox {
  close(secret: object): string
  /** Null where the key is another one than it was closed with: then the secret must be given again. */
  open(closed: string): Readonly<Record<string, string>> | null
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM, with a key made of a secret of the data folder. */
export function openSecretBox(secretOfFolder: string): SecretBox {
  const key = createHash('sha256').update(secretOfFolder).digest()
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
