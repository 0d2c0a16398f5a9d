/** The public variables, without their `--pz-` and in camel case: `appearance={{ variables: { accent: '#ffd400' } }}`. */
export type PublicVariable =
  | 'canvas'
  | 'surface'
  | 'surfaceSubtle'
  | 'surfaceInset'
  | 'border'
  | 'borderControl'
  | 'text'
  | 'textMuted'
  | 'textPlaceholder'
  | 'textDisabled'
  | 'accent'
  | 'onAccent'
  | 'accentText'
  | 'accentSoft'
  | 'focus'
  | 'success'
  | 'warning'
  | 'danger'
  | 'info'
  | `on${'Success' | 'Warning' | 'Danger' | 'Info'}`
  | `${'success' | 'warning' | 'danger' | 'info'}${'Text' | 'Soft' | 'Border'}`
  | 'neutralSoft'
  | 'neutralText'
  | 'font'
  | 'fontMono'
  | 'fontSize'
  | 'radius'
  | 'density'
  | 'motion'
  | 'zOverlay'
  | 'shadowOverlay'

export interface Appearance {
  /** `inherit` follows the host's `color-scheme` or its `.dark` and `[data-theme=dark]`. */
  colorScheme?: 'inherit' | 'light' | 'dark'
  density?: 'comfortable' | 'compact'
  elevation?: 'raised' | 'flush'
  motion?: 'full' | 'none'
  variables?: Partial<Record<PublicVariable, string>>
}

/** The data attributes that carry an appearance on every `.pz-root`. */
export function appearanceAttributes({
  colorScheme,
  density,
  elevation,
  motion,
}: Appearance): Record<string, string | undefined> {
  return {
    'data-pz-scheme': colorScheme === 'inherit' ? undefined : colorScheme,
    'data-density': density,
    'data-elevation': elevation,
    'data-motion': motion === 'none' ? 'none' : undefined,
  }
}

/** Sets the variables through CSSOM, which a strict `style-src` allows where a style attribute is refused. */
export function applyVariables(element: HTMLElement, variables: Appearance['variables'] = {}): () => void {
  const entries = Object.entries(variables).map(([name, value]) => [customProperty(name), value] as const)
  for (const [name, value] of entries) element.style.setProperty(name, value)
  return () => {
    for (const [name] of entries) element.style.removeProperty(name)
  }
}

function customProperty(name: string): string {
  return `--pz-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
