/** For `beforeEach`: the page is entered as Salesforce's sign-in sends people back to it, until another story is shown. */
export function returnedFromSalesforce(): () => void {
  enter((query) => query.set('salesforce', 'connected'))
  return () => enter((query) => query.delete('salesforce'))
}

function enter(change: (query: URLSearchParams) => void): void {
  const here = new URL(location.href)
  change(here.searchParams)
  history.replaceState(history.state, '', here)
}
