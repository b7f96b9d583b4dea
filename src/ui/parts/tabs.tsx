import type { KeyboardEvent, ReactNode } from 'react'

export type TabItem<Id extends string> = {
  readonly id: Id
  readonly label: string
  readonly badge?: ReactNode
}

type TabsProps<Id extends string> = {
  readonly label: string
  readonly name: string
  readonly items: readonly TabItem<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** A row of tabs. Arrow keys, Home and End move and select. Panels are `TabPanel` with the same name. */
export function Tabs<Id extends string>({ label, name, items, selected, onSelect }: TabsProps<Id>) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = items.findIndex((item) => item.id === selected)
    const next = items[targetOf(event.key, at, items.length)]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    event.currentTarget.querySelector<HTMLElement>(`#${tabId(name, next.id)}`)?.focus()
  }
  return (
    <div
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={move}
      className="flex h-10 gap-0.5"
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          id={tabId(name, item.id)}
          aria-selected={item.id === selected}
          aria-controls={panelId(name)}
          tabIndex={item.id === selected ? 0 : -1}
          onClick={() => onSelect(item.id)}
          className="text-ink-2 hover:text-ink aria-selected:border-b-accent aria-selected:text-ink flex items-center gap-1.5 border-y-2 border-transparent px-2.5 whitespace-nowrap aria-selected:font-medium forced-colors:border-0 forced-colors:aria-selected:border-b-4"
        >
          {item.label}
          {item.badge}
        </button>
      ))}
    </div>
  )
}

function targetOf(key: string, at: number, length: number): number {
  if (key === 'ArrowRight') return (at + 1) % length
  if (key === 'ArrowLeft') return (at + length - 1) % length
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : -1
}

type TabPanelProps = {
  readonly name: string
  readonly selected: string
  readonly className?: string
  readonly children: ReactNode
}

/** What the selected tab of that name shows. */
export function TabPanel({ name, selected, className = '', children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={panelId(name)}
      aria-labelledby={tabId(name, selected)}
      className={className}
    >
      {children}
    </div>
  )
}

function tabId(name: string, id: string): string {
  return `tab-${name}-${id}`
}

function panelId(name: string): string {
  return `panel-${name}`
}
