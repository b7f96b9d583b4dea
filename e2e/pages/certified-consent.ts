import type { Page } from '@playwright/test'

/**
 * Signs in and consents on oidc-provider's own pages. Whoever has signed in before is asked for consent alone.
 */
export async function consentAtCertified(page: Page): Promise<void> {
  const login = page.getByPlaceholder('Enter any login')
  // This page's own "Continue anyway" is another button, and may be there until the browser has left.
  const proceed = page.getByRole('button', { name: 'Continue', exact: true })
  await login.or(proceed).waitFor()
  if (await login.isVisible()) {
    await login.fill('ada')
    await page.getByPlaceholder('and password').fill('any')
    await page.getByRole('button', { name: 'Sign-in' }).click()
  }
  await proceed.click()
}
