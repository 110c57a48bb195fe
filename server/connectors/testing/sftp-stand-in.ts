import { createHash } from 'node:crypto'
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import ssh2, { type Connection, type ParsedKey, type SFTPWrapper } from 'ssh2'

/** How a machine may misbehave. */
interface Manners {
  /** The line is cut when so many bytes of files have been sent; once. */
  cutAfterBytes: number | null
  /** What happens before a piece of a file is sent. */
  beforePiece: ((path: string) => Promise<void>) | null
  /** Where nothing may be moved or deleted. */
  readOnly: string | null
}

/** A machine that speaks SSH and gives a folder away by SFTP. */
export interface SftpStandIn {
  readonly port: number
  readonly hostKey: string
  readonly manners: Manners
  /** How many times somebody tried to sign in. */
  signIns(): number
  /** Another machine at the same address. */
  changeHostKey(): Promise<void>
  close(): Promise<void>
}

interface Lets {
  readonly user: string
  readonly password: string
  /** Who has its private half comes in too. */
  readonly publicKey?: string
}

export async function openSftpStandIn(folder: string, lets: Lets): Promise<SftpStandIn> {
  const manners: Manners = { cutAfterBytes: null, beforePiece: null, readOnly: null }
  const known = lets.publicKey === undefined ? null : parsed(lets.publicKey)
  const lines = new Set<Connection>()
  let signIns = 0

  function serverWith(hostKey: { readonly private: string }): ssh2.Server {
    return new ssh2.Server({ hostKeys: [hostKey.private] }, (line) => {
      lines.add(line)
      line.on('error', () => undefined)
      line.on('close', () => lines.delete(line))
      line.on('authentication', (asked) => {
        if (asked.method === 'none' || asked.username !== lets.user) return asked.reject(['password', 'publickey'])
        signIns += 1
        if (asked.method === 'password' && asked.password === lets.password) return asked.accept()
        if (asked.method === 'publickey' && known?.getPublicSSH().equals(asked.key.data) === true) {
          const { signature, blob } = asked
          // A signature that is none is answered with an error, whatever the types say.
          const outcome: unknown =
            signature === undefined || known.verify(blob ?? Buffer.alloc(0), signature, asked.hashAlgo)
          return outcome === true ? asked.accept() : asked.reject()
        }
        asked.reject(['password', 'publickey'])
      })
      line.on('session', (accept) =>
        accept().on('sftp', (acceptSftp) => serveFolder(acceptSftp(), folder, manners, () => line.end())),
      )
    })
  }

  let hostKey = newHostKey()
  let server = serverWith(hostKey)
  await listening(server, 0)
  const { port } = server.address() as AddressInfo
  const stop = async (): Promise<void> => {
    for (const line of lines) line.end()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    port,
    get hostKey() {
      return hostKey.name
    },
    manners,
    signIns: () => signIns,
    async changeHostKey() {
      await stop()
      hostKey = newHostKey()
      server = serverWith(hostKey)
      await listening(server, port)
    },
    close: stop,
  }
}

const listening = (server: ssh2.Server, port: number): Promise<void> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()))

function newHostKey(): { readonly private: string; readonly name: string } {
  const pair = ssh2.utils.generateKeyPairSync('ed25519')
  const blob = parsed(pair.public).getPublicSSH()
  const print = createHash('sha256').update(blob).digest('base64').replaceAll('=', '')
  return { private: pair.private, name: `ssh-ed25519 SHA256:${print}` }
}

function parsed(key: string): ParsedKey {
  const read = ssh2.utils.parseKey(key)
  if (read instanceof Error) throw read
  return read
}

const { OK, EOF, FAILURE, NO_SUCH_FILE, PERMISSION_DENIED } = ssh2.utils.sftp.STATUS_CODE

interface Opened {
  readonly path: string
  /** Null: a folder; what is left to be listed. */
  readonly file: FileHandle | null
  names: string[]
}

function serveFolder(sftp: SFTPWrapper, root: string, manners: Manners, cut: () => void): void {
  const opened = new Map<number, Opened>()
  let last = 0
  const pathOf = (asked: string): string => join(root, join('/', asked))
  const keep = (one: Opened): Buffer => {
    last += 1
    opened.set(last, one)
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(last)
    return handle
  }
  const of = (handle: Buffer): Opened | undefined => opened.get(handle.readUInt32BE(0))
  const answer = (id: number, work: () => Promise<unknown>): void => {
    work().catch((error: NodeJS.ErrnoException) => sftp.status(id, error.code === 'ENOENT' ? NO_SUCH_FILE : FAILURE))
  }
  const change = (id: number, path: string, work: () => Promise<unknown>): void =>
    manners.readOnly !== null && path.startsWith(manners.readOnly)
      ? sftp.status(id, PERMISSION_DENIED)
      : answer(id, async () => {
          await work()
          sftp.status(id, OK)
        })
  const attributes = async (path: string) => {
    const { mode, uid, gid, size, atimeMs, mtimeMs } = await stat(path)
    return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) }
  }
  const tell = (id: number, path: string): void =>
    answer(id, async () => sftp.attrs(id, await attributes(pathOf(path))))

  sftp.on('close', () => {
    for (const { file } of opened.values()) void file?.close()
    opened.clear()
  })
  sftp.on('STAT', tell)
  sftp.on('LSTAT', tell)
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => sftp.handle(id, keep({ path, file: null, names: await readdir(pathOf(path)) }))),
  )
  sftp.on('READDIR', (id, handle) =>
    answer(id, async () => {
      const found = of(handle)
      const names = found?.names.splice(0) ?? []
      if (names.length === 0) return sftp.status(id, EOF)
      const entries = names.map(async (filename) => ({
        filename,
        longname: filename,
        attrs: await attributes(join(pathOf(found?.path ?? ''), filename)),
      }))
      return sftp.name(id, await Promise.all(entries))
    }),
  )
  sftp.on('OPEN', (id, path) =>
    answer(id, async () => sftp.handle(id, keep({ path, file: await open(pathOf(path)), names: [] }))),
  )
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, async () => {
      await manners.beforePiece?.(of(handle)?.path ?? '')
      const bytes = Buffer.alloc(length)
      const { bytesRead = 0 } = (await of(handle)?.file?.read(bytes, 0, length, offset)) ?? {}
      if (bytesRead === 0) return sftp.status(id, EOF)
      if (manners.cutAfterBytes !== null && offset + bytesRead > manners.cutAfterBytes) {
        manners.cutAfterBytes = null
        await rest(10)
        return cut()
      }
      return sftp.data(id, bytes.subarray(0, bytesRead))
    }),
  )
  sftp.on('CLOSE', (id, handle) =>
    answer(id, async () => {
      await of(handle)?.file?.close()
      opened.delete(handle.readUInt32BE(0))
      sftp.status(id, OK)
    }),
  )
  sftp.on('REMOVE', (id, path) => change(id, path, () => rm(pathOf(path))))
  sftp.on('RENAME', (id, from, to) => change(id, from, () => renameFree(pathOf(from), pathOf(to))))
}

/** As the protocol wants it: never over a file that is there. */
async function renameFree(from: string, to: string): Promise<void> {
  const isThere = await stat(to).then(
    () => true,
    () => false,
  )
  if (isThere) throw new Error('there is such a file')
  await rename(from, to)
}
