#!/usr/bin/env node
import { main } from "./command/main.js";
import { createTerminal } from "./command/terminal.js";

process.exitCode = await main(process.argv.slice(2), createTerminal(process));
