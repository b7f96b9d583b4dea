/** Reads a store in a component; give it the narrowest selector. */
export { useStore } from 'zustand'
