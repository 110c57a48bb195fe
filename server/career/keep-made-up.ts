import type { ResumeDraft } from '@pult/contract/career-words'
import { composeLetter, exampleResume, suggestProfile } from '@pult/engine/career'

import type { Tx } from '../platform/index.ts'
import { createLetter } from './letter-store.ts'
import type { Person } from './own-person.ts'
import { createResume, listResumes } from './resume-store.ts'

const vacancy: ResumeDraft['vacancy'] = {
  title: 'Руководитель контактного центра',
  employer: 'Полянка',
  text: `Сеть магазинов ищет руководителя контактного центра на 60 операторов.
Что делать: рассчитывать численность по прогнозу нагрузки, составлять графики смен, вести бюджет подразделения, внедрить калибровки оценщиков, снизить текучесть операторов.
Что важно: опыт руководства от 5 лет, планирование персонала (WFM), управленческая отчётность, Excel, SQL.`,
}

/** Gives whoever leads the demonstration a résumé begun with made-up facts, and a letter, where she has none. */
export async function keepMadeUpResume(tx: Tx, person: Person, today: string): Promise<void> {
  const month = today.slice(0, 7)
  if ((await listResumes(tx, person, month)).length > 0) return
  const industries = ['ecommerce', 'telecom'] as const
  const example = exampleResume('ru', 'head-of-contact-center')
  const told = suggestProfile({ ...example, profile: [] }, industries, month)
  const resume = { ...example, profile: told.filter(({ from }) => from === 'years').map(({ text }) => text) }
  const resumeId = await createResume(tx, person, { resume, industries, vacancy, leftOver: [] })
  const paragraphs = [...composeLetter(resume, vacancy, month)]
  await createLetter(tx, person, resumeId, { vacancy, addressee: vacancy.employer, paragraphs, date: today })
}
