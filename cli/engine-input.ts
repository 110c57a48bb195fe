import { BadInput } from './failure.ts'

/** A number of any kind. Throws BadInput that names the option. */
export function readNumber(text: string, option: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new BadInput(`${option} must be a number, not "${text}".`)
  return value
}

/** A whole number from `least` on. Throws BadInput that names the option. */
export function wholeNumber(text: string, option: string, least = 1): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isSafeInteger(value) || value < least)
    throw new BadInput(`${option} must be a whole number from ${least}, not "${text}".`)
  return value
}

/** One of the values that an option may have. Throws BadInput that names the option and them. */
export function oneOf<const Value extends string>(values: readonly Value[], given: string, option: string): Value {
  const found = values.find((value) => value === given)
  if (found === undefined) throw new BadInput(`${option} must be one of ${values.join(', ')}, not "${given}".`)
  return found
}

export const readOptional = (text: string | undefined, option: string): number | undefined =>
  text === undefined ? undefined : readNumber(text, option)

/** What the engine finds impossible is bad input here; its arguments are named as the options are. */
export function askEngine<Answer>(ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const words = error.message.replaceAll(
      /\b(?:offered|agents|withinSeconds|[a-z]+Seconds|mostAgents|rateShape|contactsAtOnce|stretchPerExtra)\b/g,
      (name) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    )
    throw new BadInput(words.endsWith('.') ? words : `${words}.`)
  }
}
