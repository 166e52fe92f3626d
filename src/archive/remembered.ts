/** Works out a value the first time it is asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Works out the value of each key the first time it is asked for, and keeps it for as long as it can be asked. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return key => {
    let known = made.get(key)
    if (known === undefined) {
      known = make(key)
      made.set(key, known)
    }
    return known
  }
}
