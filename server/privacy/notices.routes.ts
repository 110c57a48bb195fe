import { privacyNotices } from '@pult/contract/privacy-notices'

import type { Http } from '../platform/index.ts'
import { createConsent, listConsents, withdrawConsent } from './consent-store.ts'
import { createNotice, listNotices, listTold, tellAgents } from './notice-store.ts'

const done = { done: true } as const

/** Serves what people were told and what customers agreed to. */
export function serveNotices(http: Http): void {
  http.serve(privacyNotices.listNotices, async ({ caller, readCenter }) => ({
    notices: await readCenter((tx) => listNotices(tx, caller.centerId)),
  }))
  http.serve(privacyNotices.createNotice, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const noticeId = await createNotice(tx, caller, body)
      await audit(tx, {
        act: 'privacy.notice.create',
        subject: `notice ${noticeId}`,
        detail: { audience: body.audience, name: body.name, version: body.version },
      })
      return { noticeId }
    }),
  )
  http.serve(privacyNotices.listTold, async ({ caller, params, readCenter }) => ({
    told: await readCenter((tx) => listTold(tx, caller.centerId, params.noticeId)),
  }))
  http.serve(privacyNotices.tell, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await tellAgents(tx, caller, params.noticeId, body)
      await audit(tx, {
        act: 'privacy.notice.tell',
        subject: `notice ${params.noticeId}`,
        detail: { agents: body.agentIds.length, on: body.toldOn },
      })
      return done
    }),
  )
  serveConsents(http)
}

function serveConsents(http: Http): void {
  http.serve(privacyNotices.listConsents, async ({ caller, readCenter }) => ({
    consents: await readCenter((tx) => listConsents(tx, caller.centerId)),
  }))
  http.serve(privacyNotices.createConsent, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const consentId = await createConsent(tx, caller, body)
      await audit(tx, { act: 'privacy.consent.create', subject: `consent ${consentId}`, detail: { kind: body.kind } })
      return { consentId }
    }),
  )
  http.serve(privacyNotices.withdrawConsent, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await withdrawConsent(tx, caller.centerId, params.consentId, body.withdrawnOn)
      await audit(tx, { act: 'privacy.consent.withdraw', subject: `consent ${params.consentId}` })
      return done
    }),
  )
}
