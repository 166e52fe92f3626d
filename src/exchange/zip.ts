import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The parts of an Office file by their paths: XML as text. */
export type Parts = ReadonlyMap<string, string>

/** Opens an Office file whose every part is XML. */
export const partsOf = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const))

/** Packs parts as an Office file: in the order of their paths, all of the same time, so that the same parts give the same bytes. */
export const packed = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...parts]
        .sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
        .map(([path, text]) => [path, strToU8(text)] as const),
    ),
    { level: 6, mtime: LONG_AGO },
  )

/** What a reader looks for first stands first. */
const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2)

/** Noon, so that the zone of the machine does not move it before 1980, which is where the time of a zip begins. */
const LONG_AGO = new Date(1980, 0, 2, 12)
