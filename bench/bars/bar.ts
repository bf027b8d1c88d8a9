// One bar of DESIGN section 10 as a program.
import type { BarResult } from '../result.ts';

export interface BarTools {
  /** Folder of the filled nation, made when a bar first asks for it. */
  nation(): Promise<string>;
  /** A folder of this run for files; removed afterwards. */
  readonly scratch: string;
  say(text: string): void;
}

export interface Bar {
  readonly number: number;
  readonly title: string;
  measure(tools: BarTools): Promise<BarResult>;
}
