import { Salesforce } from './salesforce'

/** A server component; words for the kit are plain data, so they may come from here. */
export default function Settings() {
  return (
    <main>
      <h1>Settings</h1>
      <Salesforce messages={{ connection: { connect: 'Connect our org' } }} />
    </main>
  )
}
