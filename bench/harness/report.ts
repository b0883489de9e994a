import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import type { Machine } from './machine.ts';
import type { Figure, Outcome } from './measurement.ts';

export interface Report {
  readonly date: string;
  readonly machine: Machine;
  /** As asked for with `--runs`; null where each measurement chose its own. */
  readonly runs: number | null;
  readonly scale: number;
  readonly measurements: Readonly<Record<string, Outcome>>;
}

export function outcomesToTable(measurements: Report['measurements']): string {
  const rows = Object.entries(measurements).flatMap(([name, { figures }]) =>
    figures.map((figure, index) => [index === 0 ? name : '', figure.what, ...goalCells(figure)]),
  );
  const table = [['', 'what', 'median', 'goal', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '))
    .join('\n');
}

/** Writes bench/results/<date>-<name>.json and says where. */
export function writeReport(report: Report, name: string): string {
  const folder = join(projectRoot, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${report.date.slice(0, 10)}-${name}.json`);
  writeFileSync(file, `${JSON.stringify(report, roundNumber, 2)}\n`.replace(listOfNumbers, onOneLine));
  return file;
}

function goalCells({ value, unit, atMost, atLeast }: Figure): string[] {
  const median = inUnit(value, unit);
  if (atMost !== undefined)
    return [median, `at most ${inUnit(atMost, unit)}`, value <= atMost ? 'met' : 'MISSED'];
  if (atLeast !== undefined)
    return [median, `at least ${inUnit(atLeast, unit)}`, value >= atLeast ? 'met' : 'MISSED'];
  return [median, '', ''];
}

function inUnit(value: number, unit: Figure['unit']): string {
  const digits = unit === 'bytes' || unit === 'a second' ? 0 : unit === 'ms' ? 1 : 2;
  const number = value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });
  return `${number} ${unit}`;
}

function pad(cell: string, width: number, column: number): string {
  return column === 2 || column === 3 ? cell.padStart(width) : cell.padEnd(width);
}

const listOfNumbers = /\[[\s\d.,e+-]*\]/g;

function onOneLine(list: string): string {
  return list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']');
}

function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value;
}
