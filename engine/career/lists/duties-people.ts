import { pickList, type PickEntry } from '../pick-list.ts'

/** What is done for the team and for the running day. */
export const dutiesOfPeople: readonly PickEntry[] = pickList(
  'duty',
  `
Руководство группами операторов и супервайзерами: цели, поручения, обратная связь | Leading operators and supervisors: goals, assignments, feedback | c o
Руководство отделом по работе с клиентами на всех этапах отношений | Leading the customer department through every stage of the relationship | r
Подбор операторов: профиль должности, собеседования, пробные звонки | Hiring operators: job profile, interviews, trial calls | c o
Подбор менеджеров по работе с клиентами и их ввод в портфель | Hiring account managers and handing portfolios over to them | r
Закрытие потребности в людях к сезонным пикам | Filling vacancies ahead of seasonal peaks | c o retail ecommerce travel logistics
Адаптация новичков: программа первых недель, наставник, допуск на линию | Onboarding: a plan for the first weeks, a mentor, clearance for the line |
Построение системы наставничества и оплата наставников | Building a mentoring scheme and paying mentors for it |
Учебный план отдела и проверка знаний после изменений продукта | A training plan for the department and knowledge checks after product changes |
Тренинги по телефонному общению, продажам и трудным разговорам | Training in telephone manner, selling and difficult conversations | c o
Обучение сотрудников офисов и точек обслуживания единому стандарту общения | Training branch staff to one standard of service | r banking retail telecom
Развитие супервайзеров и кадровый резерв на руководящие роли | Developing supervisors and a bench for leading roles |
Индивидуальные планы развития по итогам прослушивания и показателей | Individual development plans from call reviews and figures |
Система мотивации: показатели, пороги, прозрачный расчёт премии | An incentive scheme: measures, thresholds, a bonus everybody can check |
Нематериальная мотивация: конкурсы, признание, игровые механики | Non-cash motivation: contests, recognition, game mechanics |
Ежегодная оценка сотрудников и пересмотр оплаты | Yearly appraisals and pay reviews |
Удержание людей: беседы при увольнении, причины ухода, меры | Keeping people: exit talks, reasons for leaving, measures taken |
Организация удалённой работы операторов в регионах | Running remote operators across regions | c o
Управление несколькими площадками в разных часовых поясах | Running several sites in different time zones | c o outsourcing banking telecom
Расчёт численности по прогнозу нагрузки и целевому уровню обслуживания | Working out headcount from the forecast and the service target | c o
Графики смен с учётом норм труда, отпусков и пожеланий | Shift rosters that respect labour law, leave and wishes | c o
Прогноз обращений по интервалам, дням и сезонам | Forecasting contacts by interval, day and season | c o
Управление сменой в течение дня: перераспределение операторов, перенос перерывов | Steering the running day: moving operators, shifting breaks | c o
Учёт рабочего времени, опозданий и соблюдения графика | Tracking working time, lateness and adherence | c o
Планирование загрузки менеджеров по портфелям и срокам обращений | Balancing account managers’ load by portfolio and deadlines | r
Круглосуточная работа линии и порядок действий при сбоях | A line that runs around the clock, and a plan for outages | c o
Постановка задач отделу и проверка их выполнения в срок | Setting tasks for the department and checking that they are done in time |
Утренние планёрки и разбор показателей прошедшего дня | Morning briefings and a review of yesterday’s figures | c o
Личные встречи с подчинёнными по целям и развитию | One-to-one talks about goals and development |
Разбор конфликтов внутри команды, поддержка рабочей атмосферы | Settling conflicts in the team and keeping a good climate |
Профилактика выгорания: ротация линий, паузы, поддержка после трудных разговоров | Preventing burn-out: rotating lines, pauses, support after hard calls | c o
Подготовка регистраторов и диспетчеров к приёму экстренных обращений | Preparing dispatchers to take urgent contacts | c o energy healthcare publicServices
Контроль допуска к персональным и банковским данным клиентов | Controlling access to customers’ personal and bank data | banking insurance healthcare
Участие в служебных проверках по обращениям клиентов | Taking part in internal inquiries that follow customers’ complaints | banking energy publicServices
Внутренние коммуникации отдела: новости, изменения, единая лента знаний | Internal news of the department: changes and one stream of knowledge |
Замещение директора по клиентскому сервису в его отсутствие | Standing in for the director of customer service | o r
Организация рабочих мест, гарнитур и доступов к началу смены | Workplaces, headsets and access ready before the shift begins | c o
Распределение входящих заявок между группами и исполнителями | Distributing incoming requests among groups and people |
Организация диспетчерской службы выезда бригад | Running the dispatch of field crews | c o energy support construction
`,
)
