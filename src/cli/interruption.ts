const codes = { SIGINT: 130, SIGTERM: 143 } as const

type Signal = keyof typeof codes

/** A person or a system asked the command to stop: says what is kept and how to go on. */
export class Interrupted extends Error {
  readonly exitCode: number
  constructor(signal: Signal, message: string) {
    super(message)
    this.name = 'Interrupted'
    this.exitCode = codes[signal]
  }
}

/**
 * Runs work that Ctrl-C and SIGTERM abort instead of killing the process; a second signal ends the
 * process at once. Work that rejects after a signal rejects with Interrupted, which says `words`.
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  words: () => string,
): Promise<T> {
  const controller = new AbortController()
  let first: Signal | null = null
  const onSignal = (signal: Signal) => {
    if (first) process.exit(codes[signal])
    first = signal
    controller.abort()
  }
  const signals = Object.keys(codes) as Signal[]
  for (const signal of signals) process.on(signal, onSignal)
  try {
    return await work(controller.signal)
  } catch (error) {
    if (first) throw new Interrupted(first, words())
    throw error
  } finally {
    for (const signal of signals) process.off(signal, onSignal)
  }
}
