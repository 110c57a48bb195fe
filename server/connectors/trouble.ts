/** Why a channel does not work. `code` is stable, and the web says it in the reader's language; the message is for everybody else. */
export class Trouble extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'Trouble'
    this.code = code
  }
}

/** A machine that shows a key which nobody has confirmed; `hostKey` is that key. */
export class StrangeHost extends Trouble {
  readonly hostKey: string

  constructor(code: 'hostKeyUnknown' | 'hostKeyChanged', message: string, hostKey: string) {
    super(code, message)
    this.name = 'StrangeHost'
    this.hostKey = hostKey
  }
}
