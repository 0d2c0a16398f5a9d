/** Says, in a form that clients should not look into, which row of a job's results a page begins with. */
export function locatorAt(jobId: string, row: number): string {
  return Buffer.from(`0:${jobId}:${row}`).toString('base64url')
}

/** The row that a locator stands for; undefined when it is not one of this job. */
export function rowOfLocator(jobId: string, locator: string): number | undefined {
  const [, id, row] = /^0:(\w+):(\d+)$/.exec(Buffer.from(locator, 'base64url').toString()) ?? []
  return id === jobId ? Number(row) : undefined
}
