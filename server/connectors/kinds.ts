import { QueueLogSettings, type ConnectorDraft } from '@pult/contract/connectors'

import type { SecretBox } from '../platform/index.ts'
import { followLog, tryLog } from './follow-log.ts'
import type { RunConnector } from './runner.ts'
import { Trouble } from './trouble.ts'

/** How each kind of channel that a server has to run is run. */
export function createRunConnector(_box: SecretBox): RunConnector {
  return async ({ kind, settings }, running, signal) => {
    if (kind === 'queueLog') return followLog(running, QueueLogSettings.parse(settings), signal)
    throw new Trouble('unknownKind', `This version of Pult knows no channel of the kind ${kind}.`)
  }
}

/** Tries whether a channel would work; throws a Trouble that says why not. */
export async function tryOut(draft: ConnectorDraft): Promise<void> {
  if (draft.kind === 'queueLog') await tryLog(draft.settings.path)
}
