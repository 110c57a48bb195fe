import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Name = z.string().trim().min(1).max(200)
const Version = z.number().int()
type Nothing = Record<string, never>

export const jurisdictions = ['RU', 'UA', 'KZ', 'EU', 'DE', 'US', 'US-CA'] as const
export const weekPatterns = ['fiveDay', 'sixDay', 'shifts'] as const
export const accountingMonths = [1, 3, 6, 12] as const

export const protectedGroups = [
  'pregnant',
  'womanWithChildUnder3',
  'parentOfChildUnder14',
  'singleParentOfChildUnder14',
  'guardianOfChildUnder14',
  'parentOfChildUnder14WhoseSpouseWorksRotationOrIsMobilised',
  'parentOf3PlusChildrenUntilYoungestIs14',
  'parentOfDisabledChild',
  'carerBySickNote',
  'disabled',
  'disabledGroup1or2',
  'harmful',
  'studying',
  'apprenticeUnderContract',
] as const
export const consentKinds = ['overtime', 'night', 'dayOff', 'holiday', 'longShift', 'mealWaiver'] as const

/** What is agreed about a person's working time; the same fields stand in a template. */
const terms = {
  /** A rule set of the law. */
  jurisdiction: z.enum(jurisdictions),
  /** Hours of a full week of her group: 40, or fewer where the law shortens the week. */
  weekHours: z.number().positive().max(60),
  /** 1 is full time, 0.5 half. */
  rate: z.number().positive().max(1.5),
  weekPattern: z.enum(weekPatterns),
  /** Months over which working time is summed: 1, 3, 6 or 12. */
  accountingMonths: z.union(accountingMonths.map((months) => z.literal(months))),
  /** Hired for night work, or shifts equalised by the employer's own rules: no shorter night shift. */
  isNightWorkEqualised: z.boolean(),
  /** Work on days off and holidays is part of a continuous operation's schedule. */
  isContinuousOperation: z.boolean(),
  isSideJob: z.boolean(),
  /** Longest shift she agreed to, and the shortest, in hours; null where nothing was agreed. */
  minShiftHours: z.number().positive().max(24).nullable(),
  maxShiftHours: z.number().positive().max(24).nullable(),
  /** Hours in a calendar week, at least and at most, beside what the norm of the period says; null where nothing was agreed. */
  minWeekHours: z.number().min(0).max(168).nullable(),
  maxWeekHours: z.number().positive().max(168).nullable(),
}

/** Money of an hour of work in the centre's currency; null where it is not known, or the caller may not see it. */
const costPerHour = z.number().min(0).max(1_000_000).nullable()

export const Agreement = z.object({
  agreementId: z.number().int(),
  agentId: z.number().int(),
  /** Days from and to which it holds, both included; null: until another begins. */
  from: LocalDate,
  to: LocalDate.nullable(),
  ...terms,
  costPerHour,
  /** The template it was made from. */
  templateId: z.number().int().nullable(),
  version: Version,
})
export type Agreement = z.infer<typeof Agreement>

export const AgreementDraft = z
  .object({ agentId: Id, from: LocalDate, to: LocalDate.nullable(), ...terms, costPerHour })
  .strict()
export type AgreementDraft = z.infer<typeof AgreementDraft>

export const AgreementChange = z
  .object({ from: LocalDate, to: LocalDate.nullable(), ...terms, costPerHour, version: Version })
  .strict()
export type AgreementChange = z.infer<typeof AgreementChange>

export const AgreementTemplate = z.object({
  templateId: z.number().int(),
  name: Name,
  ...terms,
  costPerHour,
  /** Agreements made from it that hold today. */
  agents: z.number().int(),
  version: Version,
})
export type AgreementTemplate = z.infer<typeof AgreementTemplate>

export const AgreementTemplateDraft = z.object({ name: Name, ...terms, costPerHour }).strict()
export type AgreementTemplateDraft = z.infer<typeof AgreementTemplateDraft>
export const AgreementTemplateChange = AgreementTemplateDraft.extend({ version: Version }).strict()
export type AgreementTemplateChange = z.infer<typeof AgreementTemplateChange>

const dated = { from: LocalDate, to: LocalDate.nullable() }

/** What the law asks to know of a person. Personal data: shown to those alone who keep personnel files. */
export const PersonalFacts = z.object({
  agentId: z.number().int(),
  bornOn: LocalDate.nullable(),
  /** Groups that the law protects, from a day on and until another, both included. */
  groups: z.array(z.object({ group: z.enum(protectedGroups), ...dated })).max(50),
  /** Written consents to work that is otherwise not allowed. */
  consents: z.array(z.object({ kind: z.enum(consentKinds), ...dated })).max(50),
  /** 0 before anything was told. */
  version: Version,
})
export type PersonalFacts = z.infer<typeof PersonalFacts>
export const PersonalFactsChange = PersonalFacts.omit({ agentId: true }).strict()
export type PersonalFactsChange = z.infer<typeof PersonalFactsChange>

const ApplyTemplate = z.object({ agentIds: z.array(Id).min(1).max(2000), from: LocalDate }).strict()
type ApplyTemplate = z.infer<typeof ApplyTemplate>
/** Agreements made; those that held before end on the day before. Whoever has a later one already keeps it, and is named. */
export const AppliedTemplate = z.object({
  made: z.number().int(),
  ended: z.number().int(),
  leftOut: z.array(z.object({ agentId: z.number().int(), name: z.string(), laterFrom: LocalDate })),
})
export type AppliedTemplate = z.infer<typeof AppliedTemplate>

