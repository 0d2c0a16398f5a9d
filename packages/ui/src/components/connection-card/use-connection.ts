import { type Connection, connectUrl, type SyncError } from '@pryzm/salesforce-sdk'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import {
  type Action,
  actionOf,
  currentPath,
  isOver,
  type LoadingPhase,
  useAction,
  useData,
  useLive,
  useLoadingPhase,
  useOnline,
  useQueries,
  useRead,
  useReturned,
} from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import { usePresentation } from '../../presentation.ts'
import { type SignInWindow, useSignInWindow } from './use-sign-in-window.ts'

export interface ConnectOptions {
  /** A My Domain host to sign in at, such as `acme.my.salesforce.com`. */
  loginHost?: string
}

/** What every state knows once the server has answered. */
export interface KnownConnection {
  connection: Connection
  canManage: boolean
  online: boolean
  /** When the server last answered, in milliseconds. */
  checkedAt: number
  check: Action
  /** Leaves for Salesforce's sign-in. */
  connect: Action<ConnectOptions | void>
  /** Where the sign-in starts by itself, for a link that may be opened in a new tab; null where only `connect` can start it. */
  connectHref: (options?: ConnectOptions) => string | null
  disconnect: Action
  chooseOrg: Action<'keep' | 'start_fresh'>
  /** True where a disconnect would stop a pull. */
  pullRunning: boolean
  /** What the sign-in just came back with: `connected`, a reason, or null. */
  returned: string | null
  /** True after a disconnect on this page. */
  disconnectedJustNow: boolean
  /** The window of the sign-in where it has one; `closed` for a sign-in in this tab. */
  signInWindow: SignInWindow
}

export type ConnectionState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'module_disabled' }
  | ({ status: Connection['status'] } & KnownConnection)

export interface UseConnectionOptions {
  /** Path to come back to after signing in; this page by default. */
  returnTo?: string | undefined
  /** Whether Salesforce's sign-in takes this tab or a window of its own; `redirect` by default. */
  signIn?: 'redirect' | 'popup' | undefined
}

/** The workspace's connection to Salesforce, and what can be done with it. */
export function useConnection({ returnTo, signIn = 'redirect' }: UseConnectionOptions = {}): ConnectionState {
  const queries = useQueries()
  const read = useRead(queries.connection())
  const run = useRead({ ...queries.latestRun(), enabled: read.data !== undefined })
  const phase = useLoadingPhase(read.isPending)
  const online = useOnline()
  const returned = useReturned()
  const reread = read.refetch
  const signInWindow = useSignInWindow(
    useCallback(() => void reread(), [reread]),
    outcomeOf(read.data),
  )
  const connect = useConnect(returnTo, signIn === 'popup' ? signInWindow : null)
  const connectHref = useConnectHref(returnTo, signIn)
  const disconnect = useDisconnect()
  const chooseOrg = useChooseOrg()
  useLive()
  useReturnedEvents(returned, read.data)

  const again = () => void read.refetch()
  if (read.error?.code === 'module_disabled') return { status: 'module_disabled' }
  if (read.data === undefined && read.error)
    return { status: 'load_failed', error: read.error, retry: again, retrying: read.isFetching }
  if (read.data === undefined || phase === 'skeleton' || phase === 'slow') {
    return { status: 'loading', phase: phase === 'done' ? 'quiet' : phase, retry: again }
  }
  return {
    status: read.data.status,
    connection: read.data,
    canManage: read.data.viewer.canManage,
    online,
    checkedAt: read.dataUpdatedAt,
    check: { run: again, busy: read.isFetching, error: read.error, reset: () => {} },
    connect,
    connectHref,
    disconnect: actionOf(disconnect),
    chooseOrg,
    pullRunning: run.data?.run != null && !isOver(run.data.run.state),
    returned,
    signInWindow,
    disconnectedJustNow: disconnect.isSuccess && read.data.status === 'disconnected',
  }
}

/** How the last sign-in ended; null while one is under way. */
function outcomeOf(connection: Connection | undefined): string | null {
  if (!connection || connection.status === 'connecting') return null
  return [connection.connectedAt, connection.statusSince, connection.reason].join(' ')
}

function useConnect(returnTo: string | undefined, signInWindow: SignInWindow | null): Action<ConnectOptions | void> {
  const { client, host } = useData()
  const { assign } = usePresentation()
  const connect = useAction({
    mutationFn: (options: ConnectOptions | void) =>
      client.connection.connect({ returnTo: returnTo ?? currentPath(), ...options }),
    onMutate: () => host().onConnectStart?.(),
    onSuccess: ({ authorizeUrl }) => (signInWindow ?? { go: assign }).go(authorizeUrl),
    onError: () => signInWindow?.close(),
  })
  const action = actionOf(connect)
  if (signInWindow) {
    return {
      ...action,
      run(options) {
        signInWindow.open()
        action.run(options)
      },
    }
  }
  // The page is about to be left: until then the button stays busy.
  return { ...action, busy: connect.isPending || connect.isSuccess }
}

/** A link holds the address from the start; the server does not know the page that it is on. */
function useConnectHref(returnTo: string | undefined, signIn: 'redirect' | 'popup'): KnownConnection['connectHref'] {
  const { client } = useData()
  const here = useSyncExternalStore(subscribeToNothing, currentPath, unknownOnServer)
  const back = returnTo ?? here
  return (options) => (signIn === 'popup' || back === null ? null : connectUrl(client, { returnTo: back, ...options }))
}

const subscribeToNothing = () => () => {}
const unknownOnServer = () => null

function useDisconnect() {
  const { client, cache, host } = useData()
  return useAction({
    mutationFn: () => client.connection.disconnect(),
    onSuccess: (connection) => {
      cache.setQueryData(keys.connection, connection)
      void cache.invalidateQueries({ queryKey: keys.latestRun })
      cache.removeQueries({ queryKey: keys.setup })
      host().onDisconnected?.()
    },
  })
}

function useChooseOrg(): Action<'keep' | 'start_fresh'> {
  const { client, cache } = useData()
  return actionOf(
    useAction({
      mutationFn: (choice: 'keep' | 'start_fresh') => client.connection.chooseOrg({ choice }),
      onSuccess: (connection) => {
        cache.setQueryData(keys.connection, connection)
        void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.connection[0] })
      },
    }),
  )
}

// A page may show the connection in two places; the host hears of it once.
const told = new WeakSet<QueryClient>()

function useReturnedEvents(returned: string | null, connection: Connection | undefined) {
  const { cache, host } = useData()
  useEffect(() => {
    if (returned === null || !connection || told.has(cache)) return
    told.add(cache)
    if (connection.status === 'connected') host().onConnected?.(connection)
    else if (connection.reason) host().onConnectFailed?.(connection.reason)
  }, [returned, connection, cache, host])
}
