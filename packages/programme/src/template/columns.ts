// The columns of the sheet of figures: for each part of each indicator the cells that its kind needs.
import type { CriteriaSet, FigureDef, Indicator } from '@vungbuoc/criteria';

/** Which cell of a reading a column holds. */
export type ColumnField = 'value' | 'numerator' | 'denominator';

/** One column. `code` stands in the hidden line, such as `17.1/clean|numerator`. */
export interface TemplateColumn {
  readonly code: string;
  readonly indicator: Indicator;
  readonly name: string;
  readonly figure: FigureDef;
  readonly field: ColumnField;
  readonly criterion: string;
}

/** All columns of a set, in its order; conditions of the level come last. A figure that two parts share stands once. */
export function templateColumns(set: CriteriaSet): TemplateColumn[] {
  const seen = new Set<string>();
  const rows = [
    ...set.criteria.flatMap(({ code, indicators }) =>
      indicators.map((indicator) => ({ criterion: code, indicator })),
    ),
    ...set.conditions.map((indicator) => ({ criterion: '', indicator })),
  ];
  return rows.flatMap(({ criterion, indicator }) =>
    Object.entries(indicator.figures).flatMap(([part, use]) => {
      const figure = set.figures[use.code];
      if (figure === undefined || seen.has(figure.code)) return [];
      seen.add(figure.code);
      const name = part === '' ? indicator.code : `${indicator.code}/${part}`;
      return fieldsOf(figure).map((field) => ({
        code: `${name}|${field}`,
        indicator,
        name,
        figure,
        field,
        criterion,
      }));
    }),
  );
}

/** A share is typed as its two counts, all else as one value. */
function fieldsOf(figure: FigureDef): readonly ColumnField[] {
  return figure.kind === 'share' || figure.kind === 'ratio' ? ['numerator', 'denominator'] : ['value'];
}
