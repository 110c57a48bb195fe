/** A file that cannot be read as a résumé: `code` is stable, the message says what to do. Made in a thread, told to the person outside it. */
export class ResumeRefusal extends Error {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: string, message: string, values: Readonly<Record<string, string | number>> = {}) {
    super(message)
    this.name = 'ResumeRefusal'
    this.code = code
    this.values = values
  }
}

export const refuse = (code: string, message: string, values?: ResumeRefusal['values']): ResumeRefusal =>
  new ResumeRefusal(code, message, values)
