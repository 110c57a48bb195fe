import { describe, expect, it } from 'vitest'

import { hashPassword, isOldHash, isPassword } from './password-hash.ts'
import { refusePassword } from './password-rules.ts'

const elena = { name: 'Елена Орлова', email: 'e.orlova@romashka.example' }
const codeOf = async (password: string): Promise<string | null> => (await refusePassword(password, elena))?.code ?? null

describe('a password', () => {
  it('is long, of whatever characters, and never cut', async () => {
    expect(await codeOf('четырнадцать 14'.slice(0, 14))).toBe('passwordTooShort')
    expect(await codeOf('ночной трамвай')).toBe('passwordTooShort')
    for (const good of ['ночной трамвай едет', 'длинный пароль 7', 'correct horse battery staple', 'kd8#Lq!02mmZp4vT'])
      expect(await codeOf(good), good).toBeNull()
    // Counted in characters, not in the units of a string.
    expect(await codeOf('🐎🔋📎🚋🌙🎻🥁🧭🪁🦀🐙🦉🌵🍋')).toBe('passwordTooShort')
    expect(await codeOf('🐎🔋📎🚋🌙🎻🥁🧭🪁🦀🐙🦉🌵🍋🍀')).toBeNull()
    expect(await codeOf('ы'.repeat(201))).toBe('passwordTooLong')
  })

  it('is not what is guessed first', async () => {
    for (const bad of [
      'passwordpassword',
      'Password12345678',
      'qwertyuiop123456',
      'йцукенгшщзхъфыва',
      'aaaaaaaaaaaaaaaaaaaa',
      'пароль пароль пароль',
      'Елена Орлова 1990',
      'e.orlova@romashka.example',
      'pult pult pult pult',
      '1q2w3e4r5t6y7u8i9o0p',
    ])
      expect(await codeOf(bad), bad).toBe('passwordCommon')
  })

  it('is kept as Argon2id with its parameters, and is the same however the keyboard composes its letters', async () => {
    const hash = await hashPassword('ёлка и й в составных буквах')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(isOldHash(hash)).toBe(false)
    expect(await isPassword({ hash, password: 'ёлка и й в составных буквах'.normalize('NFD') })).toBe(true)
    expect(await isPassword({ hash, password: 'ёлка и й в составных буква' })).toBe(false)
    const { hashPassword: scrypt } = await import('better-auth/crypto')
    const former = await scrypt('прежний пароль 10')
    expect(isOldHash(former)).toBe(true)
    expect(await isPassword({ hash: former, password: 'прежний пароль 10' })).toBe(true)
    expect(await isPassword({ hash: former, password: 'прежний пароль 11' })).toBe(false)
  })
})
