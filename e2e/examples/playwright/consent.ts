import type { Page } from '@playwright/test'

/** Signs in and allows, as a person does. */
export async function consent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).click()
}
