import type { ReactNode } from 'react'
import type { Controls, Theme } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { HalfIcon, MoonIcon, SunIcon } from '../parts/icons.tsx'
import { Tooltip } from '../parts/tooltip.tsx'

const THEMES: {
  readonly [theme in Theme]: { words: string; next: Theme; icon: ReactNode }
} = {
  system: { words: 'Colours: as the system', next: 'light', icon: <HalfIcon /> },
  light: { words: 'Colours: light', next: 'dark', icon: <SunIcon /> },
  dark: { words: 'Colours: dark', next: 'system', icon: <MoonIcon /> },
}

/** Goes round system, light, dark. */
export function ThemeButton({ controls }: { controls: Controls }) {
  const { words, next, icon } = THEMES[controls.useTheme()]
  return (
    <Tooltip text={words}>
      <Button kind="icon" aria-label={words} onClick={() => controls.setTheme(next)}>
        {icon}
      </Button>
    </Tooltip>
  )
}
