const center = (centerId: number): string => `/c/${centerId}`

/** Every address of the web app is built here and nowhere else. */
export const paths = {
  home: () => '/',
  signIn: () => '/sign-in',
  welcome: () => '/welcome',
  reset: () => '/reset',
  security: () => '/security',
  newCenter: () => '/new-center',
  /** Of a screen that nobody is signed in at. */
  wall: (token: string) => `/wall/${token}`,

  center,
  today: (centerId: number) => `${center(centerId)}/today`,
  measures: (centerId: number) => `${center(centerId)}/measures`,
  reconcile: (centerId: number) => `${center(centerId)}/measures/reconcile`,
  measuresView: (centerId: number, viewId: number) => `${center(centerId)}/measures/views/${viewId}`,
  reportOfView: (centerId: number, viewId: number) => `${center(centerId)}/reports?ofView=${viewId}`,
  alerts: (centerId: number) => `${center(centerId)}/alerts`,
  alert: (centerId: number, alertId: number) => `${center(centerId)}/alerts?alert=${alertId}`,
  wallboards: (centerId: number) => `${center(centerId)}/wallboards`,
  wallboard: (centerId: number, wallboardId: number) => `${center(centerId)}/wallboards/${wallboardId}`,
  editWallboard: (centerId: number, wallboardId: number) => `${center(centerId)}/wallboards/${wallboardId}/edit`,
  alertRules: (centerId: number) => `${center(centerId)}/alerts?tab=rules`,
  contacts: (centerId: number) => `${center(centerId)}/contacts`,
  contact: (centerId: number, contactId: number | string) =>
    `${center(centerId)}/contacts/${encodeURIComponent(contactId)}`,
  lostCallers: (centerId: number) => `${center(centerId)}/lost-callers`,
  imports: (centerId: number) => `${center(centerId)}/imports`,
  newImport: (centerId: number) => `${center(centerId)}/imports/new`,
  import: (centerId: number, importId: number) => `${center(centerId)}/imports/${importId}`,

  forecast: (centerId: number) => `${center(centerId)}/forecast`,
  forecastAccuracy: (centerId: number) => `${center(centerId)}/forecast/accuracy`,
  staffing: (centerId: number) => `${center(centerId)}/staffing`,
  newRequirement: (centerId: number, forecastId: number) => `${center(centerId)}/staffing?from=${forecastId}`,
  myShifts: (centerId: number) => `${center(centerId)}/my-shifts`,
  fairness: (centerId: number) => `${center(centerId)}/schedule/fairness`,
  payHours: (centerId: number) => `${center(centerId)}/schedule/hours`,
  newRoster: (centerId: number, requirementId: number) => `${center(centerId)}/schedule?from=${requirementId}`,
  staffingSkills: (centerId: number) => `${center(centerId)}/staffing/skills`,

  settings: (centerId: number) => `${center(centerId)}/settings`,
  settingsOf: (centerId: number, page: SettingsPage) => `${center(centerId)}/settings/${page}`,
  agent: (centerId: number, agentId: number) => `${center(centerId)}/settings/agents/${agentId}`,
} as const

/** The pages below Settings. */
export type SettingsPage =
  | 'center'
  | 'queues'
  | 'opening-hours'
  | 'calendar'
  | 'targets'
  | 'definitions'
  | 'teams'
  | 'agents'
  | 'skills'
  | 'pause-reasons'
  | 'shift-templates'
  | 'members'
  | 'tokens'
  | 'audit'
