import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import pg from 'pg'

/** A line to a real database that can be cut and mended, as by a network or by a database that ends. */
export interface Line {
  readonly connectionString: string
  /** Every connection breaks, and no new one is taken. */
  cut(): void
  mend(): Promise<void>
  close(): void
}

export async function openLine(connectionString: string): Promise<Line> {
  const { host, port } = new pg.Client({ connectionString })
  const open = new Set<Socket>()
  const join = (one: Socket, other: Socket): void => {
    open.add(one)
    one.pipe(other)
    one.on('error', () => undefined)
    one.on('close', () => {
      open.delete(one)
      other.destroy()
    })
  }
  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
    join(near, far)
    join(far, near)
  })
  const listen = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const ours = await listen(0)
  const url = new URL(connectionString)
  // A host that is a folder cannot be set to another by URL's own rules.
  const there = new URL(`postgres://127.0.0.1:${ours}${url.pathname}`)
  there.username = url.username
  there.password = url.password
  const cut = (): void => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return {
    connectionString: there.href,
    cut,
    mend: async () => {
      await listen(ours)
    },
    close: cut,
  }
}
