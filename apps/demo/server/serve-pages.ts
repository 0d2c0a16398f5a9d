import express, { type Express } from 'express'
import { join } from 'node:path'

// The kit needs nothing beyond this: no inline style or script, and no other host.
const policy =
  "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'"

/** Serves the built pages, and index.html for every path that the router of the pages knows. */
export function servePages(app: Express, folder: string): void {
  app.use((_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy)
    next()
  })
  app.use(express.static(folder))
  app.get('/{*path}', (_request, response) => {
    response.sendFile(join(folder, 'index.html'))
  })
}
