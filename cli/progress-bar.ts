const WIDTH = 30

/** A bar on a terminal, redrawn in place; nothing where there is no terminal. */
export interface ProgressBar {
  show(fraction: number, words: string): void
  end(): void
}

export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined }
  return {
    show(fraction, words) {
      const share = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0
      const done = Math.round(share * WIDTH)
      stream.write(
        `\r${'█'.repeat(done)}${'░'.repeat(WIDTH - done)} ${String(Math.floor(share * 100)).padStart(3)} % ${words}\u001B[K`,
      )
    },
    end() {
      stream.write('\n')
    },
  }
}
