// oxlint-disable import/default -- `?raw` is the text of a file, which has no exports.
import { contract } from '@pryzm/salesforce-sdk/contract'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import eventsSource from '../../packages/ui/src/events.ts?raw'
import slotsSource from '../../packages/ui/src/styles/slots.ts?raw'
import states from '../../packages/ui/test/states.json'
import { eventsIn } from './events-in.ts'
import { slotsIn } from './slots-in.ts'

interface Route {
  route: { method?: string; path?: string; summary?: string }
  errorMap: Record<string, unknown>
}

/** The parts of a component that `classNames` reach, read from the type that checks them. */
export function Slots({ of }: { of: string }) {
  return (
    <table>
      <thead>
        <tr>
          <th>classNames</th>
          <th>in the page</th>
        </tr>
      </thead>
      <tbody>
        {slotsIn(slotsSource, of).map((slot) => (
          <tr key={slot}>
            <td>
              <code>{`'${of}.${slot}'`}</code>
            </td>
            <td>
              <code>{`[data-slot='${of}.${slot}']`}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a host has to serve for a component, as the contract has it, with the codes that each call may fail with. */
export function Routes({ names }: { names: readonly string[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>call</th>
          <th>route</th>
          <th>what for</th>
          <th>codes of its own</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const { route, errorMap } = routeOf(name)
          return (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>
                <code>{`${route.method} ${route.path}`}</code>
              </td>
              <td>{route.summary}</td>
              <td>
                {Object.keys(errorMap)
                  .filter(isOwn)
                  .map((code) => (
                    <span key={code}>
                      <code>{code}</code>{' '}
                    </span>
                  ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function isOwn(code: string): boolean {
  return !(code in routeOf('connection.get').errorMap)
}

function routeOf(name: string): Route {
  const [group = '', call = ''] = name.split('.')
  const groups: Record<string, Record<string, { '~orpc': Route }> | undefined> = contract
  const found = groups[group]?.[call]
  if (!found) throw new Error(`The contract has no ${name}.`)
  return found['~orpc']
}

/** The handlers of the provider that a component calls. */
export function Events({ names }: { names: readonly string[] }) {
  const types = eventsIn(eventsSource)
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <code>{`${name}${types[name] ?? ''}`}</code>
        </li>
      ))}
    </ul>
  )
}

/** Every state of the design as a link to its story. */
export function States({ of }: { of: keyof typeof states }) {
  return (
    <ul style={{ columns: '14em' }}>
      {states[of].map((name) => (
        <li key={name}>
          <a href={`?path=/story/${toId(`${of}/States`, storyNameFromExport(name))}`} target="_top">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
