import { createHmac } from 'node:crypto'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP } from 'node:net'

import { saidWithout, type Outcome } from './outcome.ts'
import { isPublicAddress, lookUpPublic, PRIVATE_ADDRESS } from './private-address.ts'

export interface Webhook {
  readonly url: string
  readonly secret: string
}

interface Post {
  /** JSON. */
  readonly body: string
  /** The same for every try of one message: whoever takes it twice knows. */
  readonly delivery: string
  readonly now: number
}

interface Manners {
  readonly patienceMs: number
  /** Whether the installation lets webhooks into its own network, and over lines without TLS. */
  readonly toPrivate: boolean
}

/** What the receiver computes, too: HMAC-SHA256 over the second and the body, so that neither can be changed or sent again later. */
export function signatureOf(secret: string, second: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${second}.${body}`).digest('hex')}`
}

/** Posts one message to a webhook. No redirect is followed, and nothing goes to addresses of private networks unless allowed. */
export async function sendWebhook(
  { url, secret }: Webhook,
  { body, delivery, now }: Post,
  { patienceMs, toPrivate }: Manners,
  signal: AbortSignal,
): Promise<Outcome> {
  const target = new URL(url)
  const host = target.hostname.replaceAll(/^\[|\]$/g, '')
  if (!toPrivate && (target.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host)))) return isPrivate
  const second = Math.floor(now / 1000)
  const patience = AbortSignal.timeout(patienceMs)
  try {
    const { status, retryAfter, text } = await post(target, body, {
      signal: AbortSignal.any([signal, patience]),
      ...(toPrivate ? {} : { lookup: lookUpPublic }),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Pult',
        'pult-delivery': delivery,
        'pult-timestamp': String(second),
        'pult-signature': signatureOf(secret, second, body),
      },
    })
    return outcomeOf(status, retryAfter, saidWithout([secret], `HTTP ${status} ${text}`))
  } catch (error) {
    return problemOf(error as NodeJS.ErrnoException, patience.aborted)
  }
}

const isPrivate: Outcome = { kind: 'refused', problem: 'privateAddress', answer: '' }
const MOST_READ_BYTES = 2000

interface Answered {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly text: string
}

type Options = Parameters<typeof requestTls>[1]

function post(target: URL, body: string, options: Options): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? requestTls : requestPlain
    const asked = send(target, { ...options, method: 'POST', agent: false }, (answer: IncomingMessage) => {
      const chunks: Buffer[] = []
      let bytes = 0
      const done = (): void =>
        resolve({
          status: answer.statusCode ?? 0,
          retryAfter: answer.headers['retry-after'],
          text: Buffer.concat(chunks).subarray(0, MOST_READ_BYTES).toString('utf8'),
        })
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.length
        // Whoever answers with a film has answered.
        if (bytes > MOST_READ_BYTES) {
          done()
          asked.destroy()
        }
      })
      answer.on('end', done)
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function outcomeOf(status: number, retryAfter: string | undefined, answer: string): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent', answer }
  if (status >= 300 && status < 400) return { kind: 'refused', problem: 'redirected', answer }
  if (status === 429) {
    const seconds = Number(retryAfter)
    const afterMs = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_REST_SECONDS) * 1000 : 0
    return { kind: 'later', problem: 'tooManyRequests', answer, afterMs }
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 425)
    return { kind: 'refused', problem: 'messageRefused', answer }
  return { kind: 'later', problem: 'busy', answer }
}

const LONGEST_REST_SECONDS = 3600

function problemOf({ code = '', message }: NodeJS.ErrnoException, isSilent: boolean): Outcome {
  if (code === PRIVATE_ADDRESS) return isPrivate
  if (isSilent) return { kind: 'later', problem: 'silent', answer: '' }
  const answer = saidWithout([], message)
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) return { kind: 'refused', problem: 'certificate', answer }
  return { kind: 'later', problem: 'unreachable', answer }
}
