// Preloaded to learn what a process has used: writes peak memory in kB and processor time in ms to file descriptor 3.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, JSON.stringify({ memory: maxRSS, processor: (userCPUTime + systemCPUTime) / 1000 }))
})
