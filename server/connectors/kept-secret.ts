import type { ConnectorDraft, ConnectorSettings } from '@pult/contract/connectors'

import { conflict, unprocessable, type SecretBox } from '../platform/index.ts'
import { Trouble } from './trouble.ts'

/** With what a channel signs in: `password`, or `privateKey` and perhaps its `passphrase`. */
export type Secret = Readonly<Record<string, string>>

/** What of a channel is kept. */
interface Kept {
  readonly settings: ConnectorSettings
  readonly secret: string | null
}

/** What a draft brings along; null where it brings nothing. */
function broughtSecret(draft: ConnectorDraft): Secret | null {
  if (draft.kind === 'sftp' && draft.settings.signIn === 'key') {
    const { privateKey, passphrase } = draft
    if (privateKey === undefined) return null
    return { privateKey, ...(passphrase === undefined ? {} : { passphrase }) }
  }
  return 'password' in draft && draft.password !== undefined ? { password: draft.password } : null
}

const signsIn = ({ kind }: ConnectorDraft): boolean => kind === 'ami' || kind === 'freeSwitch' || kind === 'sftp'

/** The secret of a new channel, closed. Throws a 422 problem where it needs one and brings none. */
export function closedSecret(draft: ConnectorDraft, box: SecretBox): string | null {
  const brought = broughtSecret(draft)
  if (brought !== null) return box.close(brought)
  if (signsIn(draft))
    throw unprocessable('passwordNeeded', 'Give the password or the key with which Pult signs in there.')
  return null
}

/** The secret of a changed channel, closed: what is left out stays. Throws a 409 problem where the machine or the user is another one. */
export function keptOrBrought(former: Kept, draft: ConnectorDraft, box: SecretBox): string | null {
  const brought = broughtSecret(draft)
  if (brought !== null) return box.close(brought)
  if (signsIn(draft) && 'host' in draft.settings && placeOf(former.settings) !== placeOf(draft.settings))
    throw conflict(
      'passwordNeeded',
      `Give the password or the key for ${draft.settings.host}: another machine never gets the kept one.`,
    )
  return former.secret
}

const placeOf = (settings: ConnectorSettings): string => {
  const { host, user, signIn } = settings as {
    readonly host?: string
    readonly user?: string
    readonly signIn?: string
  }
  return JSON.stringify([host, user, signIn])
}

/** What was kept, open again. Throws a Trouble where the data folder has another key. */
export function openSecret(box: SecretBox, secret: string | null): Secret {
  const open = secret === null ? null : box.open(secret)
  if (open === null)
    throw new Trouble('secretLost', {
      en: 'The kept password cannot be read: the data folder has another key. Give it again.',
      ru: 'Сохранённый пароль не прочитать: в папке данных другой ключ. Введите его снова.',
    })
  return open
}
