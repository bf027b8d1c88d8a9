// The signed columns of a round, with who signed each and from which round it was carried: `GET /api/columns`.
import type { Principal } from '@vungbuoc/programme/principals';
import { type ColumnsQuery, type ColumnsReply, readColumns } from '@vungbuoc/programme/rounds';
import { requireRight } from '../reference/rights.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { type ColumnRow, listColumns } from '../storage/verdicts.ts';
import { findScope, type Scope } from './scope.ts';

export async function loadColumns(
  workshop: Workshop,
  principal: Principal,
  query: ColumnsQuery,
): Promise<ColumnsReply> {
  const scope = await findScope(workshop, principal, query);
  const { reference, round, setId, under, unitsThen } = scope;
  requireRight(workshop, reference, principal, {
    ...readColumns.may,
    unit: under,
    named: query.under,
    round,
  });
  const set = setId === null ? null : reference.shelf.find(setId, null);
  const dimension = set?.dimension ?? null;
  const ids = unitsThen.map((unit) => unit.unitId);
  const rows = await readUnits(workshop.database, ids, (transaction) =>
    listColumns(transaction, ids, round.id),
  );
  const signed = new Map(
    rows.filter((row) => row.dimension === dimension?.code).map((row) => [row.unitId, row]),
  );
  return {
    round: round.code,
    dimension: dimension && {
      code: dimension.code,
      name: { vi: dimension.nameVi, en: dimension.nameEn },
    },
    columns: (dimension?.values ?? []).map(({ code, nameVi, nameEn }) => ({
      code,
      name: { vi: nameVi, en: nameEn },
    })),
    units: unitsThen.map((unit) => ({
      unit: `${unit.code}@${round.geographyOn}`,
      name: unit.name,
      signed: shown(scope, signed.get(unit.unitId)),
    })),
  };
}

function shown(scope: Scope, row: ColumnRow | undefined): ColumnsReply['units'][number]['signed'] {
  if (row === undefined) return null;
  const { columnCode, document, signedBy, signedOn, carriedFrom } = row;
  const from = scope.reference.rounds.find((round) => round.id === carriedFrom);
  return { column: columnCode, document, signedBy, signedOn, carriedFrom: from?.code ?? null };
}
