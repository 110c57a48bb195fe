import { createServer, type AddressInfo, type Socket } from 'node:net'

import { SMTPServer } from 'smtp-server'

/** A letter as a mail server got it: envelope and the raw text with its headers. */
export interface GotLetter {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

export interface SmtpManners {
  readonly user: string
  readonly password: string
  /** Whether it lets in without a password. */
  readonly isOpen: boolean
  /** Addresses it does not know: 550. */
  readonly unknown: readonly string[]
  /** So many letters are put off with 451 first. */
  readonly putOff: number
}

export interface SmtpStandIn {
  readonly port: number
  readonly letters: readonly GotLetter[]
  /** How often somebody tried to come in. */
  readonly signIns: () => number
  readonly putOffNext: (letters: number) => void
  close(): Promise<void>
}

const problem = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

/** A mail server on this machine that speaks real SMTP, with a certificate that nobody vouches for. */
export async function openSmtpStandIn(manners: Partial<SmtpManners> = {}): Promise<SmtpStandIn> {
  const { user = 'pult', password = '', isOpen = password === '', unknown = [], putOff = 0 } = manners
  const letters: GotLetter[] = []
  let signIns = 0
  let toPutOff = putOff
  const server = new SMTPServer({
    authOptional: isOpen,
    allowInsecureAuth: true,
    onAuth({ username = '', password: given = '' }, _session, callback) {
      signIns += 1
      // Some servers say back what they were given.
      if (username !== user || given !== password) callback(problem(535, `5.7.8 ${given} is not the password`))
      else callback(null, { user: username })
    },
    onRcptTo({ address }, _session, callback) {
      if (unknown.includes(address)) callback(problem(550, '5.1.1 No such mailbox here'))
      else callback()
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (toPutOff > 0) {
          toPutOff -= 1
          return callback(problem(451, '4.7.1 Greylisted, come again later'))
        }
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const raw = Buffer.concat(chunks).toString('utf8')
        letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        return callback(null, 'taken as letter 1')
      })
    },
  })
  // A client that does not like the certificate breaks the line.
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => {
    listening.once('listening', resolve)
  })
  const { port } = listening.address() as AddressInfo
  return {
    port,
    letters,
    signIns: () => signIns,
    putOffNext: (count) => {
      toPutOff = count
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A port that takes the line and never says a word. */
export async function openSilentPort(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
