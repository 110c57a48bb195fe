import { pickList, type PickEntry } from '../pick-list.ts'

export const projects: readonly PickEntry[] = pickList(
  'project',
  `
Внедрение CRM: единая карточка клиента для всех каналов | CRM: one customer card for every channel |
Внедрение WFM: прогноз, графики, управление днём | WFM: forecast, rosters, the running day | c o
Перенос контакт-центра в облако | Moving the contact centre to the cloud | c o
Запуск чат-бота на частых вопросах | A chat bot for frequent questions | c o
Голосовой помощник на входящей линии | A voice assistant on the inbound line | c o
Речевая аналитика всех разговоров | Speech analytics of every call | c o
Единое окно для звонков, чатов и писем | One window for calls, chats and mail | o
Личный кабинет и портал самообслуживания | Account pages and a self-service portal | o r
Портал заказов для оптовых клиентов | An ordering portal for wholesale customers | r manufacturing
Электронный обмен документами с торговыми сетями | Electronic exchange with retail chains | r retail manufacturing
Электронный обмен данными с поставщиками | Electronic data exchange with suppliers | r logistics manufacturing
Стандарты обслуживания и их внедрение в офисах | Service standards and their introduction in branches | r
Система работы с жалобами и первопричинами | A system for complaints and root causes |
Измерение удовлетворённости во всех каналах | Measuring satisfaction in every channel |
Двусторонняя обратная связь: отзыв — решение — ответ клиенту | Closing the loop: feedback, remedy, reply to the customer |
Программа удержания клиентов | A customer retention programme | r
Программа лояльности | A loyalty programme | r retail banking travel
Новый порядок работы с задолженностью | A new procedure for receivables | r
Учебный портал и аттестация сотрудников | A learning portal and certification |
Открытие площадки в регионе | Opening a regional site | c o
Перевод операторов на удалённую работу | Moving agents to remote work | c o
Электронная очередь в офисах обслуживания | Electronic queueing in branches | banking publicServices telecom
Планирование продаж и операций (S&OP) | Sales and operations planning (S&OP) | r manufacturing
Отслеживание отклонений по запасам, срокам и сервису | Watching deviations of stock, dates and service | r logistics manufacturing
Переход на новую учётную систему со стороны сервиса | The service side of a new ERP | manufacturing
Роботизация рутинных операций | Robotic automation of routine work | banking insurance
`,
)

export const awards: readonly PickEntry[] = pickList(
  'award',
  `
Лучший руководитель года в компании | Head of the year in the company |
Победа в отраслевом конкурсе контакт-центров | First place in a contact-centre contest | c o
Премия за качество клиентского сервиса | A prize for customer service |
Благодарность за вклад в развитие компании | Thanks for a contribution to the company |
Награда за улучшение показателей контакт-центра | An award for better contact-centre figures | c o
Лучший проект автоматизации | Best automation project |
Сертификат внешнего аудита по стандарту обслуживания | Certified by an outside audit of service |
`,
)

export const courses: readonly PickEntry[] = pickList(
  'course',
  `
Управление контактным центром | Contact centre management | c o
Управление качеством обслуживания | Service quality management |
Планирование персонала и прогноз нагрузки | Workforce planning and forecasting | c o
Статистика для руководителя | Statistics for managers |
Финансы для нефинансовых руководителей | Finance for non-financial managers |
Трудовое право для руководителя | Labour law for managers |
Управление проектами | Project management |
Управление клиентским опытом | Customer experience management | o r
Подбор и оценка персонала | Recruiting and appraisal |
Наставничество и обратная связь | Mentoring and feedback |
Деловые переговоры | Business negotiation |
Работа с жалобами и трудными клиентами | Complaints and difficult customers |
Деловая переписка | Business writing |
Основы телекоммуникаций | Basics of telecommunications | c o
Основы маркетинга | Basics of marketing |
Анализ данных и SQL | Data analysis and SQL |
Lean Six Sigma | |
ITIL Foundation | | support
`,
)

/** Large companies by industry: whom a résumé in customer service often names as clients. Their names are facts. */
export const clients: readonly PickEntry[] = pickList(
  'client',
  `
Перекрёсток | Perekrestok | retail
X5 Group | | retail
METRO Cash & Carry | | retail
Магнит | Magnit | retail
Лента | Lenta | retail
Ашан | Auchan | retail
Спортмастер | Sportmaster | retail
МТС | MTS | telecom
Билайн | Beeline | telecom
Ростелеком | Rostelecom | telecom
Мегафон | MegaFon | telecom
Сбербанк | Sberbank | banking
ВТБ | VTB | banking
Альфа-Банк | Alfa-Bank | banking
Газпромбанк | Gazprombank | banking
Райффайзенбанк | Raiffeisenbank | banking
Ростех | Rostec | investment
РусГидро | RusHydro | energy
Интер РАО | Inter RAO | energy
Россети | Rosseti | energy
ПИК | PIK | construction
Транснефть | Transneft | oilGas
Лукойл | Lukoil | oilGas
Татнефть | Tatneft | oilGas
НОВАТЭК | Novatek | oilGas
Алроса | Alrosa | mining
НЛМК | NLMK | mining
Норникель | Nornickel | mining
Северсталь | Severstal | mining
`,
)
