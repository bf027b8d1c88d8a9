// What survived a campaign, to be tried again when tests were added: its places, and the old report with the new answers.
import type { MutantResult, StrykerReport } from './stryker-report.ts';

/** As Stryker takes them: `packages/criteria/src/json.ts:3:5-3:20`, each once. */
export function placesOfSurvivors({ files }: StrykerReport): string[] {
  const places = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.filter(isSurvivor).map(({ location: { start, end } }) => {
      // Stryker's columns count from 1 in its report, from 0 where it is told a place.
      return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
    }),
  );
  return [...new Set(places)];
}

/** The report of before, in which every survivor that was tried again has its new answer. Throws where one was not. */
export function withNews(before: StrykerReport, news: StrykerReport): StrykerReport {
  const files = Object.entries(before.files).map(([name, { source, mutants }]) => {
    const answers = new Map((news.files[name]?.mutants ?? []).map((mutant) => [sameness(mutant), mutant]));
    const now = mutants.map((mutant) => {
      if (!isSurvivor(mutant)) return mutant;
      const answer = answers.get(sameness(mutant));
      if (answer === undefined) throw new Error(`not tried again: ${name}:${mutant.location.start.line}`);
      return { ...mutant, status: answer.status };
    });
    return [name, { source, mutants: now }] as const;
  });
  return { files: Object.fromEntries(files) };
}

function isSurvivor({ status }: MutantResult): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

/** The same change of the same place; Stryker's own numbers are others in every run. */
function sameness({ mutatorName, replacement, location }: MutantResult): string {
  return JSON.stringify([mutatorName, replacement, location]);
}
