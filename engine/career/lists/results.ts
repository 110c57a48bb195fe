import { pickList, type PickEntry } from '../pick-list.ts'

/**
 * Results with a figure. What stands in ‹ › is for the person to fill: nothing is printed before it is. Each asks for its period:
 * a change without one says nothing.
 */
export const resultsWithFigure: readonly PickEntry[] = pickList(
  'resultWithFigure',
  `
Уровень обслуживания: с ‹было› до ‹стало› % за ‹период› | Service level: from ‹before› to ‹after› % over ‹period› | c o
Доля потерянных звонков: с ‹было› до ‹стало› %, ‹год› к ‹год› | Lost calls: from ‹before› to ‹after› %, ‹year› to ‹year› | c o
Среднее время обработки (AHT): −‹число› %, ‹год› к ‹год› | Average handling time (AHT): −‹number› %, ‹year› to ‹year› | c o
Среднее время ответа: с ‹было› до ‹стало› с за ‹период› | Average speed of answer: from ‹before› to ‹after› s over ‹period› | c o
Решение с первого обращения (FCR): +‹число› п. п., ‹год› к ‹год› | First-contact resolution (FCR): +‹number› points, ‹year› to ‹year› |
NPS: с ‹было› до ‹стало› за ‹период› | NPS: from ‹before› to ‹after› over ‹period› |
CSAT: с ‹было› до ‹стало› % за ‹период› | CSAT: from ‹before› to ‹after› % over ‹period› |
Оценка качества разговоров: +‹число› баллов за ‹период› | Call quality score: +‹number› points over ‹period› | c o
Фонд оплаты труда: −‹число› % при том же объёме, ‹год› к ‹год› | Payroll: −‹number› % at the same volume, ‹year› to ‹year› |
Общие расходы подразделения: −‹число› %, ‹год› к ‹год› | The unit’s total cost: −‹number› %, ‹year› to ‹year› |
Стоимость обращения: −‹число› %, ‹год› к ‹год› | Cost per contact: −‹number› %, ‹year› to ‹year› | c o
Обращений на сотрудника в час: +‹число› %, ‹год› к ‹год› | Contacts per agent hour: +‹number› %, ‹year› to ‹year› | c o
Производительность подразделения: рост в ‹число› раза за ‹период› | The unit’s productivity: ‹number› times higher over ‹period› |
Текучесть операторов: с ‹было› до ‹стало› % в год, ‹год› к ‹год› | Agents leaving: from ‹before› to ‹after› % a year, ‹year› to ‹year› | c o
Срок ввода новичка: с ‹было› до ‹стало› дней, ‹год› к ‹год› | Days until a newcomer works alone: from ‹before› to ‹after›, ‹year› to ‹year› | c o
Укомплектованность штата: с ‹было› до ‹стало› % за ‹период› | Posts filled: from ‹before› to ‹after› % over ‹period› |
Соблюдение графика: с ‹было› до ‹стало› % за ‹период› | Schedule adherence: from ‹before› to ‹after› % over ‹period› | c o
Доля обращений, решённых ботом: ‹число› % за ‹период› | Contacts solved by the bot: ‹number› % in ‹period› | c o
Доля обращений в цифровых каналах: с ‹было› до ‹стало› %, ‹год› к ‹год› | Contacts in digital channels: from ‹before› to ‹after› %, ‹year› to ‹year› | o r
Повторные обращения: −‹число› %, ‹год› к ‹год› | Repeat contacts: −‹number› %, ‹year› to ‹year› |
Жалобы: −‹число› %, ‹год› к ‹год› | Complaints: −‹number› %, ‹year› to ‹year› |
Срок ответа на жалобу: с ‹было› до ‹стало› дней, ‹год› к ‹год› | Days to answer a complaint: from ‹before› to ‹after›, ‹year› to ‹year› |
Рекламации: −‹число› %, ‹год› к ‹год› | Warranty claims: −‹number› %, ‹year› to ‹year› | r
Заявки, выполненные в срок по SLA: с ‹было› до ‹стало› % за ‹период› | Requests done within SLA: from ‹before› to ‹after› % over ‹period› |
Срок обработки заявки: с ‹было› до ‹стало› дней, ‹год› к ‹год› | Days to process a request: from ‹before› to ‹after›, ‹year› to ‹year› |
Ошибки в заказах: до ‹число› % к ‹период› | Errors in orders: down to ‹number› % by ‹period› | r
Скорость приёма заказа: рост в ‹число› раза за ‹период› | Speed of taking an order: ‹number› times higher over ‹period› |
Конверсия звонка в сделку: с ‹было› до ‹стало› %, ‹год› к ‹год› | Calls that end in a deal: from ‹before› to ‹after› %, ‹year› to ‹year› |
Продажи на линии: +‹число› %, ‹год› к ‹год› | Sales on the line: +‹number› %, ‹year› to ‹year› |
План продаж: выполнение ‹число› % за ‹период› | Sales plan: ‹number› % reached in ‹period› |
Средний чек: +‹число› %, ‹год› к ‹год› | Average sale: +‹number› %, ‹year› to ‹year› | retail ecommerce
Выручка с клиента (ARPU): +‹число› %, ‹год› к ‹год› | Revenue per customer (ARPU): +‹number› %, ‹year› to ‹year› | r telecom
Отток клиентов: −‹число› %, ‹год› к ‹год› | Customers leaving: −‹number› %, ‹year› to ‹year› | r
Постоянные клиенты: +‹число› %, ‹год› к ‹год› | Returning customers: +‹number› %, ‹year› to ‹year› | r
Активная клиентская база: +‹число› %, ‹год› к ‹год› | Active customers: +‹number› %, ‹year› to ‹year› | r
Просроченная задолженность: до ‹число› % к ‹период› | Overdue debt: down to ‹number› % by ‹period› | r
Полнота и срок поставок: с ‹было› до ‹стало› % за ‹период› | Deliveries on time and in full: from ‹before› to ‹after› % over ‹period› | r manufacturing logistics
Открыто площадок: ‹число› за ‹период› | Sites opened: ‹number› in ‹period› | c o
Команда: рост с ‹было› до ‹стало› человек за ‹период› | Team: grown from ‹before› to ‹after› people over ‹period› |
Запущено проектов заказчиков: ‹число› за ‹период› | Client projects launched: ‹number› in ‹period› | outsourcing
Обучено и аттестовано: ‹число› человек за ‹период› | Trained and certified: ‹number› people in ‹period› |
Рентабельность проекта: +‹число› п. п., ‹год› к ‹год› | Return on the project: +‹number› points, ‹year› to ‹year› |
`,
)

