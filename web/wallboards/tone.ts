/** One tone, made by the browser itself. */
export interface Tone {
  readonly sound: () => void
  readonly close: () => void
}

const HERTZ = 660
const SECONDS = 0.7
const LOUD = 0.25

/** Browsers let a page sound only after somebody has pressed something: call it then. */
export function openTone(): Tone {
  const context = new AudioContext()
  return {
    sound() {
      void context.resume()
      const [voice, gain] = [context.createOscillator(), context.createGain()]
      voice.frequency.value = HERTZ
      // It rises and falls: a tone that is cut off clicks.
      gain.gain.setValueAtTime(0, context.currentTime)
      gain.gain.linearRampToValueAtTime(LOUD, context.currentTime + 0.02)
      gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS)
      voice.connect(gain).connect(context.destination)
      voice.start()
      voice.stop(context.currentTime + SECONDS)
    },
    close: () => void context.close(),
  }
}
