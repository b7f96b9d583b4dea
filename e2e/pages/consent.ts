import type { Locator, Page } from '@playwright/test'

/** The consent page of a practice issuer, on its own port or inside our page. */
export function consentOn(page: Page) {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  return {
    allow: (): Promise<void> => button('Allow').click(),
    deny: (): Promise<void> => button('Deny').click(),
    button,
  }
}
