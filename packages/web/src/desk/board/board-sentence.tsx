// The sentence the chair would say aloud, before any table. Plain text that can be copied into a report.
import type { BoardReply } from '@vungbuoc/programme/board';
import type { ReactNode } from 'react';
import { countCells, floorSaid } from '../../data/board-view.ts';
import { wholePercent } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';

export function BoardSentence(props: { board: BoardReply }) {
  const { board } = props;
  return (
    <>
      <p className="board-sentence">
        <Standing board={board} />
        <Floor board={board} />
        <Waiting board={board} />
      </p>
      <Law board={board} />
    </>
  );
}

function Standing(props: { board: BoardReply }): ReactNode {
  const { sums, criteria } = props.board;
  const text = useText();
  if (sums.average === null) return <Say k="sentence.nothing" />;
  const figures = { units: sums.units, met: sums.met, of: sums.of, average: text.figure(sums.average) };
  const share = sums.shareOfPlan !== null && sums.planAverage !== null;
  return (
    <>
      {sums.withResult === sums.units ? (
        <Say k="sentence.met" values={figures} />
      ) : (
        <Say k="sentence.metPart" values={{ ...figures, withResult: sums.withResult }} />
      )}
      {share ? (
        <Say
          k={sums.planIllustrative ? 'sentence.shareSample' : 'sentence.share'}
          values={{
            share: wholePercent(sums.shareOfPlan ?? '0'),
            plan: text.figure(sums.planAverage ?? '0'),
          }}
        />
      ) : null}
      <Say k="sentence.end" />
      {sums.full > 0 ? (
        <Say k="sentence.full" values={{ full: sums.full, criteria: criteria.length }} />
      ) : null}
    </>
  );
}

function Floor(props: { board: BoardReply }): ReactNode {
  const { floor, underFloor, sums } = props.board;
  const said = floorSaid(props.board);
  if (floor === null || said === null) return null;
  const { withResult } = sums;
  return <Say k={said} values={{ floor: floor.value, under: underFloor.length, withResult }} />;
}

function Waiting(props: { board: BoardReply }): ReactNode {
  const { sums, rows, knownLater, asOf } = props.board;
  const { day } = useText();
  const { waiting } = countCells(rows);
  return (
    <>
      {waiting > 0 ? <Say k="sentence.waiting" values={{ waiting }} /> : null}
      {knownLater > 0 ? <Say k="sentence.later" values={{ later: knownLater, date: day(asOf) }} /> : null}
      {sums.declared > 0 ? <Say k="sentence.declared" values={{ declared: sums.declared }} /> : null}
    </>
  );
}

/** What stands behind the verdicts and is not the nation's own text of that year: said small, but always said. */
function Law(props: { board: BoardReply }): ReactNode {
  const { set, floor } = props.board;
  return (
    <p className="board-law secondary small">
      {set?.overlays[0] ? (
        <Overlay set={set} overlay={set.overlays[0]} year={props.board.round.year} />
      ) : null}
      {floor === null ? null : (
        <Say k="sentence.floorYear" values={{ floor: floor.value, year: String(floor.year) }} />
      )}
    </p>
  );
}

type SetShown = NonNullable<BoardReply['set']>;

function Overlay(props: { set: SetShown; overlay: SetShown['overlays'][number]; year: number }): ReactNode {
  const { set, overlay, year } = props;
  const { of } = useText();
  const named = <Data>{of(overlay.title)}</Data>;
  const decree = <Data>{set.decree}</Data>;
  return (
    <>
      {set.extendedTo === null ? null : (
        <Say
          k="sentence.extended"
          values={{ year: String(year), decree, overlay: named, extended: String(set.extendedTo) }}
        />
      )}
      <Say
        k={overlay.illustrative ? 'sentence.overlaySample' : 'sentence.overlay'}
        values={{ overlay: named }}
      />
    </>
  );
}
