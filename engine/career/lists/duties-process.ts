import { pickList, type PickEntry } from '../pick-list.ts'

/** What is done for processes, channels and tools. */
export const dutiesOfProcess: readonly PickEntry[] = pickList(
  'duty',
  `
Описание процессов обслуживания «как есть» и «как должно быть» | Drawing service processes as they are and as they should be |
Регламенты, инструкции и положения подразделения | Rules, instructions and the charter of the unit |
Сценарии разговоров и шаблоны письменных ответов | Call scripts and templates for written replies | c o
Проверка сценариев на живых звонках и их правка по конверсии | Trying scripts on live calls and editing them by conversion | c o
База знаний: структура, владельцы статей, сроки пересмотра | A knowledge base: structure, owners of articles, review dates |
Единая классификация тематик обращений | One classification of contact reasons | c o
Сокращение передач клиента между подразделениями | Fewer hand-overs of a customer between units |
Порядок работы с нестандартными заявками и эскалациями | Rules for unusual requests and escalations |
Согласование порядка взаимодействия с продажами, складом, ИТ и финансами | Agreeing how to work with sales, warehouse, IT and finance |
Взаимодействие с продуктовыми командами: голос клиента в плане доработок | Working with product teams: the customer’s voice in the backlog | support ecommerce banking
Подготовка линии к запуску продуктов, тарифов и акций | Getting the line ready for new products, tariffs and campaigns | c o
Техническое задание на доработку CRM и телефонии, приёмка | Specifying changes to CRM and telephony, and accepting them |
Внедрение и развитие CRM: карточка клиента, история, права | Introducing and extending CRM: customer card, history, rights |
Маршрутизация по навыкам и приоритетам, настройка голосового меню | Routing by skill and priority, and the voice menu | c o
Переход от телефонии к единому окну всех каналов | Moving from telephony to one window for all channels | o
Запуск чата, мессенджеров и обращений из приложения | Opening chat, messengers and contact from the app | c o
Чат-бот и голосовой помощник: темы, обучение, доля решённых без оператора | Chat and voice bots: topics, training, share solved without an operator | c o
Личный кабинет и самообслуживание: что клиент делает сам | Account pages and self-service: what customers do themselves | o r
Обратный звонок вместо ожидания в очереди | Call-back in place of waiting in a queue | c o
Внедрение системы планирования персонала (WFM) | Introducing workforce management (WFM) | c o
Внедрение системы заявок (Service Desk) и каталога услуг | Introducing a service desk and a catalogue of services | support
Роботизация рутинных операций оператора | Automating operators’ routine steps | c o banking insurance
Перевод документооборота с клиентами в электронный вид | Moving paperwork with customers to electronic form | r manufacturing logistics
Обмен заказами и накладными в электронном виде (EDI) | Exchanging orders and waybills electronically (EDI) | r retail manufacturing logistics
Выбор поставщика платформы контакт-центра: критерии, тест, договор | Choosing a contact-centre platform: criteria, trial, contract | c o
Перенос линии на облачную платформу без остановки обслуживания | Moving the line to a cloud platform without stopping service | c o
Запись разговоров, сроки хранения и доступ к ним | Recording calls, how long they are kept and who hears them | c o
Соблюдение законодательства о персональных данных и рекламе | Keeping to the law on personal data and advertising |
Требования безопасности к рабочим местам и удалённому доступу | Security rules for workplaces and remote access | banking insurance
План непрерывности: резервная площадка, переключение каналов | Continuity: a stand-by site and switching channels | c o
Создание контакт-центра с нуля: площадка, люди, телефония, процессы | Building a contact centre from nothing: site, people, telephony, processes | c o
Открытие новой площадки и перенос части нагрузки | Opening a further site and moving load to it | c o
Запуск проектов заказчиков: требования, обучение, выход на показатели | Launching client projects: requirements, training, reaching the targets | outsourcing
Управление проектами развития сервиса: сроки, бюджет, критерии успеха | Running service projects: dates, budget, criteria of success |
Омниканальная история обращений: один клиент во всех каналах | One history across channels: the same customer everywhere | o r
Приём показаний, начислений и заявок без участия оператора | Meter readings, charges and requests without an operator | energy
Интеграция с медицинской системой: расписание врачей и напоминания | Joining the clinic’s system: doctors’ calendars and reminders | healthcare
Единая горячая линия для дилеров и сервисных центров | One hotline for dealers and service points | automotive manufacturing
Регламент работы с заявками жителей и сроками исполнения | Rules for residents’ requests and their deadlines | publicServices construction
Участие в закупках и приёмке систем обслуживания | Taking part in tenders and acceptance of service systems |
`,
)
