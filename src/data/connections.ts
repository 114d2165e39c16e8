import { type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { connectTimeoutMs, silenceTimeoutMs } from './network-fault.ts'

/** Connections that use http_proxy, https_proxy and no_proxy of `env`, in lower or upper case. */
export function openConnections(env: Readonly<Record<string, string | undefined>>): Dispatcher {
  const variable = (name: string) => env[name] || env[name.toUpperCase()] || ''
  return new EnvHttpProxyAgent({
    httpProxy: variable('http_proxy'),
    httpsProxy: variable('https_proxy'),
    noProxy: variable('no_proxy'),
    connect: { timeout: connectTimeoutMs },
    proxyTls: { timeout: connectTimeoutMs },
    requestTls: { timeout: connectTimeoutMs },
    headersTimeout: silenceTimeoutMs,
    bodyTimeout: silenceTimeoutMs,
  })
}
