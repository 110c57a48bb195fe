import type { Database, Log, Tx } from '../platform/index.ts'
import { RESET_HOURS } from './auth-settings.ts'
import type { Auth, SignedIn } from './auth.ts'
import { countTry } from './guesses.ts'
import { auditForPerson, centersOf } from './sign-in-audit.ts'

/** What the access room needs of the room that sends, handed over where both are known. */
export interface Mail {
  readonly ways: (tx: Tx, centerId: number) => Promise<{ readonly mail: boolean }>
  readonly queue: (tx: Tx, centerId: number, letters: readonly Letter[]) => Promise<readonly number[]>
  readonly dispatch: (centerId: number, messageIds: readonly number[]) => Promise<void>
}

interface Letter {
  readonly channel: 'mail'
  readonly address: string
  readonly subject: string
  readonly content: { readonly text: string }
  readonly about: string
  readonly madeByName: string
}

export interface ResetPorts {
  readonly database: Database
  readonly auth: Auth
  readonly log: Log
  readonly mail: () => Mail | undefined
  /** A link in a letter leads to the address that the installation gives, never to what a request calls it. */
  readonly publicUrl: string | undefined
}

/** Where a link that sets a new password leads. */
export const resetLink = (address: string, token: string): string =>
  `${address.replace(/\/+$/, '')}/reset?token=${encodeURIComponent(token)}`

/**
 * Sends a link to whoever has this address, by the mail server of one of her centres. Whether she exists shows in no answer and in no time:
 * it is done after the answer.
 */
export function sendResetLater(ports: ResetPorts, email: string, address: string): void {
  sendReset(ports, email, address).catch((error: unknown) =>
    ports.log.warn({ err: error }, 'a link for a new password could not be sent'),
  )
}

async function sendReset(ports: ResetPorts, email: string, address: string): Promise<void> {
  const { auth, database, publicUrl } = ports
  const mail = ports.mail()
  if (mail === undefined || publicUrl === undefined) return
  // As many letters as there may be mistakes; beyond that, in silence.
  const tooMany = await countTry(auth.pool, { email: `reset ${email}`, address }).catch(() => null)
  const user = await auth.userByEmail(email)
  if (tooMany === null || user === null || !(await auth.hasPassword(user.id))) return
  for (const centerId of await centersOf(database, user.id)) {
    const ids = await database.inCenter({ centerId }, async (tx) => {
      if (!(await mail.ways(tx, centerId)).mail) return null
      return mail.queue(tx, centerId, [letterTo(user, resetLink(publicUrl, await auth.resetToken(user.email)))])
    })
    if (ids === null) continue
    await mail.dispatch(centerId, ids)
    return auditForPerson(database, user, {
      act: 'access.password.askReset',
      subject: `user ${user.id}`,
      detail: { address },
    })
  }
}

function letterTo({ id, name, email }: SignedIn, link: string): Letter {
  const text = [
    `${name}!`,
    '',
    `Чтобы задать новый пароль Пульта, откройте эту ссылку в течение часа (она сработает один раз):`,
    link,
    'Если вы об этом не просили, ничего не делайте: пароль останется прежним.',
    '',
    '—',
    `To set a new password of Pult, open this link within ${RESET_HOURS} hour (it works once):`,
    link,
    'If you did not ask for it, do nothing: the password stays as it is.',
  ].join('\n')
  return {
    channel: 'mail',
    address: email,
    subject: 'Пульт: новый пароль · Pult: a new password',
    content: { text },
    about: `user ${id}`,
    madeByName: 'Пульт',
  }
}