/** Results that need no figure. */
export const plainResults: readonly PickEntry[] = pickList(
  'result',
  `
Контакт-центр создан с нуля и работает без остановок | A contact centre built from nothing that runs without interruption | c o
Отдел по работе с клиентами создан с нуля | A customer department built from nothing | r
Показатели линии достигнуты и удерживаются | The line’s targets reached and held | c o
Внедрена новая CRM, история клиента собрана в одном окне | A new CRM introduced, with the customer’s history in one window |
Внедрена система планирования смен и прогноза нагрузки | Workforce planning and forecasting introduced | c o
Внедрена оценка качества с калибровками | Quality scoring with calibrations introduced | c o
Построена отчётность, по которой решения принимаются ежедневно | Reporting built that decisions are taken by every day |
Запущены чат и мессенджеры как полноценные каналы | Chat and messengers opened as full channels | c o
Запущен голосовой помощник на частых темах | A voice bot started on frequent topics | c o
Переход на облачную платформу без простоев | A move to a cloud platform without down time | c o
Единые стандарты обслуживания приняты во всех офисах | One set of service standards adopted in every branch | r
Введён порядок работы с жалобами и разбором первопричин | A complaints procedure with root-cause analysis in force |
Собрана база знаний, которой пользуется вся линия | A knowledge base that the whole line uses | c o
Выращены руководители групп из операторов | Team leaders grown out of agents | c o
`,
)

/** Names of measures that heads of customer service answer for. */
export const kpis: readonly PickEntry[] = pickList(
  'kpi',
  `
SL — уровень обслуживания | SL — service level | c o
AHT — среднее время обработки | AHT — average handling time | c o
ASA — среднее время ответа | ASA — average speed of answer | c o
AR — доля потерянных | AR — abandonment rate | c o
FCR — решение с первого обращения | FCR — first-contact resolution |
ACW — поствызывная обработка | ACW — after-call work | c o
Загрузка операторов (Occupancy) | Occupancy | c o
Соблюдение графика (Adherence) | Adherence | c o
Shrinkage — потери рабочего времени | Shrinkage | c o
Обращений на сотрудника в час | Contacts per agent hour | c o
Оценка качества разговоров (QA) | Quality score (QA) | c o
NPS — готовность рекомендовать | NPS — willingness to recommend |
CSAT — удовлетворённость обращением | CSAT — satisfaction with the contact |
CSI — индекс удовлетворённости | CSI — satisfaction index |
CES — усилия клиента | CES — customer effort |
Доля повторных обращений | Repeat contact rate |
Выполнение SLA по заявкам | Requests within SLA |
Время решения заявки | Time to resolve a request |
Время ответа на письменное обращение | Time to answer a written contact |
Количество жалоб на тысячу обращений | Complaints per thousand contacts |
Количество рекламаций | Number of warranty claims | r
Доля обращений в самообслуживании | Self-service share | o r
Конверсия (CR) | Conversion (CR) |
Объём продаж | Sales volume |
Выполнение плана продаж | Sales plan reached |
Средний чек | Average sale |
ARPU — выручка с клиента | ARPU — revenue per customer |
LTV — ценность клиента за всё время | LTV — lifetime value | r
Отток клиентов (Churn) | Churn | r
Удержание клиентов (Retention) | Retention | r
Рост активной клиентской базы | Growth of active customers | r
Доля просроченных платежей | Overdue payments | r
Доля выигранных тендеров | Tenders won | r
DA — точность и срок поставки | DA — delivery accuracy | r manufacturing logistics
Полнота выполнения заказа (OTIF) | On time, in full (OTIF) | r manufacturing logistics
Обработано заказов за час | Orders processed an hour |
Точность параметров заказа | Order accuracy |
Стоимость обращения | Cost per contact | c o
Операционные расходы | Operating cost |
Отношение затрат к продажам | Cost to sales |
Операционная прибыль | Operating profit |
Маржа | Margin |
Рентабельность проекта (ROI) | Return on investment (ROI) |
Исполнение бюджета | Budget kept |
Укомплектованность штата | Posts filled |
Текучесть персонала | Staff turnover |
Соблюдение сроков проектов | Projects on time |
Точность прогноза нагрузки | Forecast accuracy | c o
`,
)
