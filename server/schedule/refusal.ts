interface More {
  readonly at?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** Why something cannot be done, said in a thread that knows nothing of requests; whoever serves one makes its reply of it. */
export interface RefusalWords extends More {
  readonly status: 400 | 404 | 409
  readonly code: string
  readonly sentence: string
}

export class Refusal extends Error {
  readonly words: RefusalWords

  constructor(words: RefusalWords) {
    super(words.sentence)
    this.name = 'Refusal'
    this.words = words
  }
}

export const refusedInput = (code: string, sentence: string, more: More = {}): Refusal =>
  new Refusal({ status: 400, code, sentence, ...more })
export const refusedState = (code: string, sentence: string, more: More = {}): Refusal =>
  new Refusal({ status: 409, code, sentence, ...more })
const UNKNOWN = 'notFound'
export const refusedUnknown = (what: string): Refusal =>
  new Refusal({ status: 404, code: UNKNOWN, sentence: `There is no such ${what} in this centre.`, values: { what } })
