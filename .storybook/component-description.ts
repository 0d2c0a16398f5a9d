interface Documented {
  /** What `react-docgen` has read of it. */
  __docgenInfo?: { description?: string }
}

/** What the documentation says of a component, with the example of its doc comment as code: as prose it would lose its markup. */
export function componentDescription(component: Documented | null | undefined): string {
  // oxlint-disable-next-line no-underscore-dangle -- react-docgen's own name for it
  const [prose = '', example] = (component?.__docgenInfo?.description ?? '').split(/^@example\s*$/m)
  return example === undefined ? prose : `${prose.trim()}\n\n\`\`\`tsx\n${example.trim()}\n\`\`\``
}
