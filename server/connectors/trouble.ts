import type { Bilingual } from '@pult/contract/alert-words'

/** Why a channel does not work: a stable `code`, and what exactly, as a sentence in both languages; the message is the English one. */
export class Trouble extends Error {
  readonly code: string
  readonly said: Bilingual

  constructor(code: string, said: Bilingual) {
    super(said.en)
    this.name = 'Trouble'
    this.code = code
    this.said = said
  }
}

/** A machine that shows a key which nobody has confirmed; `hostKey` is that key. */
export class StrangeHost extends Trouble {
  readonly hostKey: string

  constructor(code: 'hostKeyUnknown' | 'hostKeyChanged', said: Bilingual, hostKey: string) {
    super(code, said)
    this.name = 'StrangeHost'
    this.hostKey = hostKey
  }
}
