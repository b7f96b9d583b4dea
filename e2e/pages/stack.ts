import type { Page } from '@playwright/test'
import { expect } from '../journey.ts'

/** A text that the page gives for a product: the rule that it mends, and where it goes. */
export type StackText = { readonly rule: string; readonly where: string; readonly text: string }

/** Chooses a product in the findings on screen, and gives all texts that they then show for it. */
export async function textsFor(page: Page, product: string): Promise<readonly StackText[]> {
  const cards = page.getByRole('region', { name: /^For your stack: / })
  const first = cards.filter({ has: page.getByRole('option', { name: product }) }).first()
  await first.getByRole('combobox').selectOption({ label: product })
  await expect(first.getByRole('button', { name: 'Copy' }).first()).toBeVisible()
  return await cards.evaluateAll((sections, name) => {
    return sections.flatMap((section) => {
      const rule = section.getAttribute('aria-label')?.replace('For your stack: ', '') ?? ''
      return [...section.querySelectorAll('pre')].map((block) => ({
        rule,
        where: (block.getAttribute('aria-label') ?? '').slice(name.length + 2),
        text: block.textContent ?? '',
      }))
    })
  }, product)
}
