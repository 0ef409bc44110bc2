/** Structured clone over strings, for two worlds that can exchange nothing else. Refuses what structured clone refuses. */

/** Self-contained on purpose: its source is also evaluated inside the page. */
export function createCodec() {
  const kinds: Record<
    string,
    { is(value: unknown): boolean; pack(value: never): unknown; unpack(packed: never): unknown }
  > = {
    undefined: { is: (value) => value === undefined, pack: () => 0, unpack: () => undefined },
    number: {
      is: (value) => typeof value === 'number' && !Number.isFinite(value),
      pack: (value: number) => String(value),
      unpack: (packed: string) => Number(packed),
    },
    bigint: {
      is: (value) => typeof value === 'bigint',
      pack: (value: bigint) => value.toString(),
      unpack: (packed: string) => BigInt(packed),
    },
    date: {
      is: (value) => value instanceof Date,
      pack: (value: Date) => value.getTime(),
      unpack: (packed: number) => new Date(packed),
    },
    map: {
      is: (value) => value instanceof Map,
      pack: (value: Map<unknown, unknown>) => pack([...value]),
      unpack: (packed) => new Map(unpack(packed) as [unknown, unknown][]),
    },
    set: {
      is: (value) => value instanceof Set,
      pack: (value: Set<unknown>) => pack([...value]),
      unpack: (packed) => new Set(unpack(packed) as unknown[]),
    },
    bytes: {
      is: (value) => value instanceof Uint8Array,
      pack: (value: Uint8Array) => [...value],
      unpack: (packed: number[]) => new Uint8Array(packed),
    },
    error: {
      is: (value) => value instanceof Error,
      pack: (value: Error) => value.message,
      unpack: (packed: string) => new Error(packed),
    },
  };

  function pack(value: unknown): unknown {
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new Error(`An object could not be cloned: ${String(value).slice(0, 40)}`);
    }
    for (const [kind, { is, pack: packKind }] of Object.entries(kinds)) {
      if (is(value)) return { $: kind, v: packKind(value as never) };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (value === null || typeof value !== 'object') return value;
    return { $: 'object', v: Object.entries(value).map(([key, member]) => [key, pack(member)]) };
  }

  function unpack(packed: unknown): unknown {
    if (Array.isArray(packed)) return packed.map(unpack);
    if (packed === null || typeof packed !== 'object') return packed;
    const { $: kind, v } = packed as { $: string; v: unknown };
    if (kind === 'object')
      return Object.fromEntries((v as [string, unknown][]).map(([key, member]) => [key, unpack(member)]));
    return kinds[kind]?.unpack(v as never);
  }

  return {
    encode: (value: unknown): string => JSON.stringify(pack(value)),
    decode: (text: string): unknown => unpack(JSON.parse(text)),
  };
}
