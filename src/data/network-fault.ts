/** Short, so that a machine without a network goes on within seconds. */
export const connectTimeoutMs = 3000
/** A server that is silent for so long is given up. */
export const silenceTimeoutMs = 15_000

/** Is it worth asking the same server again, or only another one? */
export type Retry = 'again' | 'elsewhere'

/** Something outside this program went wrong on the way of a file; not a bug. */
export class NetworkFault extends Error {
  readonly retry: Retry
  constructor(message: string, retry: Retry) {
    super(message)
    this.retry = retry
  }
}

/** What people call the codes that come up, and whether to ask again. */
const known: Readonly<Record<string, readonly [string, Retry]>> = {
  ENOTFOUND: ['name unknown; is there a network?', 'elsewhere'],
  EAI_AGAIN: ['name lookup failed; is there a network?', 'elsewhere'],
  ECONNREFUSED: ['connection refused', 'elsewhere'],
  ENETUNREACH: ['no network', 'elsewhere'],
  EHOSTUNREACH: ['no way to the host', 'elsewhere'],
  UND_ERR_CONNECT_TIMEOUT: [`no answer in ${connectTimeoutMs / 1000} s`, 'elsewhere'],
  UND_ERR_ABORTED: ['the proxy refused', 'elsewhere'],
  UND_ERR_HEADERS_TIMEOUT: [`silent for ${silenceTimeoutMs / 1000} s`, 'again'],
  UND_ERR_BODY_TIMEOUT: [`silent for ${silenceTimeoutMs / 1000} s`, 'again'],
  UND_ERR_SOCKET: ['the connection broke', 'again'],
  ECONNRESET: ['the connection broke', 'again'],
}

/** The fault behind an error of fetch, which hides it under `cause`; rethrows what is none (a bug). */
export function networkFault(error: unknown): NetworkFault {
  if (!(error instanceof Error)) throw error
  const reason = error.cause instanceof Error ? error.cause : error
  if (reason instanceof NetworkFault) return reason
  const { code, message } = reason as NodeJS.ErrnoException
  if (code && code in known) return new NetworkFault(...known[code])
  // How fetch says that the far end failed, whatever the reason.
  const isFetchFailure = error.message === 'fetch failed' || error.message === 'terminated'
  if (isFetchFailure || code === 'ERR_INVALID_URL')
    return new NetworkFault(code ? `${message} (${code})` : message, 'elsewhere')
  throw error
}
