// Reference data as one snapshot: places, programmes, rounds, figures, sets. Small, read whole, kept until it changes.
import type { FigureDictionary } from '@vungbuoc/criteria';
import { makePlaces, type Places } from '@vungbuoc/programme/units';
import { type KnownFigure, knownFigures, makeDictionary } from '../law/figures.ts';
import { type LawShelf, makeShelf } from '../law/shelf.ts';
import type { Database } from '../storage/connect.ts';
import { readUnits } from '../storage/context.ts';
import { type DutyRow, listDuties, listOffices, type OfficeRow } from '../storage/duties.ts';
import { listFigures } from '../storage/figures.ts';
import { listUnitLinks, listUnitVersions } from '../storage/places.ts';
import {
  listMemberships,
  listProgrammes,
  listRounds,
  type MembershipRow,
  type ProgrammeRow,
  type RoundRow,
} from '../storage/rounds.ts';
import { listOverlayPlaces, listSets, type OverlayPlace } from '../storage/sets.ts';
import { sumOfSeq, versionOfHosted } from '../storage/versions.ts';

export interface Reference {
  /** Changes whenever anything here does. */
  readonly version: string;
  readonly places: Places;
  readonly programmes: readonly ProgrammeRow[];
  readonly memberships: readonly MembershipRow[];
  readonly rounds: readonly RoundRow[];
  readonly figures: ReadonlyMap<string, KnownFigure>;
  readonly figureCodes: ReadonlyMap<number, string>;
  readonly dictionary: FigureDictionary;
  readonly overlayPlaces: readonly OverlayPlace[];
  readonly shelf: LawShelf;
  readonly offices: readonly OfficeRow[];
  readonly duties: readonly DutyRow[];
}

/** The nation: the first unit of every installation, on whose chain changes of reference data are written. */
export const ROOT_UNIT = 1;

export interface ReferenceKeeper {
  /** The snapshot as of now: one small query, a reload only after a change. */
  current(): Promise<Reference>;
  /** Forgets the snapshot; the next `current` reads it anew. */
  forget(): void;
}

export function keepReference(database: Database): ReferenceKeeper {
  let kept: Promise<Reference> | null = null;
  let keptVersion = '';
  const versionNow = (): Promise<string> =>
    readUnits(database, [ROOT_UNIT], async (transaction) => {
      const hosted = await versionOfHosted(transaction);
      return `${await sumOfSeq(transaction, [ROOT_UNIT])}.${hosted}`;
    });
  return {
    async current() {
      const version = await versionNow();
      if (kept === null || keptVersion !== version) {
        keptVersion = version;
        kept = loadReference(database, version);
        kept.catch(() => {
          kept = null;
        });
      }
      return kept;
    },
    forget() {
      kept = null;
    },
  };
}

/** The same for many who look at one moment, such as boards told of one save: they share the look that is under way. */
export function shareLooks(keeper: ReferenceKeeper): ReferenceKeeper {
  let looking: Promise<Reference> | null = null;
  return {
    current() {
      looking ??= keeper.current().finally(() => {
        looking = null;
      });
      return looking;
    },
    forget: () => keeper.forget(),
  };
}

async function loadReference(database: Database, version: string): Promise<Reference> {
  const { kysely } = database;
  const [versions, links, programmes, memberships, rounds, figures, sets, overlayPlaces, offices, duties] =
    await Promise.all([
      listUnitVersions(kysely),
      listUnitLinks(kysely),
      listProgrammes(kysely),
      listMemberships(kysely),
      listRounds(kysely),
      listFigures(kysely),
      listSets(kysely),
      listOverlayPlaces(kysely),
      listOffices(kysely),
      listDuties(kysely),
    ]);
  const dictionary = makeDictionary(figures);
  return {
    version,
    places: makePlaces(versions, links),
    programmes,
    memberships,
    rounds,
    figures: knownFigures(figures, dictionary),
    figureCodes: new Map(figures.map((figure) => [figure.id, figure.code])),
    dictionary,
    overlayPlaces,
    shelf: makeShelf(sets, dictionary),
    offices,
    duties,
  };
}
