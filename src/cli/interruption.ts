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

/** While it lasts, Ctrl-C and SIGTERM abort `signal` instead of killing the process. */
export interface InterruptionGuard {
  readonly signal: AbortSignal
  /** Which signal came; null when none did. */
  received(): Signal | null
  release(): void
}

/** Listens until released. A second signal ends the process at once. */
export function guardInterruption(): InterruptionGuard {
  const controller = new AbortController()
  let first: Signal | null = null
  const onSignal = (signal: Signal) => {
    if (first) process.exit(codes[signal])
    first = signal
    controller.abort()
  }
  const signals = Object.keys(codes) as Signal[]
  for (const signal of signals) process.on(signal, onSignal)
  return {
    signal: controller.signal,
    received: () => first,
    release: () => {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
