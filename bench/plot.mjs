export function plot() { return ""; }
