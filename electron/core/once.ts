/** Asks once, when it is first needed. */
export function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}

/** Asks once for each key. */
export function oncePer<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, { readonly value: Value }>();
  return (key) => {
    let known = found.get(key);
    if (known === undefined) found.set(key, (known = { value: find(key) }));
    return known.value;
  };
}
