import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { printableResume, unfilledLines, type Resume, type ResumeJob, type ResumeLanguage } from '@pult/engine/career'

import { useText } from '../ui/language.tsx'
import { careerText } from './career-text.ts'
import classes from './career.module.css'

/** Headings are in the language of the résumé, whatever the page speaks. */
const headings = {
  ru: {
    profile: 'Профиль',
    keySkills: 'Ключевые навыки',
    experience: 'Опыт работы',
    duties: 'Обязанности',
    results: 'Результаты',
    projects: 'Проекты',
    education: 'Образование',
    courses: 'Курсы',
    languages: 'Языки',
    awards: 'Награды',
    technicalSkills: 'Технические навыки',
    qualities: 'Качества',
    now: 'по наст. время',
  },
  en: {
    profile: 'Profile',
    keySkills: 'Key skills',
    experience: 'Work experience',
    duties: 'Duties',
    results: 'Results',
    projects: 'Projects',
    education: 'Education',
    courses: 'Courses',
    languages: 'Languages',
    awards: 'Awards',
    technicalSkills: 'Technical skills',
    qualities: 'Personal qualities',
    now: 'present',
  },
} as const

/** The résumé as it will be printed. */
export function Preview({ resume: draft }: { readonly resume: Resume }) {
  const t = useText(careerText)
  const resume = printableResume(draft)
  const words = headings[resume.language]
  const { contacts, experience } = resume
  const waiting = unfilledLines(draft)
  return (
    <article className={classes['paper']} aria-label={t('preview')} lang={resume.language}>
      {waiting > 0 && <p className={`${classes['waiting']} no-print`}>{t('waitingLines', { count: waiting })}</p>}
      <h2>{contacts.name === '' ? t('yourName') : contacts.name}</h2>
      <p className={classes['wanted']}>{resume.desiredPosition}</p>
      <p>{[contacts.city, contacts.phone, contacts.email, contacts.link].filter(Boolean).join(' | ')}</p>
      <Part title={words.profile} when={resume.profile.length > 0}>
        {resume.profile.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Part>
      <Part title={words.keySkills} when={resume.keySkills.length > 0}>
        <Columns texts={resume.keySkills} />
      </Part>
      <Part title={words.experience} when={experience.length > 0}>
        {experience.map((job, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a job is its place
          <Job key={place} job={job} language={resume.language} />
        ))}
      </Part>
      <Part title={words.education} when={resume.education.length > 0}>
        {resume.education.map(({ institution, faculty, speciality, year }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- an entry is its place
          <p key={place}>
            {[faculty, speciality].filter(Boolean).join(' | ')}
            {faculty + speciality !== '' && <br />}
            <strong>{[institution, year].filter(Boolean).join(', ')}</strong>
          </p>
        ))}
      </Part>
      <Part title={words.courses} when={resume.courses.length > 0}>
        <Bullets
          texts={resume.courses.map(({ name, organisation, year }) =>
            [[name, organisation].filter(Boolean).join(' | '), year].filter(Boolean).join(', '),
          )}
        />
      </Part>
      <Part title={words.languages} when={resume.languages.length > 0}>
        <Bullets texts={resume.languages.map(({ name, level }) => [name, level].filter(Boolean).join(' — '))} />
      </Part>
      <Part title={words.awards} when={resume.awards.length > 0}>
        <Bullets texts={resume.awards.map(({ name, year }) => [name, year].filter(Boolean).join(', '))} />
      </Part>
      <Part title={words.technicalSkills} when={resume.technicalSkills.length > 0}>
        <Columns texts={resume.technicalSkills} />
      </Part>
      <Part title={words.qualities} when={resume.qualities.length > 0}>
        <Bullets texts={resume.qualities} />
      </Part>
    </article>
  )
}

interface PartProps {
  readonly title: string
  readonly when: boolean
  readonly children: ReactNode
}

function Part({ title, when, children }: PartProps) {
  if (!when) return null
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

interface JobProps {
  readonly job: ResumeJob
  readonly language: ResumeLanguage
}

function Job({ job, language }: JobProps) {
  const t = useText(careerText)
  const words = headings[language]
  const printed = (month: string): string => month.split('-').toReversed().join('/')
  const period = job.from === '' ? '' : `${printed(job.from)} – ${job.to === null ? words.now : printed(job.to)}`
  return (
    <div className={classes['job']}>
      <p>
        <strong>{job.company}</strong>
        <span>{period}</span>
      </p>
      <p className={classes['about']}>{[job.companyAbout, job.site, job.city].filter(Boolean).join(' | ')}</p>
      <p className={classes['jobPosition']}>{job.position}</p>
      {job.duties.length > 0 && (
        <>
          <h4>{words.duties}:</h4>
          <Bullets texts={job.duties} />
        </>
      )}
      {job.results.length > 0 && (
        <>
          <h4>{words.results}:</h4>
          <ul>
            {job.results.map(({ text, verifiedResultId }) => (
              <li key={text}>
                {text}
                {verifiedResultId !== null && (
                  <IconRosetteDiscountCheck
                    size={13}
                    role="img"
                    aria-label={t('verified')}
                    className={classes['mark']}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {job.projects.length > 0 && (
        <>
          <h4>{words.projects}:</h4>
          <Bullets texts={job.projects} />
        </>
      )}
    </div>
  )
}

function Bullets({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul>
      {texts.map((text, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same line may stand twice
        <li key={place}>{text}</li>
      ))}
    </ul>
  )
}

function Columns({ texts }: { readonly texts: readonly string[] }) {
  return (
    <div className={classes['columns']}>
      <Bullets texts={texts} />
    </div>
  )
}
