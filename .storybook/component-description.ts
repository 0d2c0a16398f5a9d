/** What the documentation says of a component, with the example of its doc comment as code: as prose it would lose its markup. */
export function componentDescription(component: { __docgenInfo?: { description?: string } } | null | undefined): string {
  const [prose = '', example] = (component?.__docgenInfo?.description ?? '').split(/^@example\s*$/m)
  return example === undefined ? prose : `${prose.trim()}\n\n\`\`\`tsx\n${example.trim()}\n\`\`\``
}
