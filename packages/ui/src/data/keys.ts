/** The names under which answers are kept; the live stream writes to the same ones. */
export const keys = {
  connection: ['connection'],
  setup: ['setup'],
  mapping: ['mapping'],
  schemas: ['schema'],
  pipelines: ['pipelines'],
  previews: ['preview'],
  latestRun: ['runs', 'latest'],
  jobs: ['jobs'],
  job: (id: string) => ['job', id],
  pushTargets: ['push-target'],
} as const
