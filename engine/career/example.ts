import { beginResume, emptyJob } from './begin.ts'
import type { Resume, ResumeLanguage, ResumeLine, ResumePosition } from './resume.ts'

const own = (text: string): ResumeLine => ({ text, verifiedResultId: null })

/** A résumé begun with made-up facts, to look at how one reads and to write one's own over it. */
export function exampleResume(language: ResumeLanguage, position: ResumePosition): Resume {
  return { ...beginResume(language, position), ...(language === 'ru' ? russian : english) }
}

/** Whether a résumé still has the example's address: until then its facts are taken for made up. */
export const isExample = ({ contacts: { email } }: Resume): boolean => email === EXAMPLE_EMAIL

const EXAMPLE_EMAIL = 'e.orlova@example.com'

type Facts = Omit<Resume, 'language' | 'position' | 'desiredPosition'>

const russian: Facts = {
  contacts: { name: 'Елена Орлова', city: 'Москва', phone: '+7 900 000-00-00', email: EXAMPLE_EMAIL, link: '' },
  profile: ['Опыт руководства — 8 лет, общий стаж — 14 лет.'],
  keySkills: [
    'Управление контактным центром',
    'Управление персоналом',
    'Планирование персонала (WFM)',
    'Контроль качества',
    'Управленческая отчётность',
    'Бюджетирование',
    'Обучение персонала',
    'Оптимизация бизнес-процессов',
  ],
  experience: [
    {
      ...emptyJob,
      company: 'Северный берег',
      companyAbout: 'Интернет-магазин товаров для дома',
      site: 'bereg.example',
      city: 'Москва',
      position: 'Руководитель контактного центра',
      from: '2018-02',
      duties: [
        'Расчёт численности по прогнозу нагрузки и целевому уровню обслуживания',
        'Графики смен с учётом норм труда, отпусков и пожеланий',
        'Калибровки оценщиков, чтобы одинаковые разговоры оценивались одинаково',
        'Бюджет подразделения: составление, защита, план и факт',
      ],
      results: [
        own('Внедрена система планирования смен и прогноза нагрузки'),
        own('Текучесть операторов: с ‹было› до ‹стало› % в год, ‹год› к ‹год›'),
      ],
      projects: ['Единое окно для звонков, чатов и писем'],
    },
    {
      ...emptyJob,
      company: 'Линия связи',
      companyAbout: 'Региональный оператор связи',
      city: 'Тула',
      position: 'Старший оператор',
      from: '2012-02',
      to: '2018-01',
      duties: ['Построение системы наставничества и оплата наставников'],
    },
  ],
  education: [
    { institution: 'Государственный университет', faculty: 'Экономический', speciality: 'Менеджмент', year: 2012 },
  ],
  courses: [{ name: 'Планирование персонала и прогноз нагрузки', organisation: 'Школа сервиса', year: 2020 }],
  languages: [
    { name: 'Русский', level: 'родной' },
    { name: 'Английский', level: 'B2' },
  ],
  awards: [{ name: 'Лучший руководитель года в компании', year: 2021 }],
  technicalSkills: ['CRM', 'Excel: сводные таблицы', 'SQL', 'Jira'],
  qualities: ['Думаю цифрами: прежде чем менять, измеряю', 'Выращиваю преемников'],
}

const english: Facts = {
  contacts: { name: 'Helen Orlova', city: 'Moscow', phone: '+7 900 000-00-00', email: EXAMPLE_EMAIL, link: '' },
  profile: ['8 years of leading teams, 14 years of work in all.'],
  keySkills: [
    'Contact centre management',
    'People management',
    'Workforce management (WFM)',
    'Quality control',
    'Management reporting',
    'Budgeting',
    'Staff training',
    'Business process improvement',
  ],
  experience: [
    {
      ...emptyJob,
      company: 'North Shore',
      companyAbout: 'Online shop for the home',
      site: 'shore.example',
      city: 'Moscow',
      position: 'Head of contact centre',
      from: '2018-02',
      duties: [
        'Working out headcount from the forecast and the service target',
        'Shift rosters that respect labour law, leave and wishes',
        'Calibrating reviewers so that like calls get like scores',
        'The unit’s budget: drawing up, defending, plan against actual',
      ],
      results: [
        own('Workforce planning and forecasting introduced'),
        own('Agents leaving: from ‹before› to ‹after› % a year, ‹year› to ‹year›'),
      ],
      projects: ['One window for calls, chats and mail'],
    },
    {
      ...emptyJob,
      company: 'Link Line',
      companyAbout: 'Regional telecom operator',
      city: 'Tula',
      position: 'Senior agent',
      from: '2012-02',
      to: '2018-01',
      duties: ['Building a mentoring scheme and paying mentors for it'],
    },
  ],
  education: [{ institution: 'State University', faculty: 'Economics', speciality: 'Management', year: 2012 }],
  courses: [{ name: 'Workforce planning and forecasting', organisation: 'School of Service', year: 2020 }],
  languages: [
    { name: 'Russian', level: 'native' },
    { name: 'English', level: 'B2' },
  ],
  awards: [{ name: 'Head of the year in the company', year: 2021 }],
  technicalSkills: ['CRM', 'Excel: pivot tables', 'SQL', 'Jira'],
  qualities: ['I measure before I change', 'I grow my successors'],
}
