/**
 * What made the program that runs: the build (rolldown.config.ts) puts a checksum of its source here, so that nothing
 * that another version has kept is believed.
 */
export const MADE_BY: string = 'source'
