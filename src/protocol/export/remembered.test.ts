import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('works each text out once', () => {
  const asked: string[] = []
  const shout = remembered((text) => {
    asked.push(text)
    return text.toUpperCase()
  })
  expect(['a', '', 'a', 'b', ''].map(shout)).toEqual(['A', '', 'A', 'B', ''])
  expect(asked).toEqual(['a', '', 'b'])
})
