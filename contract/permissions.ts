/** Who a person is in a centre. */
export const roles = ['administrator', 'head', 'planner', 'supervisor', 'analyst', 'hr', 'agent'] as const
export type Role = (typeof roles)[number]

/**
 * What can be done in a centre. One word a door; the sentence beside it is shown where roles are explained.
 */
export const permissions = [
  'readMeasures',
  'exportMeasures',
  'readContacts',
  'seeCustomers',
  'workLostCallers',
  'importContacts',
  'writeContacts',
  'writeNotes',
  'saveViews',
  'reconcile',
  'editDefinitions',
  'readWallboards',
  'editWallboards',
  'readSettings',
  'editCenter',
  'editTargets',
  'readForecast',
  'editForecast',
  'readStaffing',
  'editStaffing',
  'readSimulation',
  'editSimulation',
  'readSchedule',
  'readRosters',
  'editSchedule',
  'publishSchedule',
  'editLaborRules',
  'readAgreements',
  'readPersonalData',
  'editAgreements',
  'editAbsences',
  'editWishes',
  'editPeople',
  'readMarket',
  'editMarket',
  'writeResume',
  'readAlerts',
  'answerAlerts',
  'editAlerts',
  'readReports',
  'editReports',
  'manageAccess',
  'readAudit',
  'managePersonalData',
  'administer',
] as const
export type Permission = (typeof permissions)[number]

/** How far a person sees: the whole centre, own teams, or only herself. */
export type Reach = 'center' | 'teams' | 'self'

export interface RoleRights {
  readonly reach: Reach
  readonly may: readonly Permission[]
}

const everything = permissions

/** The one table of rights. A supervisor sees own teams, an agent only herself. */
export const rightsByRole: Readonly<Record<Role, RoleRights>> = {
  administrator: { reach: 'center', may: everything },
  head: { reach: 'center', may: everything.filter((permission) => permission !== 'administer') },
  planner: {
    reach: 'center',
    may: [
      'readMeasures',
      'exportMeasures',
      'readContacts',
      'importContacts',
      'writeContacts',
      'writeNotes',
      'saveViews',
      'reconcile',
      'readWallboards',
      'readSettings',
      'editTargets',
      'readForecast',
      'editForecast',
      'readStaffing',
      'editStaffing',
      'readSimulation',
      'editSimulation',
      'readSchedule',
      'readRosters',
      'editSchedule',
      'publishSchedule',
      'readAgreements',
      'editAbsences',
      'editWishes',
      'writeResume',
      'readAlerts',
      'answerAlerts',
      'editAlerts',
      'readReports',
      'editReports',
    ],
  },
  supervisor: {
    reach: 'teams',
    may: [
      'readMeasures',
      'exportMeasures',
      'readContacts',
      'seeCustomers',
      'workLostCallers',
      'writeNotes',
      'saveViews',
      'readWallboards',
      'readSettings',
      'readForecast',
      'readStaffing',
      'readSimulation',
      'readSchedule',
      'readRosters',
      'editWishes',
      'writeResume',
      'readAlerts',
      'answerAlerts',
    ],
  },
  analyst: {
    reach: 'center',
    may: [
      'readMeasures',
      'exportMeasures',
      'readContacts',
      'seeCustomers',
      'writeNotes',
      'saveViews',
      'reconcile',
      'readWallboards',
      'readSettings',
      'readForecast',
      'readStaffing',
      'readSimulation',
      'readSchedule',
      'readRosters',
      'readMarket',
      'writeResume',
      'readAlerts',
      'readReports',
    ],
  },
  hr: {
    reach: 'center',
    may: [
      'readMeasures',
      'readSettings',
      'editPeople',
      'readSchedule',
      'readRosters',
      'editLaborRules',
      'readAgreements',
      'readPersonalData',
      'editAgreements',
      'editAbsences',
      'readMarket',
      'editMarket',
      'writeResume',
    ],
  },
  agent: {
    reach: 'self',
    may: ['readMeasures', 'readContacts', 'readSettings', 'readSchedule', 'editWishes', 'writeResume'],
  },
}

/** Whether the role may do it. */
export function roleMay(role: Role, permission: Permission): boolean {
  return rightsByRole[role].may.includes(permission)
}

/** A role, and where somebody may less than it: only these acts. */
export interface Rights {
  readonly role: Role
  readonly only: readonly Permission[] | null
}

/** Whether whoever has these rights may do it. */
export function rightsMay({ role, only }: Rights, permission: Permission): boolean {
  return roleMay(role, permission) && (only === null || only.includes(permission))
}
