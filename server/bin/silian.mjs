#!/usr/bin/env node
import '../../bin/silian.mjs'
