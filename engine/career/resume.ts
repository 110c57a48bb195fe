/** The three positions a résumé is written for: head of a call centre, of a contact centre, of customer relations. */
export const resumePositions = ['head-of-call-center', 'head-of-contact-center', 'head-of-customer-relations'] as const
export type ResumePosition = (typeof resumePositions)[number]

export const resumeLanguages = ['ru', 'en'] as const
export type ResumeLanguage = (typeof resumeLanguages)[number]

/** A year and month, `YYYY-MM`; a year alone, `YYYY`, where the month is not known. */
export type ResumeMonth = string

/** How a person is reached. Every field may stay empty; an empty one is not printed. */
export interface ResumeContacts {
  readonly name: string
  readonly city: string
  readonly phone: string
  readonly email: string
  /** A page about the person: LinkedIn, hh.ru, a site. */
  readonly link: string
}

/**
 * One thing done, as it is printed. A line whose figure comes from the centre's own data names the record that
 * proves it; a line in the person's own words has none.
 */
export interface ResumeLine {
  readonly text: string
  /** The verified result it repeats, or null for own words. */
  readonly verifiedResultId: string | null
}

/** One place of work. */
export interface ResumeJob {
  readonly company: string
  /** What the company does, in a phrase. */
  readonly companyAbout: string
  readonly site: string
  readonly city: string
  readonly position: string
  readonly from: ResumeMonth
  /** Null while she still works there. */
  readonly to: ResumeMonth | null
  readonly duties: readonly string[]
  readonly results: readonly ResumeLine[]
  readonly projects: readonly string[]
}

export interface ResumeEducation {
  readonly institution: string
  readonly faculty: string
  readonly speciality: string
  /** Year of graduation; null where not stated. */
  readonly year: number | null
}

export interface ResumeCourse {
  readonly name: string
  readonly organisation: string
  readonly year: number | null
}

export interface ResumeSpokenLanguage {
  readonly name: string
  /** In the person's words: "родной", "C1". */
  readonly level: string
}

export interface ResumeAward {
  readonly name: string
  readonly year: number | null
}

/**
 * A résumé as plain data, in the order in which its sections are printed. Nothing in it is about layout: Word, PDF
 * and Markdown are made from the same value, and reading such a file gives such a value back.
 */
export interface Resume {
  readonly language: ResumeLanguage
  readonly position: ResumePosition
  /** The position as printed; own wording is possible. */
  readonly desiredPosition: string
  readonly contacts: ResumeContacts
  /** Paragraphs. */
  readonly profile: readonly string[]
  readonly keySkills: readonly string[]
  /** Latest first. */
  readonly experience: readonly ResumeJob[]
  readonly education: readonly ResumeEducation[]
  readonly courses: readonly ResumeCourse[]
  readonly languages: readonly ResumeSpokenLanguage[]
  readonly awards: readonly ResumeAward[]
  readonly technicalSkills: readonly string[]
  readonly qualities: readonly string[]
}

/** The names of the printed sections, in print order. */
export const resumeSections = [
  'contacts',
  'profile',
  'keySkills',
  'experience',
  'education',
  'courses',
  'languages',
  'awards',
  'technicalSkills',
  'qualities',
] as const
export type ResumeSection = (typeof resumeSections)[number]
