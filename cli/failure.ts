/** The person gave something Pult cannot use: one sentence that names file, row, field and what was expected. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** One clear sentence on standard error. The stack is for PULT_LOG=debug. */
export function sayFailure(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error)
  console.error(words)
  if (process.env['PULT_LOG'] === 'debug' && error instanceof Error) console.error(error.stack)
}
