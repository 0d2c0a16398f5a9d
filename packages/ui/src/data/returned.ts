import { useEffect, useState, useSyncExternalStore } from 'react'

const parameter = 'salesforce'

/** What Salesforce's sign-in came back with: `connected`, or the reason why not; null on any other visit. */
export function useReturned(): string | null {
  const [page] = useState(createVisit)
  const returned = useSyncExternalStore(page.subscribe, page.returned, onServer)
  useEffect(removeFromAddress, [])
  return returned
}

/** The page to come back to: this one, without the trace of an earlier return. */
export function currentPath(): string {
  const { pathname, search } = cleaned(new URL(location.href))
  return pathname + search
}

/** Remembers how the page was entered, also after the address was tidied. */
function createVisit() {
  let returned: string | null | undefined
  return {
    subscribe: () => () => {},
    returned: () => (returned ??= new URLSearchParams(location.search).get(parameter)),
  }
}

// So that neither a reload nor a bookmark says "connected" again.
function removeFromAddress() {
  const here = new URL(location.href)
  if (here.searchParams.has(parameter)) history.replaceState(history.state, '', cleaned(here))
}

function cleaned(url: URL): URL {
  url.searchParams.delete(parameter)
  return url
}

const onServer = () => null
