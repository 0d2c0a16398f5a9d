/** One entry of Storybook's `index.json`. */
export interface Story {
  id: string
  /** Such as `PullPanel/States`. */
  title: string
  /** The export's name in words, such as `Paused Api Limit`. */
  name: string
  exportName?: string
  type: 'story' | 'docs'
}

/** The component of a story, such as `PullPanel`. */
export function componentOf({ title }: Story): string {
  return title.split('/')[0] ?? title
}

/** Whether it shows a state of the design, rather than a playground or a flow. */
export function isState({ title, type }: Story): boolean {
  return type === 'story' && title.endsWith('/States')
}
