declare module '*.css?inline' {
  const css: string
  export default css
}
declare module '*?raw' {
  const text: string
  export default text
}
interface ImportMeta {
  /** `VITEST_STORYBOOK` is `'false'` while Vitest runs the stories, and `'true'` while Storybook asks it to. */
  readonly env: { readonly VITEST_STORYBOOK?: 'true' | 'false' }
}
