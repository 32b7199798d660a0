/**
 * A function that works out its answer for an object once, and keeps it as long as the object is kept. The object must not change.
 * @example const gruppen = einmalJe((katalog: Katalog) => Map.groupBy(katalog.angebote.values(), ({ anbieter }) => anbieter))
 */
export function einmalJe<T extends object, W extends object>(
  rechne: (objekt: T) => W,
): (objekt: T) => W {
  const bekannt = new WeakMap<T, W>();
  return (objekt) => {
    let wert = bekannt.get(objekt);
    if (!wert) bekannt.set(objekt, (wert = rechne(objekt)));
    return wert;
  };
}
