import { peopleAgreements } from '@pult/contract/people-agreements'

import type { Http } from '../platform/index.ts'
import { applyTemplate, changeTemplate, createTemplate, deleteTemplate, listTemplates } from './agreement-template.ts'
import { changeAgreement, createAgreement, deleteAgreement, listAgreements } from './agreement.ts'
import { listPersonalFacts, setPersonalFacts } from './personal-facts.ts'

const done = { done: true } as const

/** Serves what was agreed with agents. Pay and personal facts stay out of the audit log, which more people read. */
export function serveAgreements(http: Http): void {
  http.serve(peopleAgreements.listAgreements, async ({ caller, readCenter }) => ({
    agreements: await readCenter((tx) => listAgreements(tx, caller)),
  }))
  http.serve(peopleAgreements.createAgreement, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const agreementId = await createAgreement(tx, caller, body)
      const { costPerHour: _pay, ...detail } = body
      await audit(tx, { act: 'people.agreement.create', subject: `agreement ${agreementId}`, detail })
      return { agreementId }
    }),
  )
  http.serve(peopleAgreements.changeAgreement, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeAgreement(tx, caller, params.agreementId, body)
      const { costPerHour: _pay, ...detail } = body
      await audit(tx, { act: 'people.agreement.change', subject: `agreement ${params.agreementId}`, detail })
      return done
    }),
  )
  http.serve(peopleAgreements.deleteAgreement, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteAgreement(tx, caller.centerId, params.agreementId)
      await audit(tx, { act: 'people.agreement.delete', subject: `agreement ${params.agreementId}` })
      return done
    }),
  )
  servePersonalFacts(http)
  serveTemplates(http)
}

function servePersonalFacts(http: Http): void {
  http.serve(peopleAgreements.listPersonalFacts, async ({ caller, inCenter, audit }) =>
    inCenter(async (tx) => {
      const people = await listPersonalFacts(tx, caller)
      await audit(tx, {
        act: 'people.personalFacts.read',
        subject: 'personal facts',
        detail: { people: people.length },
      })
      return { people }
    }),
  )
  http.serve(peopleAgreements.setPersonalFacts, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await setPersonalFacts(tx, caller, params.agentId, body)
      await audit(tx, { act: 'people.personalFacts.set', subject: `agent ${params.agentId}` })
      return done
    }),
  )
}

function serveTemplates(http: Http): void {
  http.serve(peopleAgreements.listAgreementTemplates, async ({ caller, readCenter }) => ({
    templates: await readCenter((tx) => listTemplates(tx, caller)),
  }))
  http.serve(peopleAgreements.createAgreementTemplate, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const templateId = await createTemplate(tx, caller.centerId, body)
      const subject = `agreement template ${templateId}`
      await audit(tx, { act: 'people.agreementTemplate.create', subject, detail: { name: body.name } })
      return { templateId }
    }),
  )
  http.serve(peopleAgreements.changeAgreementTemplate, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeTemplate(tx, caller.centerId, params.templateId, body)
      const subject = `agreement template ${params.templateId}`
      await audit(tx, { act: 'people.agreementTemplate.change', subject, detail: { name: body.name } })
      return done
    }),
  )
  http.serve(peopleAgreements.deleteAgreementTemplate, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteTemplate(tx, caller.centerId, params.templateId)
      await audit(tx, { act: 'people.agreementTemplate.delete', subject: `agreement template ${params.templateId}` })
      return done
    }),
  )
  http.serve(peopleAgreements.applyAgreementTemplate, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const applied = await applyTemplate(tx, caller, params.templateId, body)
      const subject = `agreement template ${params.templateId}`
      const detail = { from: body.from, agents: body.agentIds, made: applied.made }
      await audit(tx, { act: 'people.agreementTemplate.apply', subject, detail })
      return applied
    }),
  )
}
