#!/usr/bin/env node
import { runWithNode } from './with-node.mjs'

// A desk that runs all day beside other programs: memory that V8 would keep for speed's sake goes back early. Imports take as long.
const FRUGAL = ['--max-semi-space-size=8', '--heap-growing-percent=30']

// The same for what is outside of V8's heap: buffers of uploads and replies, and PostgreSQL's own memory. Read by glibc; others pass it by.
const FRUGAL_MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '65536',
  MALLOC_MMAP_THRESHOLD_: '32768',
}

runWithNode('cli/main.ts', process.argv.slice(2), FRUGAL, FRUGAL_MALLOC)
