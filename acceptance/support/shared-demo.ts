import { type DemoProcess, startDemoProcess } from '../../e2e/support/demo-process.ts'

/** One demo for the checks of a file, started when the first of them asks. */
export function sharedDemo() {
  let starting: Promise<DemoProcess> | undefined
  return {
    url: async () => (await (starting ??= startDemoProcess())).url,
    async stop() {
      const demo = await starting?.catch(() => undefined)
      await demo?.stop()
      demo?.removeData()
    },
  }
}
