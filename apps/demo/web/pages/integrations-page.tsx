import { Link, useRevalidator, useRouteLoaderData } from 'react-router'
import { switchModule, type Demo } from '../demo-api.ts'

export function IntegrationsPage() {
  const demo = useRouteLoaderData<Demo>('shell')
  const revalidator = useRevalidator()
  if (!demo) return null
  const change = async (enabled: boolean) => {
    await switchModule(enabled)
    await revalidator.revalidate()
  }
  return (
    <>
      <title>Integrations · Pryzm</title>
      <h1>Integrations</h1>
      <section aria-labelledby="workspace-integrations">
        <h2 id="workspace-integrations">Workspace integrations</h2>
        <Link className="integration" to="/integrations/salesforce">
          <strong>Salesforce</strong>
          <span>Sync accounts, contacts and opportunities with organizations, people and a pipeline.</span>
        </Link>
      </section>
      <section className="demo-switches" aria-labelledby="demo-switches">
        <h2 id="demo-switches">Product modules</h2>
        <label className="check">
          <input type="checkbox" checked={demo.moduleEnabled} onChange={(event) => void change(event.target.checked)} />
          Salesforce Integration module
        </label>
        <p className="hint">In Pryzm an account team switches modules. Here you can, to see what people meet when it is off.</p>
      </section>
    </>
  )
}
