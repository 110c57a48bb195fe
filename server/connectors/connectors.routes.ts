import { randomBytes } from 'node:crypto'

import { connectors, type ConnectorDraft } from '@pult/contract/connectors'

import { conflict, RequestProblem, type Caller, type Platform, type SecretBox } from '../platform/index.ts'
import {
  changeConnector,
  createConnector,
  deleteConnector,
  keepSecret,
  listConnectors,
  readConnector,
} from './connector-store.ts'
import { readHealth } from './health.ts'
import { closedSecret, keptOrBrought, openSecret, type Secret } from './kept-secret.ts'
import { askToLook } from './look-times.ts'
import { MovedOn, readPlace } from './progress.ts'
import type { TakeLines } from './take-lines.ts'
import { StrangeHost, Trouble } from './trouble.ts'

const done = { done: true } as const

interface RoutePorts {
  readonly box: SecretBox
  readonly takeLines: TakeLines
  /** Tries a channel; throws a Trouble. */
  readonly tryOut: (draft: ConnectorDraft, secret: Secret) => Promise<void>
  readonly clock: () => number
}

/** Serves the channels: how they are, and how they are changed. */
export function serveConnectors({ http, live }: Platform, ports: RoutePorts): void {
  const { box, clock } = ports
  http.serve(connectors.listConnectors, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({ connectors: await listConnectors(tx, centerId) })),
  )
  http.serve(connectors.readHealth, ({ caller: { centerId }, params, query, readCenter }) =>
    readCenter((tx) => readHealth(tx, centerId, params.connectorId, { days: query.days, now: clock() })),
  )
  http.serve(connectors.createConnector, ({ caller, body: { draft }, inCenter, audit }) => {
    refuseMachine(caller, draft)
    const { centerId } = caller
    return inCenter(async (tx) => {
      const secret = draft.kind === 'webhook' ? newSecret() : null
      const closed = secret === null ? closedSecret(draft, box) : box.close({ password: secret })
      const connectorId = await createConnector(tx, centerId, draft, closed)
      await audit(tx, { act: 'connectors.connector.create', subject: `connector ${connectorId}`, detail: told(draft) })
      await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
      return { connectorId, secret }
    })
  })
  http.serve(connectors.changeConnector, ({ caller, params: { connectorId }, body, inCenter, audit }) => {
    refuseMachine(caller, body.draft)
    const { centerId } = caller
    return inCenter(async (tx) => {
      await changeConnector(tx, centerId, connectorId, box, body)
      const detail = told(body.draft)
      await audit(tx, { act: 'connectors.connector.change', subject: `connector ${connectorId}`, detail })
      await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
      return done
    })
  })
  http.serve(connectors.deleteConnector, ({ caller: { centerId }, params: { connectorId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { name } = await readConnector(tx, centerId, connectorId)
      await deleteConnector(tx, centerId, connectorId)
      await audit(tx, { act: 'connectors.connector.delete', subject: `connector ${connectorId}`, detail: { name } })
      await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
      return done
    }),
  )
  http.serve(connectors.testConnector, async ({ caller, body: { draft, connectorId }, readCenter }) => {
    refuseMachine(caller, draft)
    const { centerId } = caller
    const former = connectorId === undefined ? null : await readCenter((tx) => readConnector(tx, centerId, connectorId))
    try {
      const closed = former === null ? closedSecret(draft, box) : keptOrBrought(former, draft, box)
      await ports.tryOut(draft, closed === null ? {} : openSecret(box, closed))
      const said = { en: 'It works.', ru: 'Работает.' }
      return { ok: true, code: 'ok', words: said.en, said, hostKey: null }
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      const hostKey = error instanceof StrangeHost ? error.hostKey : null
      return { ok: false, code: error.code, words: error.message, said: error.said, hostKey }
    }
  })
  http.serve(connectors.lookNow, ({ caller: { centerId }, params: { connectorId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await askToLook(tx, centerId, connectorId)
      await audit(tx, { act: 'connectors.connector.look', subject: `connector ${connectorId}` })
      return done
    }),
  )
  http.serve(connectors.newSecret, ({ caller: { centerId }, params: { connectorId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { kind } = await readConnector(tx, centerId, connectorId)
      if (kind !== 'webhook') throw conflict('noWebhook', 'Only a webhook is signed with a secret of Pult’s.')
      const secret = newSecret()
      await keepSecret(tx, centerId, connectorId, box.close({ password: secret }))
      await audit(tx, { act: 'connectors.secret.change', subject: `connector ${connectorId}` })
      return { secret }
    }),
  )
  http.serve(connectors.readPosition, ({ caller: { centerId }, params: { connectorId }, inCenter }) =>
    inCenter(async (tx) => {
      await readConnector(tx, centerId, connectorId)
      const { position } = await readPlace(tx, { centerId, connectorId })
      return { position }
    }),
  )
  http.serve(connectors.sendLines, async ({ caller: { centerId }, params: { connectorId }, body, inCenter }) => {
    const connector = await inCenter((tx) => readConnector(tx, centerId, connectorId))
    if (connector.kind !== 'follow')
      throw conflict('noFollow', 'This channel does not take a log of another machine. Make one of the kind "follow".')
    if (!connector.isOn) throw conflict('channelOff', 'This channel is turned off.')
    try {
      await ports.takeLines(connector, null, body)
      return { taken: true, position: body.position }
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error
      const { position } = await inCenter((tx) => readPlace(tx, { centerId, connectorId }))
      return { taken: false, position }
    }
  })
}

const newSecret = (): string => `pult_${randomBytes(32).toString('base64url')}`

/** What the audit log tells of a channel: never a password. */
function told({ kind, name, source, isOn, settings }: ConnectorDraft): Readonly<Record<string, unknown>> {
  return { name, kind, source, isOn, ...settings }
}

/**
 * Files of the server's machine and the machines around it belong to whoever runs the installation: the administrator of one centre
 * must not look round there.
 */
function refuseMachine({ administersInstallation }: Caller, { kind }: ConnectorDraft): void {
  if (administersInstallation || kind === 'follow' || kind === 'stream' || kind === 'webhook') return
  throw new RequestProblem(
    403,
    'installationOnly',
    'Only an administrator of this installation may name a file, a folder or a machine. Use "pult follow", a stream or a webhook instead.',
  )
}
