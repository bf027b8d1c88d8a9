// One contender in a process of its own, so that none warms or spoils the other's code: prints the mean CPU of a pass.
//   node time-pass.ts NAME COMMUNES SECONDS
import { cpuMs } from '../measure/cpu-time.ts';
import { closuresStatus, closuresTrace } from './closures.ts';
import type { Contender } from './contender.ts';
import { dhis2RuleEngine, jsonLogicEngine, jsonRulesEngine } from './libraries.ts';
import {
  ourExplanations,
  ourExplanationsFromReadings,
  ourStatuses,
  ourStatusesFromReadings,
  ourTenths,
} from './ours.ts';

const contenders: readonly Contender[] = [
  closuresStatus,
  closuresTrace,
  jsonLogicEngine,
  jsonRulesEngine,
  dhis2RuleEngine,
  ourStatuses,
  ourStatusesFromReadings,
  ourExplanations,
  ourExplanationsFromReadings,
  ourTenths,
];

/** Until the compiler has settled. */
const WARM_MS = 700;

const [name, communesText = '3321', secondsText = '3'] = process.argv.slice(2);
const communes = Number(communesText);
const contender = contenders.find((one) => one.name === name);
if (!contender)
  throw new Error(`no contender ${name}; there are: ${contenders.map((one) => one.name).join(', ')}`);

const pass = await contender.make(communes);
const met = await pass();
await timeFor(WARM_MS);
console.log(JSON.stringify({ name, communes, met, ...(await timeFor(Number(secondsText) * 1000)) }));

/** Many passes as one: what is left to the collector belongs to the pass that left it, so no single one is picked. */
async function timeFor(budget: number): Promise<{ passes: number; meanMs: number }> {
  const begun = cpuMs();
  let passes = 0;
  do {
    await pass();
    passes++;
  } while (cpuMs() - begun < budget);
  return { passes, meanMs: (cpuMs() - begun) / passes };
}
