import { describe, expect, test } from 'vitest'
import { inOrder } from './in-order.ts'
import { workThrough } from './pool.ts'

const OPEN = new AbortController().signal

describe('workThrough', () => {
  test('does each job once, and no more than wished at a time', async () => {
    const done: number[] = []
    let busy = 0
    let most = 0
    await workThrough([1, 2, 3, 4, 5], { workers: 2, signal: OPEN }, async (job) => {
      busy += 1
      most = Math.max(most, busy)
      await new Promise(setImmediate)
      busy -= 1
      done.push(job)
    })
    expect([new Set(done), most]).toEqual([new Set([1, 2, 3, 4, 5]), 2])
    expect(done).toHaveLength(5)
  })

  test('begins nothing new after the signal', async () => {
    const stopping = new AbortController()
    const begun: number[] = []
    await workThrough([1, 2, 3], { workers: 1, signal: stopping.signal }, (job) => {
      begun.push(job)
      if (job === 2) stopping.abort()
      return Promise.resolve()
    })
    expect(begun).toEqual([1, 2])
  })

  test('throws what a job threw, once those beside it have ended', async () => {
    const done: number[] = []
    const working = workThrough([1, 2], { workers: 2, signal: OPEN }, async (job) => {
      if (job === 1) throw new Error('full')
      await new Promise(setImmediate)
      done.push(job)
    })
    await expect(working).rejects.toThrow('full')
    expect(done).toEqual([2])
  })
})

describe('inOrder', () => {
  test('hands on as soon as all before is there', () => {
    const seen: string[] = []
    const order = inOrder([1, 2, 3], (value: string) => seen.push(value))
    order.put(2, 'b')
    expect(seen).toEqual([])
    order.put(1, 'a')
    expect(seen).toEqual(['a', 'b'])
    order.put(3, 'c')
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  test('hands on in the end what waits for something that never came', () => {
    const seen: string[] = []
    const order = inOrder([1, 2, 3], (value: string) => seen.push(value))
    order.put(3, 'c')
    order.put(2, 'b')
    order.flush()
    expect(seen).toEqual(['b', 'c'])
  })
})
