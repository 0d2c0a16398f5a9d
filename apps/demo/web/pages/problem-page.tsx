import { Link, useRouteError } from 'react-router'

export function ProblemPage() {
  const error = useRouteError()
  const message = error instanceof Error ? error.message : 'There is no such page.'
  return (
    <div className="problem" role="alert">
      <h1>This page could not be shown</h1>
      <p>{message}</p>
      <Link to="/integrations">Go to Integrations</Link>
    </div>
  )
}
