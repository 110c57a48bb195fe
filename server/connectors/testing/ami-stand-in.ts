import { createServer, type AddressInfo, type Socket } from 'node:net'

type Fields = Readonly<Record<string, string | number>>

/** An Asterisk that speaks its manager interface, as far as Pult listens to it. */
export interface AmiStandIn {
  readonly port: number
  /** What QueueStatus tells from now on. */
  status: readonly Fields[]
  /** Tells everybody who is signed in. */
  say(event: string, fields: Fields): void
  /** Ends all connections, as a restart does. */
  hangUp(): void
  readonly signIns: () => number
  close(): Promise<void>
}

export async function openAmiStandIn(user: string, secret: string): Promise<AmiStandIn> {
  const signedIn = new Set<Socket>()
  const all = new Set<Socket>()
  let signIns = 0
  let status: readonly Fields[] = []
  const write = (socket: Socket, fields: Fields): void => {
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  }
  const answer = (socket: Socket, asked: Readonly<Record<string, string>>): void => {
    const id = asked['ActionID'] === undefined ? {} : { ActionID: asked['ActionID'] }
    if (asked['Action'] === 'Login') {
      if (asked['Username'] !== user || asked['Secret'] !== secret) {
        write(socket, { Response: 'Error', ...id, Message: 'Authentication failed' })
        socket.end()
        return
      }
      signIns++
      signedIn.add(socket)
      write(socket, { Response: 'Success', ...id, Message: 'Authentication accepted' })
      write(socket, { Event: 'FullyBooted', Privilege: 'system,all', Status: 'Fully Booted' })
    } else if (asked['Action'] === 'QueueStatus') {
      write(socket, { Response: 'Success', ...id, EventList: 'start', Message: 'Queue status will follow' })
      for (const one of status) write(socket, { ...one, ...id })
      write(socket, { Event: 'QueueStatusComplete', ...id, EventList: 'Complete', ListItems: status.length })
    } else write(socket, { Response: 'Success', ...id, Ping: 'Pong' })
  }
  const server = createServer((socket) => {
    all.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      all.delete(socket)
      signedIn.delete(socket)
    })
    socket.write('Asterisk Call Manager/9.0.0\r\n')
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString()
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const lines = text.slice(0, end).split('\r\n')
        text = text.slice(end + 4)
        answer(socket, Object.fromEntries(lines.map((line) => line.split(': ', 2) as [string, string])))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    get status() {
      return status
    },
    set status(next) {
      status = next
    },
    say(event, fields) {
      for (const socket of signedIn) write(socket, { Event: event, Privilege: 'agent,all', ...fields })
    },
    hangUp() {
      for (const socket of all) socket.destroy()
    },
    signIns: () => signIns,
    async close() {
      for (const socket of all) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
