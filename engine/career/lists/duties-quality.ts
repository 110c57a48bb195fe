import { pickList, type PickEntry } from '../pick-list.ts'

/** What is done for quality, for customers who complain, and for what the figures say. */
export const dutiesOfQuality: readonly PickEntry[] = pickList(
  'duty',
  `
Выполнение целевых показателей линии: доступность, скорость ответа, решение с первого обращения | Meeting the line’s targets: availability, speed of answer, first-contact resolution | c o
Контроль сроков ответа и решения по соглашению об уровне услуг (SLA) | Keeping reply and resolution times within the service-level agreement (SLA) |
Оценка звонков и переписки по листу критериев | Scoring calls and written contacts against a form | c o
Калибровки оценщиков, чтобы одинаковые разговоры оценивались одинаково | Calibrating reviewers so that like calls get like scores | c o
Прослушивание разговоров и обратная связь оператору в тот же день | Listening to calls and giving feedback on the same day | c o
Запуск речевой аналитики и поиск тем недовольства | Introducing speech analytics and finding what customers are unhappy about | c o
Тайный покупатель во всех каналах обслуживания | Mystery shopping in every channel | r retail banking automotive
Измерение удовлетворённости после обращения (CSAT) и готовности рекомендовать (NPS) | Measuring satisfaction after contact (CSAT) and willingness to recommend (NPS) |
Измерение усилий клиента (CES) и устранение лишних шагов | Measuring customer effort (CES) and taking out needless steps | o r
Опросы партнёров и дилеров о качестве работы с ними | Surveying partners and dealers on how they are served | r automotive manufacturing
Разбор низких оценок с обратным звонком клиенту | Calling back customers who gave low scores |
Карта пути клиента и устранение мест, где его теряют | Mapping the customer’s journey and mending the places where customers are lost | o r
Стандарты обслуживания для телефона, чата и почты | Service standards for telephone, chat and mail | c o
Проверка соблюдения стандартов в офисах и у подрядчиков | Checking that branches and contractors keep to the standards | r
Внутренний аудит процессов обслуживания | Internal audits of service processes |
Приём, регистрация и учёт жалоб во всех каналах | Taking, recording and counting complaints in every channel |
Досудебное урегулирование претензий | Settling claims before they reach a court | r banking insurance construction
Ответы на обращения регуляторов и надзорных органов | Answering regulators and supervisory bodies | banking insurance telecom energy
Поиск первопричин повторных обращений и их устранение вместе с владельцами процессов | Finding the root causes of repeat contacts and removing them with process owners |
Разбор резонансных случаев и ответы в публичном поле | Handling cases that draw public attention and answering in public | r
Работа с отзывами на площадках и в социальных сетях | Working with reviews on sites and in social networks |
Решение трудных ситуаций на уровне руководителя, встречи с клиентами | Settling hard cases at the head’s level, meeting customers in person |
Личное сопровождение ключевых и VIP-клиентов | Looking after key and VIP customers in person | r banking investment
Возвраты, обмены и рекламации: порядок и сроки | Returns, exchanges and warranty claims: rules and deadlines | retail ecommerce manufacturing
Урегулирование страховых случаев: первичное обращение и статус выплаты | Insurance events: first notice and the state of the payment | insurance
Обращения по задолженности: корректные переговоры и договорённости о платеже | Debt conversations: correct talks and agreed payments | banking telecom energy
Разбор обращений о качестве связи и качестве сети | Contacts about coverage and network quality | telecom
Аварийные отключения: массовые оповещения и нагрузка в пиках | Outages: mass notices and load at the peak | energy telecom
Запись на приём и управление листом ожидания | Appointments and the waiting list | healthcare automotive publicServices
Сопровождение бронирований, изменений и отмен | Bookings, changes and cancellations | travel
Статусы доставки и переназначение курьеров по обращению клиента | Delivery states and re-assigning couriers at a customer’s request | logistics ecommerce
Обработка инцидентов первой и второй линии поддержки | Incidents on the first and second lines of support | support
Проверка правильности приоритета и маршрута инцидентов | Checking incidents’ priority and routing | support telecom
Ежедневный и ежемесячный отчёт о работе линии | Daily and monthly reports on the line | c o
Отчёт правлению о клиентском опыте и его деньгах | Reporting customer experience, and what it is worth, to the board | o r
Анализ причин обращений и меры по снижению их числа | Analysing why customers make contact, and making them need to less often |
Анализ потерянных звонков и причин отказа от ожидания | Analysing lost calls and why callers hang up | c o
Сегментация клиентов по ценности и поведению | Segmenting customers by value and behaviour | r
Прогноз оттока и работа с группами риска | Predicting churn and working with groups at risk | r telecom banking insurance
Панели показателей для супервайзеров и руководства | Dashboards for supervisors and management |
Проверка достоверности данных телефонии и CRM | Checking that telephony and CRM data can be trusted | c o
Сравнение показателей с рынком и с соседними подразделениями | Comparing figures with the market and with sister units |
Наблюдение за конкурентами: каналы, скорость ответа, предложения | Watching competitors: channels, speed of answer, offers |
Экономика обращения: стоимость контакта по каналам | The economics of contact: cost per contact by channel | c o
`,
)
