import { sql } from 'kysely'

import type { Bilingual } from '@pult/contract/alert-words'
import { addDays, createZone } from '@pult/engine/time'
import type { RequestKind } from '@pult/engine/privacy'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'

/** So many days before the term ends there is still time to answer. */
const NEAR_DAYS = 3

interface RequestCondition {
  readonly kind: 'personalRequest'
  /** A request that was near its term and is over it now is told of anew. */
  readonly subject: string
  readonly state: 'bad'
  /** By its number: who asks, and about whom, is personal data. */
  readonly words: Bilingual
}

const asked: Readonly<Record<RequestKind, Bilingual>> = {
  access: { ru: 'что хранится', en: 'what is held' },
  correct: { ru: 'исправить', en: 'to correct' },
  erase: { ru: 'удалить', en: 'to erase' },
  stop: { ru: 'прекратить обработку', en: 'to stop processing' },
  withdraw: { ru: 'отзыв согласия', en: 'takes a consent back' },
  other: { ru: 'другое', en: 'something else' },
}

interface Row {
  readonly requestId: number
  readonly kind: RequestKind
  readonly dueOn: string
}

/** Open requests about personal data whose legal term is near or over. */
export async function requestConditions(tx: Tx, centerId: number, now: number): Promise<RequestCondition[]> {
  const { timeZone } = await readCenter(tx, centerId)
  const today = createZone(timeZone).localDate(now)
  const { rows } = await sql<Row>`
    select request_id::integer as "requestId", kind, due_on::text as "dueOn" from personal_request
    where center_id = ${centerId} and state = 'open' and due_on <= ${addDays(today, NEAR_DAYS)}::date order by due_on, request_id`.execute(
    tx,
  )
  return rows.map((row) => conditionOf(row, today))
}

function conditionOf({ requestId, kind, dueOn }: Row, today: string): RequestCondition {
  const { ru, en } = asked[kind]
  const isOver = dueOn < today
  return {
    kind: 'personalRequest',
    subject: `personal request ${requestId}${isOver ? ' over' : ''}`,
    state: 'bad',
    words: isOver
      ? {
          ru: `Срок ответа на обращение о персональных данных № ${requestId} (${ru}) истёк: ответить следовало до ${dueOn} включительно`,
          en: `The term of request ${requestId} about personal data (${en}) is over: it was to be answered by ${dueOn}`,
        }
      : {
          ru: `На обращение о персональных данных № ${requestId} (${ru}) надо ответить до ${dueOn} включительно`,
          en: `Request ${requestId} about personal data (${en}) must be answered by ${dueOn}`,
        },
  }
}
