import { test } from 'vitest'
import { asProcess, expectAsSaid, PAGES } from './played-page.js'

test.each(PAGES)('%s, as a process of its own', async (_, file) => expectAsSaid(file, asProcess))
