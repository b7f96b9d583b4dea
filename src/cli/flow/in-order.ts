/** Hands values on in the order of their keys, each as soon as all before it are there. */
export function inOrder<Key, Value>(keys: readonly Key[], handOn: (value: Value) => void) {
  const waiting = new Map<Key, { readonly value: Value }>()
  const left = [...keys]
  const hand = (key: Key): boolean => {
    const held = waiting.get(key)
    if (held) handOn(held.value)
    return waiting.delete(key)
  }
  return {
    put(key: Key, value: Value): void {
      waiting.set(key, { value })
      while (left[0] !== undefined && hand(left[0])) left.shift()
    },
    /** Hands on what is there, past what never came. */
    flush(): void {
      for (const key of left.splice(0)) hand(key)
    },
  }
}