const AgreementParams = CenterParams.extend({ agreementId: Id })
type AgreementParams = z.infer<typeof AgreementParams>
const TemplateParams = CenterParams.extend({ templateId: Id })
type TemplateParams = z.infer<typeof TemplateParams>
const AgentParams = CenterParams.extend({ agentId: Id })
type AgentParams = z.infer<typeof AgentParams>

interface AgreementRoutes {
  readonly listAgreements: Route<CenterParams, Nothing, Nothing, { readonly agreements: Agreement[] }>
  readonly createAgreement: Route<CenterParams, Nothing, AgreementDraft, { readonly agreementId: number }>
  readonly changeAgreement: Route<AgreementParams, Nothing, AgreementChange, Done>
  readonly deleteAgreement: Route<AgreementParams, Nothing, Nothing, Done>
  readonly listPersonalFacts: Route<CenterParams, Nothing, Nothing, { readonly people: PersonalFacts[] }>
  readonly setPersonalFacts: Route<AgentParams, Nothing, PersonalFactsChange, Done>
  readonly listAgreementTemplates: Route<CenterParams, Nothing, Nothing, { readonly templates: AgreementTemplate[] }>
  readonly createAgreementTemplate: Route<
    CenterParams,
    Nothing,
    AgreementTemplateDraft,
    { readonly templateId: number }
  >
  readonly changeAgreementTemplate: Route<TemplateParams, Nothing, AgreementTemplateChange, Done>
  readonly deleteAgreementTemplate: Route<TemplateParams, Nothing, Nothing, Done>
  readonly applyAgreementTemplate: Route<TemplateParams, Nothing, ApplyTemplate, AppliedTemplate>
}

/** What was agreed with agents about their working time. */
export const peopleAgreements: AgreementRoutes = {
  listAgreements: route('GET', '/centers/:centerId/agreements', {
    summary:
      'Work agreements of the agents the caller sees, past and future ones too. Pay is left out for those who keep no personnel files.',
    may: 'readAgreements',
    params: CenterParams,
    reply: z.object({ agreements: z.array(Agreement) }),
  }),
  createAgreement: route('POST', '/centers/:centerId/agreements', {
    summary:
      'Makes an agreement with an agent. The one that holds until now ends on the day before; days of a later one are refused.',
    may: 'editAgreements',
    params: CenterParams,
    body: AgreementDraft,
    reply: z.object({ agreementId: z.number().int() }),
  }),
  changeAgreement: route('PATCH', '/centers/:centerId/agreements/:agreementId', {
    summary: 'Changes an agreement: its terms or its days.',
    may: 'editAgreements',
    params: AgreementParams,
    body: AgreementChange,
    reply: Done,
  }),
  deleteAgreement: route('DELETE', '/centers/:centerId/agreements/:agreementId', {
    summary: 'Deletes an agreement that was made by mistake.',
    may: 'editAgreements',
    params: AgreementParams,
    reply: Done,
  }),
  listPersonalFacts: route('GET', '/centers/:centerId/personal-facts', {
    summary:
      'Birth dates, protected groups and written consents. Personal data; every reading leaves a line in the audit log.',
    may: 'readPersonalData',
    params: CenterParams,
    reply: z.object({ people: z.array(PersonalFacts) }),
  }),
  setPersonalFacts: route('PUT', '/centers/:centerId/agents/:agentId/personal-facts', {
    summary: 'Sets birth date, protected groups and written consents of an agent.',
    may: 'editAgreements',
    params: AgentParams,
    body: PersonalFactsChange,
    reply: Done,
  }),
  listAgreementTemplates: route('GET', '/centers/:centerId/agreement-templates', {
    summary: 'Templates of agreements.',
    may: 'readAgreements',
    params: CenterParams,
    reply: z.object({ templates: z.array(AgreementTemplate) }),
  }),
  createAgreementTemplate: route('POST', '/centers/:centerId/agreement-templates', {
    summary: 'Makes a template of agreements.',
    may: 'editAgreements',
    params: CenterParams,
    body: AgreementTemplateDraft,
    reply: z.object({ templateId: z.number().int() }),
  }),
  changeAgreementTemplate: route('PATCH', '/centers/:centerId/agreement-templates/:templateId', {
    summary: 'Changes a template; agreements made from it before stay as they are.',
    may: 'editAgreements',
    params: TemplateParams,
    body: AgreementTemplateChange,
    reply: Done,
  }),
  deleteAgreementTemplate: route('DELETE', '/centers/:centerId/agreement-templates/:templateId', {
    summary: 'Deletes a template; agreements made from it stay.',
    may: 'editAgreements',
    params: TemplateParams,
    reply: Done,
  }),
  applyAgreementTemplate: route('POST', '/centers/:centerId/agreement-templates/:templateId/apply', {
    summary: 'Makes the same agreement with many agents from a day on.',
    may: 'editAgreements',
    params: TemplateParams,
    body: ApplyTemplate,
    reply: AppliedTemplate,
  }),
}
