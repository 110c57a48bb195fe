import type { Resume, ResumeJob, ResumeLanguage, ResumePosition } from './resume.ts'

/** How the three positions are printed unless the person says otherwise. */
export const positionNames: Readonly<Record<ResumePosition, { readonly ru: string; readonly en: string }>> = {
  'head-of-call-center': { ru: 'Руководитель call-центра', en: 'Head of call centre' },
  'head-of-contact-center': { ru: 'Руководитель контактного центра', en: 'Head of contact centre' },
  'head-of-customer-relations': { ru: 'Руководитель отдела клиентских отношений', en: 'Head of customer relations' },
}

/** A résumé with nothing in it yet but what it is for. */
export function beginResume(language: ResumeLanguage, position: ResumePosition): Resume {
  return {
    language,
    position,
    desiredPosition: positionNames[position][language],
    contacts: { name: '', city: '', phone: '', email: '', link: '' },
    profile: [],
    keySkills: [],
    experience: [],
    education: [],
    courses: [],
    languages: [],
    awards: [],
    technicalSkills: [],
    qualities: [],
  }
}

/** A place of work with nothing in it yet. */
export const emptyJob: ResumeJob = {
  company: '',
  companyAbout: '',
  site: '',
  city: '',
  position: '',
  from: '',
  to: null,
  duties: [],
  results: [],
  projects: [],
}
