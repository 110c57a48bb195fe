#!/usr/bin/env node
import { runWithNode } from './with-node.mjs'

// A desk that runs all day beside other programs: memory that V8 would keep for speed's sake goes back early. Imports take as long.
const FRUGAL = ['--max-semi-space-size=8', '--heap-growing-percent=30']

runWithNode('cli/main.ts', process.argv.slice(2), FRUGAL)
