#!/usr/bin/env node
import { runWithNode } from './with-node.mjs'

runWithNode('cli/main.ts', process.argv.slice(2))
