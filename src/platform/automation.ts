import type { RunSecrets } from '../protocol/index.ts'

/** What a program that drives this page may put on `window`. Without it the page behaves the same. */
type Automation = {
  /** Secrets for the form, as JSON: they never travel in the page's address. */
  readonly mcpFlowSecrets?: () => Promise<string>
  /** Told each time the walk has halted: the redacted run document as JSON. */
  readonly mcpFlowHalted?: (document: string) => Promise<void>
  /** There when somebody looks at the page all the same. */
  readonly mcpFlowSeen?: unknown
}

/** The secrets that the driving program hands in, or null when nothing drives this page. */
export async function readDrivenSecrets(): Promise<RunSecrets | null> {
  const give = automation().mcpFlowSecrets
  if (!give) return null
  const value: unknown = JSON.parse(await give())
  return isSecrets(value) ? value : null
}

/** True when a program waits for the end of walks. */
export function isDriven(): boolean {
  return automation().mcpFlowHalted !== undefined
}

/** False when a program alone waits for the end, so that nothing need be drawn meanwhile. */
export function isSeen(): boolean {
  return !isDriven() || automation().mcpFlowSeen !== undefined
}

/** Tells the driving program, if there is one, that the walk has halted. */
export function tellHalted(document: string): void {
  void automation().mcpFlowHalted?.(document)
}

function automation(): Automation {
  return isAutomation(window) ? window : {}
}

function isAutomation(value: object): value is Automation {
  return 'mcpFlowSecrets' in value || 'mcpFlowHalted' in value
}

function isSecrets(value: unknown): value is RunSecrets {
  return typeof value === 'object' && value !== null
}
