import { pickList, type PickEntry } from '../pick-list.ts'

/** What is done for customers’ money, partners and strategy. */
export const dutiesOfBusiness: readonly PickEntry[] = pickList(
  'duty',
  `
Бюджет подразделения: составление, защита, план и факт | The unit’s budget: drawing up, defending, plan against actual |
Снижение стоимости обращения без потери качества | Lowering the cost of a contact without losing quality | c o
Обоснование инвестиций в автоматизацию и контроль окупаемости | Making the case for automation and watching that it pays | c o
Стратегия клиентского сервиса на три года и план её выполнения | A three-year service strategy and the plan behind it | o r
Целевые показатели подразделения и их каскад до сотрудника | The unit’s targets, carried down to each person |
Выбор между своим центром и аутсорсингом | Choosing between an own centre and an outsourced one | c o
Управление подрядчиками: договор, показатели, штрафы, приёмка | Managing contractors: contract, measures, penalties, acceptance |
Обучение и контроль качества у внешнего контакт-центра | Training and quality control at an outside contact centre | c o
Отношения с заказчиками аутсорсинга: отчёты, встречи, продление договоров | Relations with outsourcing clients: reports, meetings, renewals | outsourcing
Выполнение плана продаж на входящей линии | Meeting the sales plan on the inbound line | c o retail ecommerce telecom
Исходящие кампании: база, сценарий, дозвон, конверсия | Outbound campaigns: list, script, reach, conversion | c o banking telecom outsourcing
Дополнительные и перекрёстные продажи при обслуживании | Up-selling and cross-selling during service |
Приём и оформление заказов по телефону, в чате и на сайте | Taking orders by telephone, chat and site | retail ecommerce manufacturing
Сопровождение клиента от первого обращения до повторной покупки | Following a customer from the first contact to the next purchase | r
Удержание уходящих клиентов и возврат ушедших | Keeping those who are leaving and winning back those who left | r telecom banking insurance
Программа лояльности: правила, коммуникации, экономика | The loyalty programme: rules, messages, economics | r retail banking travel
Ведение и очистка клиентской базы | Keeping the customer base, and keeping it clean |
Развитие продаж ключевым клиентам и федеральным сетям | Growing sales to key accounts and national chains | r manufacturing retail
Коммерческие предложения и переговоры на уровне первых лиц | Offers and negotiations at board level | r
Тендеры: подготовка, участие, условия обслуживания | Tenders: preparation, taking part, terms of service | r manufacturing construction outsourcing
Договоры с клиентами: условия, сроки, продление | Contracts with customers: terms, dates, renewals | r
Дебиторская задолженность: график звонков, договорённости, сбор | Receivables: a calling schedule, agreements, collection | r manufacturing energy telecom
Соблюдение сроков и полноты поставок клиентам | Deliveries to customers on time and in full | r manufacturing logistics
План продаж и операций: прогноз спроса вместе с производством | Sales and operations planning: forecasting demand with production | r manufacturing
Расчёт потребности и заявок в производство | Working out requirements and orders for production | r manufacturing
Консультирование по продуктам и помощь в выборе | Product advice and help in choosing | retail ecommerce banking
Подключение, изменение и отключение услуг по запросу клиента | Switching services on, over and off at the customer’s request | telecom energy
Первичная консультация инвестора и сопровождение сделок | First advice to investors and support of their deals | investment
Запись на показ и осмотр объектов, сопровождение покупателя | Viewings of property and looking after the buyer | construction
Запись в сервис, напоминания о техобслуживании | Service bookings and maintenance reminders | automotive
Контроль топливных карт и обращений корпоративных клиентов | Fuel cards and contacts of corporate customers | oilGas
Обслуживание заявок на отгрузку металлопродукции | Requests for shipment of metal products | mining
Информирование покупателей газа и нефтепродуктов об отгрузке | Telling buyers of gas and oil products about shipment | oilGas
Сервисная поддержка партнёров и дилеров по регионам | Service for partners and dealers across regions | r automotive manufacturing
Совместные акции с маркетингом и прогноз нагрузки от них | Joint campaigns with marketing and the load they bring | c o
Обратная связь от клиентов для развития ассортимента и продукта | Customers’ feedback for range and product | retail ecommerce manufacturing
Защита интересов клиента при согласовании внутренних правил | Speaking for the customer when internal rules are made | r
Представление компании на отраслевых конференциях и в конкурсах | Representing the company at trade conferences and contests |
Нормативы обслуживания по сегментам клиентов | Service norms by customer segment | r
Управление рисками сервиса: перечень, меры, ответственные | Service risks: a register, measures, owners |
Работа с ценностным предложением и обещанием сервиса | The service promise and what stands behind it | r
Организация зарплатных и корпоративных проектов со стороны сервиса | The service side of payroll and corporate projects | banking
Взаимодействие с медицинскими учреждениями и страховыми компаниями по гарантиям оплаты | Payment guarantees between clinics and insurers | healthcare insurance
Сопровождение групповых и корпоративных поездок | Group and corporate travel | travel
Приём обращений граждан и контроль ответов в установленный срок | Citizens’ requests and answers within the legal term | publicServices
Сопровождение грузов и уведомление получателей | Following freight and telling receivers | logistics
Работа с маркетплейсами: вопросы покупателей, отзывы, споры | Marketplaces: buyers’ questions, reviews, disputes | ecommerce retail
`,
)
