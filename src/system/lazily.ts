/** Functions that all give promises: what can be loaded when the first of them is called. */
type Promising = { readonly [name: string]: (...words: never[]) => Promise<unknown> }

/** Stands in for a part of the world until one of its functions is called; then loads it and calls through. */
export function lazily<Part extends object>(load: () => Promise<Part>): Part {
  let loaded: Promise<Part> | undefined
  return new Proxy({} as Part, {
    get:
      (_, name) =>
      async (...words: readonly unknown[]) => {
        loaded ??= load()
        const part = (await loaded) as unknown as Promising
        const call = part[String(name)]
        if (call === undefined) throw new Error(`No such function: ${String(name)}`)
        return (call as (...given: readonly unknown[]) => Promise<unknown>)(...words)
      },
  })
}
