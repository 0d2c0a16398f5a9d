import { type Dispatcher, EnvHttpProxyAgent, fetch, request, type RequestInit, type Response } from 'undici'

/** HTTP/1.1, as jsforce insists on too, and through the proxy that the environment names. */
const dispatcher = new EnvHttpProxyAgent({ allowH2: false })

/** The one way of this folder to the network. It follows no redirect, since the token would travel along. */
export function reach(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, redirect: 'manual', dispatcher })
}

/**
 * The same for bodies too large to hold: the answer's body comes as it was sent, compressed or not. The connection is not used
 * again: a body can be read so slowly that the server has long counted the connection as idle, and closed it, when its end is seen.
 */
export function reachStream(
  url: string,
  options: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body' | 'signal'>,
): Promise<Dispatcher.ResponseData> {
  return request(url, { ...options, reset: true, dispatcher })
}
