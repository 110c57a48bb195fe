import { pickList, type PickEntry } from '../pick-list.ts'

/** Key skills: the words by which recruiters look for people. Names, not sentences. */
export const keySkills: readonly PickEntry[] = pickList(
  'keySkill',
  `
Управление контактным центром | Contact centre management | o
Управление колл-центром | Call centre management | c
Управление персоналом | People management |
Управление командой | Team management |
Управление отношениями с клиентами | Customer relationship management | r
Клиентский сервис | Customer service |
Управление клиентским опытом (CX) | Customer experience management (CX) | o r
Управление проектами | Project management |
Управление изменениями | Change management |
Управление качеством обслуживания | Service quality management |
Контроль качества | Quality control |
Мониторинг разговоров | Call monitoring | c o
Планирование персонала (WFM) | Workforce management (WFM) | c o
Прогнозирование нагрузки | Load forecasting | c o
Составление графиков смен | Shift scheduling | c o
Управление в течение дня | Intraday management | c o
Аналитика контактного центра | Contact centre analytics | c o
Управленческая отчётность | Management reporting |
Ведение отчётности | Reporting |
Анализ данных | Data analysis |
Бюджетирование | Budgeting |
Оптимизация бизнес-процессов | Business process improvement |
Описание процессов (BPMN) | Process modelling (BPMN) |
Автоматизация процессов | Process automation |
Электронный документооборот | Electronic document exchange |
Разработка KPI | KPI design |
Разработка регламентов | Writing procedures |
Разработка инструкций | Writing instructions |
Разработка скриптов | Script writing | c o
База знаний | Knowledge management | c o
Контроль SLA | SLA management |
Service Desk | | support
ITIL | | support
Техническая поддержка | Technical support | support telecom
Анализ инцидентов | Incident analysis | support
Подбор персонала | Recruiting |
Адаптация персонала | Onboarding |
Обучение персонала | Staff training |
Развитие персонала | Staff development |
Оценка персонала | Staff appraisal |
Мотивация персонала | Staff motivation |
Наставничество | Mentoring |
Проведение тренингов | Running trainings |
Управление удалённой командой | Leading remote teams |
Управление несколькими площадками | Multi-site management | c o
Управление подрядчиками | Vendor management |
Создание контакт-центра с нуля | Building a contact centre from nothing | c o
Запуск проектов заказчиков | Client project launch | outsourcing
Работа с жалобами | Complaint handling |
Претензионная работа | Claims handling | r
Работа с рекламациями | Warranty claims | r
Решение конфликтных ситуаций | Conflict resolution |
Работа с возражениями | Objection handling |
Ведение переговоров | Negotiation |
Телефонные переговоры | Telephone negotiation | c
Деловая переписка | Business correspondence |
Грамотная речь | Well-spoken |
Публичные выступления | Public speaking |
Проведение презентаций | Presentations |
Кросс-функциональное взаимодействие | Cross-functional work |
Работа с ключевыми клиентами | Key account management | r
Работа с VIP-клиентами | VIP service | r
Сопровождение корпоративных клиентов | Corporate customer support | r
Выявление потребностей клиентов | Needs analysis |
Удержание клиентов | Customer retention | r
Программы лояльности | Loyalty programmes | r
Опросы клиентов (NPS, CSAT, CES) | Customer surveys (NPS, CSAT, CES) |
Входящие звонки | Inbound calls | c
Исходящие кампании | Outbound campaigns | c o
Дополнительные продажи | Up-selling |
Управление воронкой продаж | Sales funnel management | r
Обработка заказов | Order processing | retail ecommerce manufacturing
Управление дебиторской задолженностью | Receivables management | r
E-commerce | | ecommerce retail
Омниканальность | Omnichannel service | o
Чат-боты и голосовые помощники | Chat and voice bots | c o
Речевая аналитика | Speech analytics | c o
Тайный покупатель | Mystery shopping | r
`,
)

/** Programs and methods: names. */
export const technicalSkills: readonly PickEntry[] = pickList(
  'technicalSkill',
  `
CRM | |
1С | 1C |
Битрикс24 | Bitrix24 |
amoCRM | |
Microsoft Dynamics | |
Salesforce | |
Siebel | | banking telecom
SAP | | manufacturing
Oracle | |
ELMA | |
Naumen Contact Center | | c o
Genesys | | c o
Avaya | | c o
Cisco UCCX | | c o
Asterisk | | c o
Infinity X | | c o
MANGO OFFICE | | c o
Oktell | | c o
Verint | | c o
NICE | | c o
Zendesk | |
Usedesk | |
Omnidesk | |
Jira | |
Jira Service Management | | support
Confluence | |
Trello | |
Miro | |
Excel: сводные таблицы | Excel: pivot tables |
Power BI | |
SQL | |
Python | |
Microsoft Project | |
Microsoft Visio | |
PowerPoint | |
Outlook | |
Agile | |
Scrum | |
Kanban | |
Waterfall | |
PMBOK | |
PRINCE2 | |
BPMN | |
Lean | |
Six Sigma | |
COPC | | c o
КонсультантПлюс | ConsultantPlus |
СБИС | SBIS | r
Инкотермс | Incoterms | logistics manufacturing
AutoCAD | | construction
`,
)
