import { expect, test } from 'vitest'
import { reasonOf } from './reason.ts'

test('a reason is one line, without what addresses carry behind their path', () => {
  const error = new Error(
    'Timeout while at http://localhost:1/callback.html?code=hush&state=s "x"\nCall log: ?code=hush',
  )
  expect(reasonOf(error)).toBe('Timeout while at http://localhost:1/callback.html "x"')
})

test('what is thrown without being an error has a reason too', () => {
  expect(reasonOf('just words')).toBe('just words')
  expect(reasonOf(new Error(''))).toBe('no reason was given')
})
