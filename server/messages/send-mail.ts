import { createTransport } from 'nodemailer'

import type { MailServerDraft } from '@pult/contract/messages'

import { saidWithout, type Content, type Outcome } from './outcome.ts'

export interface MailServer extends Omit<MailServerDraft, 'password'> {
  readonly password: string | null
}

interface Letter {
  readonly address: string
  readonly subject: string
  readonly content: Content
  /** The same at every try, so that a mail server that got it twice may know. */
  readonly messageId: string
}

/** Hands one letter to the mail server. A server that is not there or busy may take it later; a refusal stays one. */
export async function sendMail(
  server: MailServer,
  letter: Letter,
  patienceMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const { host, port, security, user, password, fromAddress, fromName } = server
  const { address, subject, content, messageId } = letter
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'startTls',
    ignoreTLS: security === 'open',
    ...(user === null || password === null ? {} : { auth: { user, pass: password } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    // A letter is made of what is handed over and of nothing that its words may point to.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { attachment, attachments = attachment === undefined ? [] : [attachment] } = content
  try {
    const { response } = await transport.sendMail({
      signal,
      messageId,
      from: { name: fromName, address: fromAddress },
      to: { name: '', address },
      subject: subject.replaceAll(/\p{Cc}+/gu, ' '),
      text: content.text,
      ...(content.html === undefined ? {} : { html: content.html }),
      attachments: attachments.map(({ fileName, contentType, base64 }) => ({
        filename: fileName,
        contentType,
        content: Buffer.from(base64, 'base64'),
      })),
      // Nobody's holiday notice needs to come back (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { kind: 'sent', answer: saidWithout([password ?? ''], response) }
  } catch (error) {
    return outcomeOf(error, password ?? '')
  } finally {
    transport.close()
  }
}

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message?: string
  readonly command?: string
}

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/

function outcomeOf(error: unknown, password: string): Outcome {
  const { code = '', responseCode = 0, response, message = '', command = '' } = error as SmtpError
  const answer = saidWithout([password], response ?? message)
  if (certificateCodes.test(code) || /certificate/i.test(message))
    return { kind: 'refused', problem: 'certificate', answer }
  if (code === 'EAUTH' || code === 'ENOAUTH')
    // 4xx: the server cannot look at passwords now. Anything else is not tried again, or the account would be locked.
    return responseCode >= 400 && responseCode < 500
      ? { kind: 'later', problem: 'busy', answer }
      : { kind: 'refused', problem: 'signInRefused', answer }
  if (responseCode >= 500)
    return { kind: 'refused', problem: code === 'EENVELOPE' ? 'addressRefused' : 'messageRefused', answer }
  if (responseCode >= 400) return { kind: 'later', problem: 'busy', answer }
  if (code === 'ETLS' || command === 'STARTTLS') return { kind: 'refused', problem: 'noTls', answer }
  return { kind: 'later', problem: code === 'ETIMEDOUT' ? 'silent' : 'unreachable', answer }
}
