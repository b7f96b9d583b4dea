import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { reasonOf } from './reason.ts'
import { UsageError } from './usage-error.ts'

/** What a consent module is told of the target whose page it drives. */
export type ConsentTarget = { readonly name: string; readonly server: string }

/** Drives the page that shows the authorization server: signs in, allows, and returns. */
export type Consent = (page: Page, target: ConsentTarget) => Promise<void>

/** Loads a module whose default export drives consent pages. */
export async function loadConsent(path: string): Promise<Consent> {
  const exports = await importModule(path)
  const drive: unknown = exports['default']
  if (!isConsent(drive)) {
    throw new UsageError(`--consent ${path}: its default export is no function`)
  }
  return drive
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(path).href)
  } catch (error) {
    throw new UsageError(`--consent ${path}: ${reasonOf(error)}`)
  }
}

function isConsent(value: unknown): value is Consent {
  return typeof value === 'function'
}
