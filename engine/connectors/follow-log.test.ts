import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { endOf, nextPiece, type LogFiles, type LogPosition } from './follow-log.ts'

interface Disk extends LogFiles {
  write(text: string): void
  /** A new name for the file; the next line makes a new file. */
  rename(): void
  /** A copy under a new name; the file itself is emptied. */
  copyTruncate(): void
  truncate(): void
  remove(): void
}

/** A folder with a log, as a test writes it. */
function createDisk(): Disk {
  interface File {
    inode: string
    bytes: Uint8Array
    modifiedAt: number
  }
  let clock = 0
  let inodes = 0
  let log: File | null = null
  const rotated: File[] = []
  const nameOf = (file: File): string => (file === log ? 'queue_log' : `queue_log.${file.inode}`)
  const listed = (file: File) => ({
    name: nameOf(file),
    inode: file.inode,
    size: file.bytes.length,
    modifiedAt: file.modifiedAt,
  })
  const fresh = (bytes: Uint8Array): File => ({ inode: String(++inodes), bytes, modifiedAt: ++clock })
  return {
    list: () => Promise.resolve({ log: log === null ? null : listed(log), rotated: rotated.map(listed) }),
    read({ inode }, from, to) {
      const file = [log, ...rotated].find((one) => one?.inode === inode)
      return Promise.resolve(file?.bytes.slice(from, to) ?? new Uint8Array(0))
    },
    digest: (bytes) => new TextDecoder().decode(bytes),
    write(text) {
      log ??= fresh(new Uint8Array(0))
      const more = new TextEncoder().encode(text)
      const bytes = new Uint8Array(log.bytes.length + more.length)
      bytes.set(log.bytes)
      bytes.set(more, log.bytes.length)
      log.bytes = bytes
      log.modifiedAt = ++clock
    },
    rename() {
      if (log !== null) rotated.push(log)
      log = null
    },
    copyTruncate() {
      if (log === null) return
      rotated.push(fresh(log.bytes))
      log.bytes = new Uint8Array(0)
    },
    truncate() {
      if (log !== null) log.bytes = new Uint8Array(0)
    },
    remove() {
      log = null
    },
  }
}

/** All that can be read now. */
async function readOn(disk: Disk, from: LogPosition | null, mostBytes = 64) {
  let position = from
  let text = ''
  const seams: string[] = []
  for (;;) {
    const piece = await nextPiece(disk, position, mostBytes)
    if (piece === null) return { text, position, seams }
    text += new TextDecoder().decode(piece.bytes)
    position = piece.position
    if (piece.seam !== null) seams.push(piece.seam)
  }
}

describe('a log that grows', () => {
  it('is read line by line; a line that is being written waits for its end', async () => {
    const disk = createDisk()
    expect(await nextPiece(disk, null, 64)).toBeNull()
    disk.write('one\ntw')
    const first = await readOn(disk, null)
    expect(first.text).toBe('one\n')
    disk.write('o\n')
    expect((await readOn(disk, first.position)).text).toBe('two\n')
  })

  it('is begun at its end when only what comes is wanted', async () => {
    const disk = createDisk()
    disk.write('one\ntwo\nthr')
    const position = await endOf(disk)
    disk.write('ee\n')
    expect((await readOn(disk, position)).text).toBe('three\n')
  })

  it('is read on where it was renamed, after the last line that came under the old name', async () => {
    const disk = createDisk()
    disk.write('one\n')
    const { position } = await readOn(disk, null)
    disk.write('two\n')
    disk.rename()
    expect((await readOn(disk, position)).text).toBe('two\n')
    disk.write('three\n')
    const after = await readOn(disk, position)
    expect(after).toMatchObject({ text: 'two\nthree\n', seams: ['rotated'] })
  })

  it('tells when the file it read is gone without a copy', async () => {
    const disk = createDisk()
    disk.write('one\ntwo\n')
    const { position } = await readOn(disk, null)
    disk.truncate()
    expect(await nextPiece(disk, position, 64)).toBeNull()
    disk.write('a new line, longer than all before\n')
    expect(await readOn(disk, position)).toMatchObject({
      text: 'a new line, longer than all before\n',
      seams: ['lost'],
    })
    disk.remove()
    disk.write('another file\n')
    expect((await readOn(disk, position)).text).toBe('another file\n')
  })

  it('passes a line on in parts that is longer than what is read at once', async () => {
    const disk = createDisk()
    disk.write(`${'x'.repeat(300)}\nend\n`)
    expect((await readOn(disk, null)).text).toBe(`${'x'.repeat(300)}\nend\n`)
  })

  it('loses no line and tells none twice, however it is rotated and whenever it is looked at', async () => {
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.constant('write' as const) },
      { weight: 3, arbitrary: fc.constant('look' as const) },
      fc.constant('rename' as const),
      fc.constant('copyTruncate' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
        const disk = createDisk()
        let written = ''
        let read = ''
        let position = null as LogPosition | null
        const look = async (): Promise<void> => {
          const more = await readOn(disk, position, 24)
          read += more.text
          ;({ position } = more)
        }
        // Somebody has begun to follow the log before it is rotated.
        disk.write('0\n')
        await look()
        for (const [index, one] of acts.entries()) {
          if (one === 'look') await look()
          else if (one === 'write') {
            const line = `${index} ${'.'.repeat(index % 7)}\n`
            written += line
            disk.write(line)
            // A file emptied before its first line was ever looked at is known by nothing.
            if (position?.offset === 0) await look()
          } else disk[one]()
        }
        disk.write('end\n')
        await look()
        expect(read).toBe(`0\n${written}end\n`)
      }),
      { numRuns: 300 },
    )
  })
})
