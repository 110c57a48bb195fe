import type { ResumeSection } from '@pult/engine/career'

/** A part of a résumé that a heading begins. `position`: the desired position follows; `other`: nothing a résumé of ours has. */
export type HeadedPart = ResumeSection | 'position' | 'other' | 'notes' | 'cover'
export type JobPart = 'duties' | 'results' | 'projects'

const headingTexts: Readonly<Record<HeadedPart, string>> = {
  cover: 'резюме, cv, resume, curriculum vitae, résumé',
  contacts:
    'контакты, контактная информация, контактные данные, личная информация, личные данные, персональные данные, contacts, contact, contact information, contact details, personal information, personal details',
  position:
    'желаемая должность, желаемая должность и зарплата, цель, должность, desired position, desired position and salary, objective, career objective, position',
  profile:
    'профиль, о себе, обо мне, общая информация, краткая информация, краткое описание, profile, summary, about, about me, professional summary, professional profile, career summary, executive summary',
  keySkills:
    'ключевые навыки, навыки, ключевые навыки и компетенции, профессиональные навыки, ключевые компетенции, профессиональные компетенции, компетенции, умения, умения и навыки, знания и навыки, skills, key skills, core skills, core competencies, key competencies, competencies, professional skills, areas of expertise, expertise',
  experience:
    'опыт работы, опыт, мой опыт, трудовая деятельность, профессиональный опыт, трудовой опыт, места работы, место работы, стаж, стаж работы, карьера, работа, work experience, experience, professional experience, employment, employment history, work history, career history, career',
  education:
    'образование, высшее образование, основное образование, базовое образование, образование и квалификация, education, academic background, education and training, education and qualifications',
  courses:
    'курсы, повышение квалификации, курсы повышения квалификации, повышение квалификации курсы, курсы и тренинги, тренинги, тренинги и курсы, дополнительное образование, сертификаты, электронные сертификаты, сертификаты и курсы, тесты экзамены, courses, trainings, training, certifications, certificates, courses and certificates, courses and trainings, professional development, additional education',
  languages:
    'языки, знание языков, знание иностранных языков, иностранные языки, владение языками, languages, language skills, foreign languages',
  awards:
    'награды, награды и достижения, достижения и награды, награды и премии, премии, awards, honors, honours, honors and awards, awards and honors, awards and achievements',
  technicalSkills:
    'технические навыки, компьютерные навыки, владение пк, программы, инструменты, технологии, программное обеспечение, technical skills, computer skills, it skills, tools, software, technologies',
  qualities:
    'качества, личные качества, личностные качества, деловые качества, персональные качества, деловые и личные качества, сильные стороны, qualities, personal qualities, personal skills, personal traits, soft skills, strengths',
  other:
    'дополнительная информация, дополнительно, дополнительные сведения, хобби, интересы, хобби и интересы, увлечения, рекомендации, портфолио, additional information, other, hobbies, interests, hobbies and interests, references, portfolio, опыт вождения, публикации, publications',
  notes: 'подтверждено данными, verified by data',
}

const jobTexts: Readonly<Record<JobPart, string>> = {
  duties:
    'обязанности, должностные обязанности, функциональные обязанности, основные обязанности, мои обязанности, функционал, задачи, основные задачи, зона ответственности, duties, responsibilities, key responsibilities, main responsibilities, main duties, job duties',
  results:
    'результаты, достижения, основные достижения, ключевые достижения, мои достижения, ключевые результаты, достижения и результаты, achievements, key achievements, main achievements, results, key results, accomplishments',
  projects:
    'проекты, реализованные проекты, ключевые проекты, основные проекты, projects, key projects, selected projects',
}

function tableOf<Part extends string>(texts: Readonly<Record<Part, string>>): ReadonlyMap<string, Part> {
  const parts = Object.keys(texts) as Part[]
  return new Map(parts.flatMap((part) => texts[part].split(', ').map((text) => [plain(text), part] as const)))
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\s-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const headings = tableOf(headingTexts)
const jobHeadings = tableOf(jobTexts)

export interface Heading<Part> {
  readonly part: Part
  /** What stands on the same line behind it: "Навыки: CRM, Jira". */
  readonly rest: string
}

/** The part that a line begins; undefined where it is no heading. */
export const headingOf = (text: string): Heading<HeadedPart> | undefined => find(headings, text)
export const jobHeadingOf = (text: string): Heading<JobPart> | undefined => find(jobHeadings, text)

const LONGEST_HEADING = 80
/** "Опыт работы — 14 лет 3 месяца", as a site's export counts it. */
const TOTAL = /\s*[—–:-]?\s*\d+\s*(?:год|лет|года|year|month|мес)[\p{L}\d\s.]*$/iu

function find<Part>(table: ReadonlyMap<string, Part>, text: string): Heading<Part> | undefined {
  const whole =
    text.length <= LONGEST_HEADING ? (table.get(plain(text)) ?? table.get(plain(text.replace(TOTAL, '')))) : undefined
  if (whole !== undefined) return { part: whole, rest: '' }
  const [, before = '', rest = ''] = /^([^:\t]{3,60})[:\t]\s*(.+)$/s.exec(text) ?? []
  const part = table.get(plain(before))
  return part === undefined ? undefined : { part, rest }
}
