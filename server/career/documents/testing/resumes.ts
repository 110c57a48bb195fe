import type { Resume } from '@pult/engine/career'

/** A résumé with everything filled, made up. */
export const fullResume: Resume = {
  language: 'ru',
  position: 'head-of-contact-center',
  desiredPosition: 'Руководитель контактного центра',
  contacts: {
    name: 'Орлова Елена Ивановна',
    city: 'Нижний Новгород',
    phone: '+7 900 000-00-00',
    email: 'elena@example.com',
    link: 'linkedin.com/in/orlova',
  },
  profile: [
    'Руковожу контактными центрами восемь лет: розница, связь, банки; начинала оператором и знаю работу линии изнутри.',
    'Перевожу жалобы в изменения процессов и считаю, что они принесли.',
  ],
  keySkills: [
    'Планирование персонала (WFM)',
    'CRM',
    'Контроль качества',
    'Бюджетирование',
    'Обучение',
    'Управление персоналом',
    'Отчётность',
  ],
  experience: [
    {
      company: 'ООО «Северный берег»',
      companyAbout: 'Интернет-магазин товаров для дома',
      site: 'bereg.example',
      city: 'Москва',
      position: 'Руководитель контактного центра',
      from: '2018-02',
      to: null,
      duties: [
        'Расчёт численности по прогнозу нагрузки и целевому уровню обслуживания, защита этих расчётов перед дирекцией каждый квартал',
        'Графики смен с учётом норм труда',
      ],
      results: [
        { text: 'AHT: −12,4 %, 2026 к 2025', verifiedResultId: 'aht' },
        { text: 'Экономия 2 млн ₽ в год → на обучение', verifiedResultId: null },
      ],
      projects: ['Единое окно для звонков, чатов и писем'],
    },
    {
      company: 'Линия связи',
      companyAbout: 'Оператор связи',
      site: '',
      city: 'Тула',
      position: 'Старший оператор',
      from: '2012-02',
      to: '2018-01',
      duties: ['Наставничество новичков'],
      results: [],
      projects: [],
    },
  ],
  education: [
    { institution: 'Государственный университет', faculty: 'Экономический', speciality: 'Менеджмент', year: 2012 },
  ],
  courses: [
    { name: 'Прогноз нагрузки, основы', organisation: 'Школа сервиса', year: 2020 },
    { name: 'Переговоры', organisation: '', year: null },
  ],
  languages: [
    { name: 'Русский', level: 'родной' },
    { name: 'Английский', level: 'B2' },
  ],
  awards: [{ name: 'Лучший руководитель года', year: 2021 }],
  technicalSkills: ['Excel: сводные таблицы', 'SQL', 'Jira', 'Asterisk'],
  qualities: ['Прежде чем менять, измеряю', 'Выращиваю преемников'],
}

export const englishResume: Resume = {
  language: 'en',
  position: 'head-of-call-center',
  desiredPosition: 'Head of call centre',
  contacts: {
    name: 'Helen Orlova',
    city: 'Riga',
    phone: '+371 2000 0000',
    email: 'helen@example.com',
    link: 'https://example.com/helen',
  },
  profile: ['Eight years of leading teams in retail and telecom.'],
  keySkills: ['Workforce management', 'Quality control', 'Budgeting'],
  experience: [
    {
      company: 'North Shore',
      companyAbout: 'Online shop for the home',
      site: 'shore.example',
      city: 'Riga',
      position: 'Head of contact centre',
      from: '2019-05',
      to: null,
      duties: ['Working out headcount from the forecast'],
      results: [{ text: 'Service level kept at 80/20 for two years', verifiedResultId: null }],
      projects: ['One window for calls and mail'],
    },
    {
      company: 'Link Line',
      companyAbout: 'Regional telecom operator',
      site: 'link.example',
      city: 'Tartu',
      position: 'Senior agent',
      from: '2014',
      to: '2019',
      duties: ['Mentoring newcomers'],
      results: [],
      projects: [],
    },
  ],
  education: [
    { institution: 'State University', faculty: 'Faculty of Economics', speciality: 'Management', year: 2012 },
  ],
  courses: [{ name: 'Forecasting', organisation: 'School of Service', year: 2020 }],
  languages: [{ name: 'English', level: 'C1' }],
  awards: [{ name: 'Head of the year', year: 2021 }],
  technicalSkills: ['SQL', 'Jira'],
  qualities: ['I measure before I change'],
}
