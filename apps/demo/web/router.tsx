import { createBrowserRouter, redirect } from 'react-router'
import { loadDemo, loadRecord, loadRecords } from './demo-api.ts'
import { IntegrationsPage } from './pages/integrations-page.tsx'
import { JobPage } from './pages/job-page.tsx'
import { JobsPage } from './pages/jobs-page.tsx'
import { MappingPage } from './pages/mapping-page.tsx'
import { NewRecordPage } from './pages/new-record-page.tsx'
import { ProblemPage } from './pages/problem-page.tsx'
import { RecordPage } from './pages/record-page.tsx'
import { RecordsPage } from './pages/records-page.tsx'
import { SalesforcePage } from './pages/salesforce-page.tsx'
import { Shell } from './shell.tsx'

/** Every page of the demo. */
export const router = createBrowserRouter([
  {
    id: 'shell',
    path: '/',
    Component: Shell,
    ErrorBoundary: ProblemPage,
    HydrateFallback: () => null,
    loader: loadDemo,
    children: [
      { index: true, loader: () => redirect('/integrations') },
      { path: 'integrations', Component: IntegrationsPage },
      { path: 'integrations/salesforce', Component: SalesforcePage },
      { path: 'integrations/salesforce/mapping', Component: MappingPage },
      { path: 'integrations/salesforce/jobs', Component: JobsPage },
      { path: 'integrations/salesforce/jobs/:jobId', Component: JobPage },
      { path: 'records/:recordType', Component: RecordsPage, loader: loadRecords, ErrorBoundary: ProblemPage },
      { path: 'records/:recordType/new', Component: NewRecordPage, loader: loadRecords, ErrorBoundary: ProblemPage },
      { path: 'records/:recordType/:recordId', Component: RecordPage, loader: loadRecord, ErrorBoundary: ProblemPage },
    ],
  },
])
