import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { methodOverride } from 'hono/method-override'
import type { Controls } from './admin/operation.ts'
import { registerFaults } from './faults/register-faults.ts'
import { OAuthError } from './oauth/oauth-error.ts'
import type { Org } from './org/org.ts'
import { registerApiGate, registerWireHeaders } from './routes/api-gate.ts'
import type { App, AppEnv } from './routes/app.ts'
import { registerBulkIngest } from './routes/bulk-ingest.ts'
import { registerBulkQuery } from './routes/bulk-query.ts'
import { registerCollections } from './routes/collections.ts'
import { registerCompositeBatch } from './routes/composite-batch.ts'
import { registerCompositeGraph } from './routes/composite-graph.ts'
import { registerCompositeTree } from './routes/composite-tree.ts'
import { registerComposite } from './routes/composite.ts'
import { registerCompression } from './routes/compression.ts'
import { registerDescribe } from './routes/describe.ts'
import { registerEmulator } from './routes/emulator.ts'
import { registerIdentity } from './routes/identity.ts'
import { registerLayouts } from './routes/layouts.ts'
import { registerLimits } from './routes/limits.ts'
import { registerOAuthAuthorize } from './routes/oauth-authorize.ts'
import { registerOAuthRevoke } from './routes/oauth-revoke.ts'
import { registerOAuthToken } from './routes/oauth-token.ts'
import { registerPages } from './routes/pages.ts'
import { registerQuery } from './routes/query.ts'
import { registerRecords } from './routes/records.ts'
import { registerReplication } from './routes/replication.ts'
import { registerRequestCompression } from './routes/request-compression.ts'
import { registerRequestLogging } from './routes/request-logging.ts'
import { registerRequestSize } from './routes/request-size.ts'
import { registerRunningCalls } from './routes/running-calls.ts'
import { registerSoapPartner } from './routes/soap-partner.ts'
import { registerTooling } from './routes/tooling.ts'
import { registerUnknownRoutes } from './routes/unknown-routes.ts'
import { registerVersions } from './routes/versions.ts'
import { JsonValueError } from './wire/json-value-error.ts'
import { SalesforceError } from './wire/salesforce-error.ts'

/** Builds the HTTP face of an org: one function from a request to a response. */
export function createApp(org: Org, controls: Controls): App {
  const app: App = new Hono<AppEnv>({ getPath: tidyPath })
  registerRequestLogging(app, org)
  registerRunningCalls(app, org)
  registerRequestCompression(app)
  registerFaults(app, org)
  registerCompression(app)
  registerWireHeaders(app)
  registerRequestSize(app)
  registerOAuthAuthorize(app, org)
  registerOAuthToken(app, org)
  registerOAuthRevoke(app, org)
  registerIdentity(app, org)
  app.use('/services/data/*', methodOverride({ app, query: '_HttpMethod' }))
  registerApiGate(app, org)
  registerVersions(app, org)
  registerLimits(app, org)
  registerDescribe(app, org)
  registerLayouts(app, org)
  registerQuery(app, org)
  registerCollections(app, org)
  registerComposite(app, org)
  registerCompositeGraph(app, org)
  registerCompositeBatch(app, org)
  registerCompositeTree(app, org)
  registerTooling(app, org)
  registerReplication(app, org)
  registerRecords(app, org)
  registerBulkQuery(app, org)
  registerBulkIngest(app, org)
  registerEmulator(app, org, controls)
  registerSoapPartner(app, org)
  registerPages(app, org, controls)
  registerUnknownRoutes(app, org)
  app.onError(async (error, c) => errorResponse(error instanceof JsonValueError ? error.within(await c.req.text()) : error))
  return app
}

/** The Salesforce CLI asks for `//services/data`, and many clients end paths with a slash. */
function tidyPath(request: Request): string {
  const path = new URL(request.url).pathname.replace(/^\/+/, '/').replace(/\/+$/, '')
  return path === '' ? '/' : path
}

function errorResponse(error: Error): Response {
  if (error instanceof SalesforceError) return Response.json(error.errors, { status: error.status, headers: error.headers })
  if (error instanceof OAuthError) return Response.json({ error: error.error, error_description: error.message }, { status: 400 })
  if (error instanceof HTTPException) return error.getResponse()
  console.error(error)
  const message = `An unexpected error occurred in the org emulator, not in Salesforce: ${error.message}`
  return Response.json([{ message, errorCode: 'UNKNOWN_EXCEPTION' }], { status: 500 })
}
