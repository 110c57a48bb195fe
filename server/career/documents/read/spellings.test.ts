import { expect, it } from 'vitest'

import { readResumeFile } from './read-resume-file.ts'

/** As the export of a job site is laid out; the person is made up. */
const siteExport = `Орлова Елена Ивановна
Женщина, 38 лет, родилась 5 мая 1988

+7 (900) 1234567 — предпочитаемый способ связи
elena@example.com
Проживает: Москва

Желаемая должность и зарплата
Руководитель контактного центра
Занятость: полная занятость

Опыт работы — 14 лет 3 месяца
Февраль 2018 —
настоящее время
8 лет 10 месяцев
Северный берег
Москва, www.bereg.example
Розничная торговля
• Интернет-магазин
Руководитель контактного центра
- Контроль качества
- Бюджет подразделения
Достижения:
- Снизила AHT на 12 % в 2018–2020
Март 2012 — Январь 2018
5 лет 11 месяцев
Линия связи
Тула
Старший оператор
Наставничество новичков.
Работа с претензиями в 2013–2015.

Образование
Высшее
2012 Государственный университет, Москва
Экономический факультет, Менеджмент

Повышение квалификации, курсы
2020 Прогноз нагрузки
Школа сервиса, WFM

Навыки
Знание языков   Русский — Родной
Английский — B2
Навыки   CRM    Jira    Управление персоналом
Обо мне
Думаю цифрами.
`

it.each([
  ['UTF-8', Buffer.from(siteExport)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${siteExport}`)],
  ['UTF-16', Buffer.from(`\uFEFF${siteExport}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(siteExport, 'utf16le')],
])('reads a job site’s export in %s', async (_, bytes) => {
  const { resume, leftOver } = await readResumeFile(bytes, 'resume.txt')
  expect(resume.contacts).toEqual({
    name: 'Орлова Елена Ивановна',
    city: 'Москва',
    phone: '+7 (900) 1234567',
    email: 'elena@example.com',
    link: '',
  })
  expect(resume.desiredPosition).toBe('Руководитель контактного центра')
  expect(resume.experience).toEqual([
    {
      company: 'Северный берег',
      companyAbout: 'Розничная торговля',
      site: 'www.bereg.example',
      city: 'Москва',
      position: 'Руководитель контактного центра',
      from: '2018-02',
      to: null,
      duties: ['Контроль качества', 'Бюджет подразделения'],
      results: [{ text: 'Снизила AHT на 12 % в 2018–2020', verifiedResultId: null }],
      projects: [],
    },
    {
      company: 'Линия связи',
      companyAbout: '',
      site: '',
      city: 'Тула',
      position: 'Старший оператор',
      from: '2012-03',
      to: '2018-01',
      duties: ['Наставничество новичков.', 'Работа с претензиями в 2013–2015.'],
      results: [],
      projects: [],
    },
  ])
  expect(resume.education).toEqual([
    {
      institution: 'Государственный университет, Москва',
      faculty: 'Экономический факультет',
      speciality: 'Менеджмент',
      year: 2012,
    },
  ])
  expect(resume.courses).toEqual([{ name: 'Прогноз нагрузки', organisation: 'Школа сервиса, WFM', year: 2020 }])
  expect(resume.languages).toEqual([
    { name: 'Русский', level: 'Родной' },
    { name: 'Английский', level: 'B2' },
  ])
  expect(resume.keySkills).toEqual(['CRM', 'Jira', 'Управление персоналом'])
  expect(resume.profile).toEqual(['Думаю цифрами.'])
  expect(leftOver).toEqual([
    'Женщина, 38 лет, родилась 5 мая 1988',
    'предпочитаемый способ связи',
    'Занятость: полная занятость',
    'Интернет-магазин',
    'Высшее',
  ])
})

it('reads Windows-1251, companies above their periods, capitals and skills in a line', async () => {
  // The Cyrillic letters of Windows-1251 lie 0x350 below those of Unicode.
  const text = `ЕЛЕНА ОРЛОВА
РУКОВОДИТЕЛЬ КОЛЛ-ЦЕНТРА
ОПЫТ РАБОТЫ
Акмэ - Москва
РУКОВОДИТЕЛЬ ОТДЕЛА CRM
с мая 2019 г. по настоящее время
1) Обучение
Бета Банк
СПЕЦИАЛИСТ
01.06.2014 - 30.04.2019
ОБРАЗОВАНИЕ
Университет связи, 2013
НАВЫКИ
CRM, Excel (сводные, VBA), SQL`
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
  const bytes = Buffer.from(codes.map((code) => (code > 0x4_00 ? code - 0x3_50 : code)))
  const { resume, leftOver, warnings } = await readResumeFile(bytes, 'РЕЗЮМЕ.TXT')
  expect(resume.contacts?.name).toBe('ЕЛЕНА ОРЛОВА')
  expect(
    resume.experience?.map(({ company, city, position, from, to, duties }) => [
      company,
      city,
      position,
      from,
      to,
      duties,
    ]),
  ).toEqual([
    ['Акмэ', 'Москва', 'Руководитель отдела CRM', '2019-05', null, ['Обучение']],
    ['Бета Банк', '', 'Специалист', '2014-06', '2019-04', []],
  ])
  expect(resume.keySkills).toEqual(['CRM', 'Excel (сводные, VBA)', 'SQL'])
  expect(leftOver).toEqual([])
  expect(warnings).toEqual([])
})

it('warns where experience has no periods, and where nothing has a heading', async () => {
  const warned = async (text: string): Promise<string[]> =>
    (await readResumeFile(Buffer.from(text), 'a.txt')).warnings.map(({ code }) => code)
  expect(await warned('Опыт работы\nБольшой')).toEqual(['jobsWithoutPeriods'])
  expect(await warned('Елена Орлова\nelena@example.com')).toEqual(['noSections'])
})
