import type { Permission, Reach } from './permissions.ts'

/** Where a permission belongs, in the order in which people read about them. */
export const permissionRooms = [
  'measures',
  'contacts',
  'center',
  'forecast',
  'staffing',
  'simulation',
  'schedule',
  'people',
  'market',
  'career',
  'alerts',
  'reports',
  'access',
] as const
export type PermissionRoom = (typeof permissionRooms)[number]

interface Words {
  readonly room: PermissionRoom
  readonly ru: string
  readonly en: string
}

/** What each permission opens, as people say it. */
export const permissionWords: Readonly<Record<Permission, Words>> = {
  readMeasures: { room: 'measures', ru: 'Смотреть показатели и «Сегодня»', en: 'See measures and Today' },
  exportMeasures: { room: 'measures', ru: 'Выгружать показатели', en: 'Export measures' },
  writeNotes: { room: 'measures', ru: 'Писать примечания', en: 'Write notes' },
  saveViews: { room: 'measures', ru: 'Сохранять виды', en: 'Save views' },
  reconcile: { room: 'measures', ru: 'Сверять со старыми отчётами', en: 'Reconcile old reports' },
  editDefinitions: { room: 'measures', ru: 'Менять определения показателей', en: 'Change definitions of measures' },
  readWallboards: { room: 'measures', ru: 'Смотреть табло', en: 'See wallboards' },
  editWallboards: {
    room: 'measures',
    ru: 'Менять табло и давать на них ссылки',
    en: 'Change wallboards and give links to them',
  },
  readContacts: { room: 'contacts', ru: 'Смотреть контакты', en: 'See contacts' },
  seeCustomers: { room: 'contacts', ru: 'Видеть номера клиентов целиком', en: 'See customers’ numbers whole' },
  workLostCallers: { room: 'contacts', ru: 'Разбирать потерянные звонки', en: 'Work through lost callers' },
  importContacts: {
    room: 'contacts',
    ru: 'Загружать историю и отменять загрузки',
    en: 'Import history and undo imports',
  },
  writeContacts: { room: 'contacts', ru: 'Присылать контакты программой', en: 'Send contacts by a program' },
  readSettings: { room: 'center', ru: 'Смотреть настройки центра', en: 'See the centre’s settings' },
  editCenter: {
    room: 'center',
    ru: 'Менять центр, очереди, часы работы',
    en: 'Change the centre, queues, opening hours',
  },
  editTargets: { room: 'center', ru: 'Ставить цели', en: 'Set targets' },
  readForecast: { room: 'forecast', ru: 'Смотреть прогноз', en: 'See forecasts' },
  editForecast: { room: 'forecast', ru: 'Делать и публиковать прогноз', en: 'Make and publish forecasts' },
  readStaffing: { room: 'staffing', ru: 'Смотреть потребность', en: 'See requirements' },
  editStaffing: { room: 'staffing', ru: 'Считать и публиковать потребность', en: 'Count and publish requirements' },
  readSimulation: { room: 'simulation', ru: 'Смотреть «Что если»', en: 'See what-ifs' },
  editSimulation: { room: 'simulation', ru: 'Считать «Что если»', en: 'Run what-ifs' },
  readSchedule: { room: 'schedule', ru: 'Смотреть опубликованный график', en: 'See the published schedule' },
  readRosters: { room: 'schedule', ru: 'Смотреть черновики графиков', en: 'See draft rosters' },
  editSchedule: { room: 'schedule', ru: 'Составлять и править графики', en: 'Make and change rosters' },
  publishSchedule: { room: 'schedule', ru: 'Публиковать графики', en: 'Publish rosters' },
  editLaborRules: {
    room: 'schedule',
    ru: 'Менять пределы закона и правила центра',
    en: 'Change limits of the law and own rules',
  },
  editWishes: { room: 'schedule', ru: 'Записывать пожелания', en: 'Write down wishes' },
  editPeople: { room: 'people', ru: 'Менять операторов, группы, навыки', en: 'Change agents, teams, skills' },
  readAgreements: { room: 'people', ru: 'Смотреть условия работы', en: 'See work agreements' },
  readPersonalData: { room: 'people', ru: 'Видеть личные сведения сотрудников', en: 'See personal facts of staff' },
  editAgreements: { room: 'people', ru: 'Менять условия работы', en: 'Change work agreements' },
  editAbsences: { room: 'people', ru: 'Записывать отпуска и отсутствия', en: 'Write down leave and absence' },
  readMarket: { room: 'market', ru: 'Смотреть рынок труда', en: 'See the labour market' },
  editMarket: {
    room: 'market',
    ru: 'Обновлять рынок и вести справочники',
    en: 'Refresh the market and keep its lists',
  },
  writeResume: { room: 'career', ru: 'Вести собственное резюме', en: 'Write one’s own résumé' },
  readAlerts: { room: 'alerts', ru: 'Видеть тревоги', en: 'See alerts' },
  answerAlerts: { room: 'alerts', ru: 'Отвечать на тревоги', en: 'Answer alerts' },
  editAlerts: { room: 'alerts', ru: 'Менять правила тревог', en: 'Change rules of alerts' },
  readReports: { room: 'reports', ru: 'Читать отчёты руководству', en: 'Read reports to management' },
  editReports: { room: 'reports', ru: 'Заводить и отправлять отчёты', en: 'Set up and send reports' },
  manageAccess: { room: 'access', ru: 'Приглашать людей и давать роли', en: 'Invite people and give roles' },
  readAudit: { room: 'access', ru: 'Читать журнал действий', en: 'Read the audit log' },
  managePersonalData: {
    room: 'access',
    ru: 'Находить, выдавать и удалять персональные данные',
    en: 'Find, give out and remove personal data',
  },
  administer: {
    room: 'access',
    ru: 'Управлять центром: токены, отправка, второй фактор',
    en: 'Administer: tokens, sending, second factor',
  },
}

export const roomWords: Readonly<Record<PermissionRoom, { readonly ru: string; readonly en: string }>> = {
  measures: { ru: 'Показатели', en: 'Measures' },
  contacts: { ru: 'Контакты', en: 'Contacts' },
  center: { ru: 'Центр', en: 'Centre' },
  forecast: { ru: 'Прогноз', en: 'Forecast' },
  staffing: { ru: 'Численность', en: 'Staffing' },
  simulation: { ru: 'Что если', en: 'What-if' },
  schedule: { ru: 'График', en: 'Schedule' },
  people: { ru: 'Люди', en: 'People' },
  market: { ru: 'Рынок труда', en: 'Labour market' },
  career: { ru: 'Резюме', en: 'Résumé' },
  alerts: { ru: 'Тревоги', en: 'Alerts' },
  reports: { ru: 'Отчёты', en: 'Reports' },
  access: { ru: 'Доступ', en: 'Access' },
}

export const reachWords: Readonly<Record<Reach, { readonly ru: string; readonly en: string }>> = {
  center: { ru: 'весь центр', en: 'the whole centre' },
  teams: { ru: 'свои группы', en: 'own teams' },
  self: { ru: 'только себя', en: 'only herself' },
}

export const permissionsOf = (room: PermissionRoom): Permission[] =>
  (Object.keys(permissionWords) as Permission[]).filter((permission) => permissionWords[permission].room === room)
