const KEY = 'flow:theme'

/** The person's choice; `system` follows the operating system, which the stylesheet does by itself. */
export type ThemeChoice = 'system' | 'light' | 'dark'

export function readTheme(): ThemeChoice {
  const value = localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Remembers the choice and shows it at once. */
export function keepTheme(theme: ThemeChoice): void {
  localStorage.setItem(KEY, theme)
  showTheme(theme)
}

/** Puts the choice on the page. */
export function showTheme(theme: ThemeChoice): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}
