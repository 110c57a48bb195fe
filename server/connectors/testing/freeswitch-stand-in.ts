import { createServer, type AddressInfo, type Socket } from 'node:net'

type Fields = Readonly<Record<string, string | number>>

/** A FreeSWITCH that speaks its event socket, as far as Pult listens to it. */
export interface SwitchStandIn {
  readonly port: number
  /** What an `api` command is answered with: `callcenter_config agent list`. */
  readonly tables: Map<string, string>
  /** Tells everybody who asked for events. */
  say(action: string, fields: Fields): void
  hangUp(): void
  close(): Promise<void>
}

export async function openSwitchStandIn(password: string): Promise<SwitchStandIn> {
  const all = new Set<Socket>()
  const listening = new Set<Socket>()
  const signedIn = new WeakSet<Socket>()
  const tables = new Map<string, string>()
  const reply = (socket: Socket, text: string): void =>
    void socket.write(`Content-Type: command/reply\nReply-Text: ${text}\n\n`)
  const withBody = (type: string, body: string): string =>
    `Content-Length: ${Buffer.byteLength(body)}\nContent-Type: ${type}\n\n${body}`
  const answer = (socket: Socket, asked: string): void => {
    if (asked.startsWith('auth ')) {
      if (asked === `auth ${password}`) signedIn.add(socket)
      reply(socket, signedIn.has(socket) ? '+OK accepted' : '-ERR invalid')
      if (!signedIn.has(socket)) socket.end()
    } else if (!signedIn.has(socket)) socket.destroy()
    else if (asked === 'event plain CUSTOM callcenter::info') {
      listening.add(socket)
      reply(socket, '+OK event listener enabled plain')
    } else if (asked.startsWith('api ')) socket.write(withBody('api/response', tables.get(asked.slice(4)) ?? '+OK\n'))
    else reply(socket, '-ERR command not found')
  }
  const server = createServer((socket) => {
    all.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      all.delete(socket)
      listening.delete(socket)
    })
    socket.write('Content-Type: auth/request\n\n')
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString()
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        answer(socket, text.slice(0, end))
        text = text.slice(end + 2)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    tables,
    say(action, fields) {
      const event = {
        'Event-Subclass': 'callcenter::info',
        'Event-Name': 'CUSTOM',
        'Event-Date-Timestamp': Date.now() * 1000,
        'CC-Action': action,
        ...fields,
      }
      const lines = Object.entries(event).map(([name, value]) => `${name}: ${encodeURIComponent(value)}\n`)
      for (const socket of listening) socket.write(withBody('text/event-plain', `${lines.join('')}\n`))
    },
    hangUp() {
      for (const socket of all) socket.destroy()
    },
    async close() {
      for (const socket of all) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
