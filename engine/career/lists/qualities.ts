import { pickList, type PickEntry } from '../pick-list.ts'

/** How a person works. */
export const qualities: readonly PickEntry[] = pickList(
  'quality',
  `
Думаю цифрами: прежде чем менять, измеряю | I measure before I change |
Вижу картину целиком и довожу её до задач конкретным людям | I see the whole and turn it into tasks for people |
Системный подход | A systematic mind |
Аналитический склад ума | Analytical thinking |
Внимание к деталям | Attention to detail |
Критическое мышление: проверяю источники и выводы | Critical thinking: I check sources and conclusions |
Спокоен под нагрузкой: не теряюсь в часы пик | Calm under load, also in peak hours |
Устойчивость к стрессу | Resilience |
Быстро принимаю решения, когда данных мало | I decide quickly when there is little data |
Отвечаю за результат, а не за процесс | I answer for results, not for effort |
Самостоятельность | Independence |
Самодисциплина | Self-discipline |
Довожу начатое до конца | I finish what I begin |
Настойчивость | Persistence |
Держу сроки | I keep deadlines |
Расставляю приоритеты и отказываюсь от лишнего | I set priorities and drop what does not matter |
Веду несколько задач одновременно | I carry several tasks at once |
Гибкость: меняю план, когда меняются факты | Flexible: the plan changes when the facts do |
Предлагаю новое и проверяю на небольших опытах | I propose new things and try them small |
Любознательность: учусь у коллег и рынка | Curious: I learn from colleagues and the market |
Лидерство: люди идут следом без принуждения | Leadership that people follow freely |
Умею вдохновить команду на трудную задачу | I can win a team for a hard task |
Передаю дела и доверяю | I delegate and trust |
Честная обратная связь без обид | Honest feedback without hurt |
Выращиваю преемников | I grow my successors |
Собираю сильных людей вокруг задачи | I gather strong people round a task |
Работаю в команде | A team player |
Строю ровные отношения с соседними отделами | Good terms with neighbouring departments |
Умею договариваться и находить середину | I find agreement and middle ground |
Убедительно обосновываю предложения | I argue proposals convincingly |
Веду переговоры с первыми лицами | I negotiate with those who decide |
Слушаю, прежде чем отвечать | I listen before I answer |
Говорю и пишу ясно | I speak and write clearly |
Объясняю сложное простыми словами | I explain hard things in plain words |
Ориентация на клиента | Customer focus |
Эмпатия: понимаю, что стоит за недовольством | Empathy: I see what is behind displeasure |
Превращаю недовольного клиента в постоянного | I turn an unhappy customer into a loyal one |
Спокойно говорю с трудными собеседниками | At ease with difficult people |
Слышу потребность за словами клиента | I hear the need behind the words |
Строю долгие отношения с ключевыми клиентами | Long relations with key customers | r
Перевожу пожелания клиентов на язык разработчиков | I put customers’ wishes into developers’ terms | support ecommerce
Различаю срочное и важное в потоке обращений | I tell the urgent from the important in a stream of contacts | c o
Требователен к качеству | Exacting about quality |
Беру на себя трудные решения | I take hard decisions on myself |
Порядочность: данные и обещания в сохранности | Integrity: data and promises are safe with me |
Деловое мышление: считаю деньги компании | Business sense: I count the company’s money |
Математическая грамотность | Good with numbers |
Уверенно работаю с большими объёмами данных | At home in large amounts of data |
Оптимизм и чувство юмора | Optimism and humour |
Высокая работоспособность | Great capacity for work |
`,
)
