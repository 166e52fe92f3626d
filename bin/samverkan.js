#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const programFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')
const { main } = await import('../dist/main.js').catch(cause => {
  if (cause?.code !== 'ERR_MODULE_NOT_FOUND') throw cause
  process.stderr.write(
    'Programmet är inte byggt. Kör `npm ci && npm run build` i dess katalog.\nThe program is not built. Run `npm ci && npm run build` in its folder.\n',
  )
  process.exit(2)
})
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', fault => {
    if (fault.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    process.exit(2)
  })
}
process.exitCode = await main(process.argv.slice(2), {
  directory: process.cwd(),
  environment: process.env,
  programFolder,
  version: JSON.parse(readFileSync(`${programFolder}/package.json`, 'utf8')).version,
  columns: process.stdout.columns,
  isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  writeOut: text => process.stdout.write(text),
  writeError: text => process.stderr.write(text),
})
