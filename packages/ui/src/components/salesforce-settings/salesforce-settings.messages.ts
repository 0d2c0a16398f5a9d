import type { Formats } from '../../formats.ts'
import type { Messages } from '../../messages.ts'

export const salesforceSettingsMessages = {
  connection: 'Connection',
  setup: 'Pryzm_ID field and access',
  mapping: 'Mapping',
  sync: 'Sync',
  progress: ({ done, total }: { done: number; total: number }, f: Formats) =>
    `${f.number(done)} of ${f.number(total)} steps done.`,
  lastPull: 'Last pull',
  skip: 'Skip to next step',
  show: ({ step }: { step: string }) => `Show ${step}`,
  hide: ({ step }: { step: string }) => `Hide ${step}`,
  showWord: 'Show',
  hideWord: 'Hide',
  done: '(done)',
  current: '(next)',
  upcoming: '(later)',
  next: 'Next',
  connectedTo: ({ org }: { org: string }) => `Connected to ${org}`,
  reconnectNeeded: 'Reconnect needed',
  setupReady: 'Ready',
  setupUnknown: 'Not checked yet',
  setupChecking: 'Checking',
  setupOpen: 'Needs changes',
  pairs: ({ pairs }: { pairs: number }, f: Formats) =>
    f.plural(pairs, { one: `${f.number(pairs)} field mapped`, other: `${f.number(pairs)} fields mapped` }),
  needAttention: ({ count }: { count: number }, f: Formats) =>
    f.plural(count, { one: `${f.number(count)} needs attention`, other: `${f.number(count)} need attention` }),
  notMapped: 'Nothing mapped yet',
  notPulled: 'Nothing pulled yet',
  running: 'Running',
  pulled: 'Pulled',
  pulledWithErrors: 'Pulled, some records need attention',
  notFinished: 'The last pull did not finish',
  nextSetup: 'Next: add the Pryzm_ID field in Salesforce',
  justConnected: ({ org }: { org: string }) => `Salesforce connected to ${org}.`,
  syncPaused: 'Sync is paused until Salesforce is reconnected.',
  viewOnly: 'You can look at everything here. Changing it needs integrations:manage. Workspace Admins have it.',
  moduleDisabled: 'The Salesforce Integration module is not enabled for this workspace.',
  moduleDisabledBody:
    'It keeps organizations, people and a pipeline in step with Salesforce. Ask your account team to enable it.',
  loadFailed: "The Salesforce settings didn't load",
  stillLoading: 'Still loading the Salesforce settings',
} satisfies Messages
export type SalesforceSettingsMessages = typeof salesforceSettingsMessages
