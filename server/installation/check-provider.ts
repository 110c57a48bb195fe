import type { SignInCheck, SignInProblem } from '@pult/contract/installation'

const PATIENCE_MS = 10_000
const MOST_BYTES = 1024 * 1024
const SHOWN_OF_ANSWER = 120

type Problem = SignInCheck['problems'][number]
type Values = Problem['values']

const wrong = (code: SignInProblem, isFatal: boolean, values: Values = {}): Problem => ({ code, isFatal, values })

/** Asks the other place for its discovery document and its keys, as signing in there will, and says what is wrong with them. */
export async function checkProvider(issuer: string): Promise<SignInCheck> {
  const address = `${issuer}/.well-known/openid-configuration`
  const document = await readJson(address)
  if ('problem' in document) return { address, problems: [document.problem] }
  const problems = [...problemsOf(document.json, issuer), ...(await problemsOfKeys(document.json['jwks_uri']))]
  return { address, problems }
}

type Json = Readonly<Record<string, unknown>>
type Answer = { readonly json: Json } | { readonly problem: Problem }

async function readJson(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await readText(response)
    if (!response.ok) return { problem: wrong('status', true, { address, status: response.status }) }
    return readObject(text, address)
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { problem: wrong('slow', true, { address, seconds: PATIENCE_MS / 1000 }) }
    return { problem: wrong('unreachable', true, { address, reason: reasonOf(error) }) }
  }
}

function readObject(text: string, address: string): Answer {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { json: json as Json }
  } catch {
    // Said below: it is no JSON, whatever it is.
  }
  const begins = text.trim().slice(0, SHOWN_OF_ANSWER)
  return { problem: wrong('notJson', true, { address, begins }) }
}

/** As much as any such document holds; what is longer is none. */
async function readText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes > MOST_BYTES) break
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** What the system calls it, such as ENOTFOUND: the library wraps it in words that say nothing. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown; message?: unknown } }
  return String(cause?.code ?? cause?.message ?? (error as Error).message)
}

const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

function problemsOf(document: Json, issuer: string): Problem[] {
  const found: Problem[] = []
  const told = document['issuer']
  // A slash at the end is of no account here: the address of the settings is kept without.
  if (typeof told !== 'string' || told.replace(/\/+$/, '') !== issuer)
    found.push(wrong('otherIssuer', true, { told: typeof told === 'string' ? told : '–', issuer }))
  const missing = needed.filter((name) => document[name] === undefined)
  if (missing.length > 0) found.push(wrong('noEndpoints', true, { names: missing.join(', ') }))
  const addresses = needed.flatMap((name) => (document[name] === undefined ? [] : [[name, document[name]] as const]))
  for (const [name, address] of addresses)
    if (typeof address !== 'string' || !URL.canParse(address))
      found.push(wrong('badAddress', true, { name, address: String(address) }))
    else if (isPlain(address)) found.push(wrong('plainHttp', false, { name, address }))
  if (isWithout(document['response_types_supported'], 'code')) found.push(wrong('noCode', true))
  if (isWithout(document['code_challenge_methods_supported'], 'S256')) found.push(wrong('noPkce', true))
  if (isWithout(document['token_endpoint_auth_methods_supported'], 'client_secret_post'))
    found.push(wrong('noSecretPost', true))
  if (isWithout(document['scopes_supported'], 'email')) found.push(wrong('noEmail', true))
  return found
}

/** Lists are optional: only one that is there and lacks a word says that it cannot be done. */
const isWithout = (list: unknown, word: string): boolean => Array.isArray(list) && !list.includes(word)

/** A line that others can read; on this very machine there are no others. */
function isPlain(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** Without keys nothing that the place signs can be verified. */
async function problemsOfKeys(address: unknown): Promise<Problem[]> {
  if (typeof address !== 'string' || !URL.canParse(address)) return []
  const answer = await readJson(address)
  if ('problem' in answer) return [answer.problem]
  const { keys } = answer.json
  return Array.isArray(keys) && keys.length > 0 ? [] : [wrong('noKeys', true, { address })]
}
