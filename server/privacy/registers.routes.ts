import { privacyRegisters, type Removal } from '@pult/contract/privacy-registers'
import { dataKindWords } from '@pult/contract/privacy-words'
import { normalizeCustomer } from '@pult/engine/measures'
import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { correctCustomer, type Veil } from '../contacts/index.ts'
import { invalid, lockNames, tableFile, type Cell, type FileLanguage, type Platform } from '../platform/index.ts'
import { moveConsents } from './consent-store.ts'
import { erasePerson, type AccountPorts } from './erase-person.ts'
import { createHold, liftHold, listHolds } from './hold-store.ts'
import { listRemovals } from './removal-store.ts'
import { changeRequest, createRequest, listRequests, moveRequests } from './request-store.ts'

const done = { done: true } as const

interface RegisterPorts extends AccountPorts {
  readonly veil: Veil
  readonly deleteAccount: (userId: string) => Promise<void>
  readonly clock: () => number
}

/** Serves requests, holds, removals and the act of erasing. The audit log never tells which customer it was. */
export function serveRegisters({ http, live }: Platform, ports: RegisterPorts): void {
  serveErasing({ http, live }, ports)
  serveCorrecting({ http, live }, ports)
  serveRequests(http, ports)
  http.serve(privacyRegisters.listHolds, async ({ caller, readCenter: read }) => ({
    holds: await read((tx) => listHolds(tx, caller.centerId)),
  }))
  http.serve(privacyRegisters.createHold, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const holdId = await createHold(tx, caller, body)
      await audit(tx, { act: 'privacy.hold.create', subject: `hold ${holdId}`, detail: { of: body.subjectOf } })
      return { holdId }
    }),
  )
  http.serve(privacyRegisters.liftHold, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await liftHold(tx, caller, params.holdId)
      await audit(tx, { act: 'privacy.hold.lift', subject: `hold ${params.holdId}` })
      return done
    }),
  )
  http.serve(privacyRegisters.listRemovals, async ({ caller, readCenter: read }) => ({
    removals: await read((tx) => listRemovals(tx, caller.centerId)),
  }))
  http.serve(privacyRegisters.exportRemovals, async ({ caller, query, readCenter: read, inCenter, audit }) => {
    const removals = await read((tx) => listRemovals(tx, caller.centerId))
    await inCenter((tx) => audit(tx, { act: 'privacy.removal.export', subject: 'removals' }))
    return tableFile(actLines(removals, query.language), { name: 'pult-removals', ...query })
  })
}

function serveErasing({ http, live }: Pick<Platform, 'http' | 'live'>, ports: RegisterPorts): void {
  http.serve(privacyRegisters.erase, async ({ caller, body, inCenter, audit }) => {
    const { accountsToDelete, ...erased } = await inCenter(async (tx) => {
      const outcome = await erasePerson(tx, caller, ports.veil, ports, body, new Date(ports.clock()))
      await audit(tx, {
        act: 'privacy.person.erase',
        subject: body.of === 'agent' ? `agent ${body.agentId}` : outcome.called,
        detail: { removal: outcome.removalId, request: body.requestId },
      })
      for (const topic of ['contacts', 'settings', 'lostCallers'])
        await live.announce(tx, { centerId: caller.centerId, topic })
      return outcome
    })
    // Only once everything else holds: an account is of the whole installation.
    for (const userId of accountsToDelete) await ports.deleteAccount(userId)
    return erased
  })
}

function serveCorrecting({ http, live }: Pick<Platform, 'http' | 'live'>, { veil }: RegisterPorts): void {
  http.serve(privacyRegisters.correct, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const [key, into] = [normalizeCustomer(body.text), normalizeCustomer(body.into)]
      if (key === null || into === null)
        throw invalid('noCustomer', 'body: this is no number or address of a customer.', { at: 'body' })
      if (key === into)
        throw invalid('sameNumber', 'body.into: this is the number that stands there now.', { at: 'body.into' })
      await lockNames(tx, centerId)
      const rows = await correctCustomer(tx, veil, centerId, { key, into })
      // A hold under the wrong number would hold nothing any more.
      await moveRequests(tx, centerId, key, into)
      await moveConsents(tx, centerId, key, into)
      await audit(tx, { act: 'privacy.person.correct', subject: 'customer', detail: { reason: body.reason } })
      await live.announce(tx, { centerId, topic: 'contacts' })
      return { rows }
    }),
  )
}

function serveRequests(http: Platform['http'], { clock }: RegisterPorts): void {
  http.serve(privacyRegisters.listRequests, async ({ caller, readCenter: read }) => ({
    requests: await read((tx) => listRequests(tx, caller.centerId)),
  }))
  http.serve(privacyRegisters.createRequest, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const made = await createRequest(tx, caller, body)
      await audit(tx, {
        act: 'privacy.request.create',
        subject: `request ${made.requestId}`,
        detail: { kind: body.kind, due: made.dueOn },
      })
      return made
    }),
  )
  http.serve(privacyRegisters.changeRequest, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { timeZone } = await readCenter(tx, caller.centerId)
      await changeRequest(tx, caller, params.requestId, body, createZone(timeZone).localDate(clock()))
      await audit(tx, {
        act: 'privacy.request.change',
        subject: `request ${params.requestId}`,
        detail: { state: body.state, extended: body.isExtended },
      })
      return done
    }),
  )
}

const headings: Readonly<Record<FileLanguage, readonly string[]>> = {
  ru: ['Акт №', 'Когда (UTC)', 'Основание', 'О ком или о чём', 'Причина', 'Вид данных', 'Строк', 'Кто'],
  en: ['Act no.', 'When (UTC)', 'Cause', 'Whom or what', 'Reason', 'Kind of data', 'Rows', 'By whom'],
}
const causes: Readonly<Record<Removal['cause'], Readonly<Record<FileLanguage, string>>>> = {
  person: { ru: 'обращение или решение', en: 'request or decision' },
  retention: { ru: 'срок хранения', en: 'retention period' },
}

const actLines = (removals: readonly Removal[], language: FileLanguage): Cell[][] => [
  [...headings[language]],
  ...removals.flatMap(({ removalId, at, cause, subject, reason, counts, byName }) =>
    counts.map(({ kind, rows }): Cell[] => [
      removalId,
      at,
      causes[cause][language],
      subject,
      reason,
      dataKindWords[kind][language],
      rows,
      byName,
    ]),
  ),
]
