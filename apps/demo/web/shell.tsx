import { SalesforceProvider } from '@pryzm/salesforce-ui'
import { useLayoutEffect, useRef } from 'react'
import { NavLink, Outlet, useLoaderData, useLocation, useNavigate, useRevalidator } from 'react-router'
import { becomePerson, type Demo } from './demo-api.ts'
import { RouterLink } from './router-link.tsx'
import { salesforceClient } from './salesforce.ts'

/** The frame around every page: where to go, and who you are. */
export function Shell() {
  const demo = useLoaderData<Demo>()
  const navigate = useNavigate()
  const revalidator = useRevalidator()
  useHeadingFocused()
  return (
    // Another person may do other things, so that everything the kit has read starts afresh.
    <SalesforceProvider
      key={`${demo.person.id} ${demo.moduleEnabled}`}
      client={salesforceClient}
      slots={{ Link: RouterLink }}
      onNavigate={(to) => void navigate(to)}
      // A new pipeline is a new record type in the navigation.
      onPipelineChosen={() => void revalidator.revalidate()}
    >
      <div className="shell">
        <a className="skip" href="#main">
          Skip to content
        </a>
        <Sidebar demo={demo} />
        <main className="main" id="main">
          <Outlet />
        </main>
      </div>
    </SalesforceProvider>
  )
}

/** A new page puts focus on its heading, as one that the browser loads starts at its top. */
function useHeadingFocused() {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  // Before anybody can press a key in a page where nothing has focus.
  useLayoutEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const heading = document.querySelector<HTMLElement>('#main h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }, [pathname])
}

function Sidebar({ demo }: { demo: Demo }) {
  return (
    <header className="sidebar">
      <p className="brand">
        <img src="/icon.svg" alt="" width="24" height="24" />
        Pryzm
      </p>
      <nav className="nav" aria-label="Pryzm">
        <p className="nav-heading">Records</p>
        {demo.recordTypes.map(({ recordType, labelPlural }) => (
          <NavLink key={recordType} className="nav-link" to={`/records/${recordType}`}>
            {labelPlural}
          </NavLink>
        ))}
        <p className="nav-heading">Settings</p>
        <NavLink className="nav-link" to="/integrations">
          Integrations
        </NavLink>
      </nav>
      <div className="sidebar-end">
        {demo.orgUrl && (
          <a className="org-link" href={demo.orgUrl} target="_blank" rel="noreferrer">
            Open the emulated org <span aria-hidden="true">↗</span>
            <span className="visually-hidden">, opens in a new tab</span>
          </a>
        )}
        <PersonSwitch demo={demo} />
      </div>
    </header>
  )
}

function PersonSwitch({ demo }: { demo: Demo }) {
  const revalidator = useRevalidator()
  const become = async (id: string) => {
    await becomePerson(id)
    await revalidator.revalidate()
  }
  return (
    <label className="person">
      <span className="person-label">Signed in as</span>
      <select className="select" value={demo.person.id} onChange={(event) => void become(event.target.value)}>
        {demo.people.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {role} · {name.split(' ')[0]}
          </option>
        ))}
      </select>
    </label>
  )
}
