import {
  AmiSettings,
  FolderSettings,
  FreeSwitchSettings,
  QueueLogSettings,
  SftpSettings,
  type ConnectorDraft,
} from '@pult/contract/connectors'

import type { Contacts } from '../contacts/index.ts'
import type { SecretBox } from '../platform/index.ts'
import { hearAsterisk, tryAsterisk } from './ami.ts'
import { followLog, tryLog } from './follow-log.ts'
import { hearFreeSwitch, tryFreeSwitch } from './freeswitch.ts'
import { openSecret, type Secret } from './kept-secret.ts'
import { pickUp, tryPickUp } from './pick-up.ts'
import type { RunConnector } from './runner.ts'
import { Trouble } from './trouble.ts'
import { tryFolder, watchFolder } from './watch-folder.ts'

/** How each kind of channel that a server has to run is run. */
export function createRunConnector(box: SecretBox, bringIn: Contacts['bringIn']): RunConnector {
  return async (connector, running, signal) => {
    const { kind, settings, secret } = connector
    if (kind === 'queueLog') return followLog(running, QueueLogSettings.parse(settings), signal)
    if (kind === 'folder') return watchFolder(connector, running, FolderSettings.parse(settings), bringIn, signal)
    if (kind === 'ami') return hearAsterisk(running, AmiSettings.parse(settings), passwordOf(box, secret), signal)
    if (kind === 'freeSwitch')
      return hearFreeSwitch(running, FreeSwitchSettings.parse(settings), passwordOf(box, secret), signal)
    if (kind === 'sftp') {
      const work = {
        connector,
        running,
        settings: SftpSettings.parse(settings),
        secret: openSecret(box, secret),
        bringIn,
      }
      return pickUp(work, signal)
    }
    throw new Trouble('unknownKind', {
      en: `This version of Pult runs no channel of the kind ${kind}.`,
      ru: `Эта версия Пульта не ведёт каналов вида ${kind}.`,
    })
  }
}

const passwordOf = (box: SecretBox, secret: string | null): string => openSecret(box, secret)['password'] ?? ''

/** Tries whether a channel would work; throws a Trouble that says why not. */
export async function tryOut(draft: ConnectorDraft, secret: Secret): Promise<void> {
  const password = secret['password'] ?? ''
  if (draft.kind === 'queueLog') return tryLog(draft.settings.path)
  if (draft.kind === 'folder') return tryFolder(draft.settings)
  if (draft.kind === 'ami') {
    if (draft.settings.logPath !== null) await tryLog(draft.settings.logPath)
    return tryAsterisk(draft.settings, password)
  }
  if (draft.kind === 'freeSwitch') return tryFreeSwitch(draft.settings, password)
  if (draft.kind === 'sftp') return tryPickUp(draft.settings, secret)
}
