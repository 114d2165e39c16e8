/** Short, so that a machine without a network continues within seconds. */
export const connectTimeoutMs = 3000
/** The longest wait for data from a server before the transfer is given up. */
export const silenceTimeoutMs = 15_000

/** Whether to try the same server again, or only another one. */
export type Retry = 'again' | 'elsewhere'

/** A file could not be transferred for a reason outside this program; not a bug. */
export class NetworkFault extends Error {
  readonly retry: Retry
  constructor(message: string, retry: Retry) {
    super(message)
    this.retry = retry
  }
}

/** Words for the error codes that occur, and whether to try again. */
const known: Readonly<Record<string, readonly [string, Retry]>> = {
  ENOTFOUND: ['name unknown; is there a network?', 'elsewhere'],
  EAI_AGAIN: ['name lookup failed; is there a network?', 'elsewhere'],
  ECONNREFUSED: ['connection refused', 'elsewhere'],
  ENETUNREACH: ['no network', 'elsewhere'],
  EHOSTUNREACH: ['the host cannot be reached', 'elsewhere'],
  UND_ERR_CONNECT_TIMEOUT: [`no answer in ${connectTimeoutMs / 1000} s`, 'elsewhere'],
  UND_ERR_ABORTED: ['the proxy refused', 'elsewhere'],
  UND_ERR_HEADERS_TIMEOUT: [`silent for ${silenceTimeoutMs / 1000} s`, 'again'],
  UND_ERR_BODY_TIMEOUT: [`silent for ${silenceTimeoutMs / 1000} s`, 'again'],
  UND_ERR_SOCKET: ['the connection broke', 'again'],
  ECONNRESET: ['the connection broke', 'again'],
}

/**
 * The network fault in an error of fetch, which keeps it under `cause`. Rethrows any other error,
 * which is a bug.
 */
export function networkFault(error: unknown): NetworkFault {
  if (!(error instanceof Error)) throw error
  const reason = error.cause instanceof Error ? error.cause : error
  if (reason instanceof NetworkFault) return reason
  const { code, message } = reason as NodeJS.ErrnoException
  if (code && code in known) return new NetworkFault(...known[code])
  // The messages of fetch for every failure of the server or the connection.
  const isFetchFailure = error.message === 'fetch failed' || error.message === 'terminated'
  if (isFetchFailure || code === 'ERR_INVALID_URL')
    return new NetworkFault(code ? `${message} (${code})` : message, 'elsewhere')
  throw error
}
