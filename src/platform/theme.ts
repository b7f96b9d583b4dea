const KEY = 'flow:theme'

/** The person's choice; `system` follows the operating system. */
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

/** Puts the theme on the page, and keeps following the system where that is the choice. */
export function showTheme(theme: ThemeChoice): void {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

/** Calls back when the system turns light or dark. */
export function watchSystemTheme(changed: () => void): void {
  systemIsDark().addEventListener('change', changed)
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}
