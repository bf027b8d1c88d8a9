// What we read of Stryker's JSON report (mutation-testing-elements schema 2; lines and columns count from 1).
import { readFile } from 'node:fs/promises';

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface MutantResult {
  readonly id: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  /** Killed, Timeout, Survived, NoCoverage, CompileError, RuntimeError, Ignored, Pending. */
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

export interface StrykerReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly MutantResult[] }>
  >;
}

export async function readReport(file: string): Promise<StrykerReport> {
  return JSON.parse(await readFile(file, 'utf8')) as StrykerReport; // Stryker's own schema
}
