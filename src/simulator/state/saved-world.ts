/** The form in which the world is kept between runs. */
import { z } from 'zod';
import { withholdSignatures } from './withheld-links.ts';

const savedObject = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
  modifiedAt: z.number(),
});

const savedWorld = z.strictObject({
  version: z.literal(1),
  endpoint: z.url(),
  clockOffsetMs: z.number(),
  objects: z.array(savedObject),
  catalog: z.unknown(),
  agreements: z.unknown().optional(),
  messaging: z.unknown().optional(),
  selling: z.unknown().optional(),
});

export type SavedWorld = z.infer<typeof savedWorld>;

export function formatWorld(world: SavedWorld): string {
  return withholdSignatures(JSON.stringify(world));
}

export function parseWorld(text: string): SavedWorld {
  const parsed = savedWorld.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error).replace(/\s+/g, ' '));
}

/** Addresses that the simulator handed out name its port; after a restart on another one they must name that. */
export function moveWorld(world: SavedWorld, endpoint: string): SavedWorld {
  if (world.endpoint === endpoint) return world;
  return parseWorld(formatWorld(world).replaceAll(world.endpoint, endpoint));
}
