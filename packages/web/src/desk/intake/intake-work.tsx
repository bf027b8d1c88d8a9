// A sheet being understood: what was read in one sentence, questions beside the sheet, corrections, and the one button.
import type { BoardReply } from '@vungbuoc/programme/board';
import { whatIsShown } from '@vungbuoc/programme/intake';
import { useState } from 'react';
import type { Proposed, Source } from '../../data/intake.ts';
import { Segment } from '../../parts/segment.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { DocumentFields } from './document-fields.tsx';
import { Faults } from './faults.tsx';
import { PreviewBoard } from './preview-board.tsx';
import { Questions } from './questions.tsx';
import { SheetTable } from './sheet-table.tsx';
import { Understood } from './understood.tsx';
import type { Intake } from './use-intake.ts';

type Props = { intake: Intake; proposed: Proposed; board: BoardReply };

export function IntakeWork(props: Props) {
  const { intake, proposed, board } = props;
  const { t } = useText();
  const { mapping } = proposed;
  if (mapping === null) return <NoTable {...props} />;
  return (
    <div className={intake.reading ? 'intake-work is-old' : 'intake-work'} aria-busy={intake.reading}>
      <Summary {...props} />
      <div className="intake-columns">
        <div className="intake-left">
          <Views proposed={proposed} mapping={mapping} board={board} />
        </div>
        <div className="intake-right">
          <Questions questions={proposed.questions} board={board} onAnswer={intake.answer} />
          <Faults faults={proposed.faults} />
          <DocumentFields title={mapping.title} onChange={intake.retitle} />
          <Understood mapping={mapping} preview={proposed.preview} board={board} onAnswer={intake.answer} />
        </div>
      </div>
      <SaveBar {...props} />
      <p className="unseen" role="status">
        {t('intake.questions', { n: proposed.questions.length })}
      </p>
    </div>
  );
}

function NoTable(props: Props) {
  const { t } = useText();
  return (
    <section className="notice">
      <h2>{t('intake.noTable')}</h2>
      <Faults faults={props.proposed.faults} />
      <button type="button" className="button button-filled" onClick={props.intake.restart}>
        {t('intake.other')}
      </button>
    </section>
  );
}

function sourceName(source: Source | null): string | null {
  return source?.kind === 'file' ? source.file.name : null;
}

function Summary(props: Props) {
  const { intake, proposed } = props;
  const { t } = useText();
  const { preview } = proposed;
  const file = sourceName(intake.source);
  return (
    <div className="intake-summary">
      <p className="secondary">
        {file === null ? (
          t('intake.pasted')
        ) : (
          <Say k="intake.from" values={{ file: <Data>{file}</Data>, sheet: <Data>{preview?.sheet}</Data> }} />
        )}{' '}
        <button type="button" className="button-link" onClick={intake.restart}>
          {t('intake.other')}
        </button>
      </p>
      {preview === null ? null : (
        <p className="board-sentence">
          <Say
            k="intake.summary"
            values={{
              taken: preview.taken,
              units: preview.units,
              unitsInRound: preview.unitsInRound,
              criteria: preview.criteria.length,
              criteriaInRound: preview.criteriaInRound,
            }}
          />
          {preview.waiting > 0 ? <Say k="intake.waiting" values={{ waiting: preview.waiting }} /> : null}
          {preview.totalsAgree > 0 ? (
            <Say k="intake.totalsAgree" values={{ n: preview.totalsAgree }} />
          ) : null}
          {preview.totalsDiffer.length > 0 ? (
            <Say k="intake.totalsDiffer" values={{ n: preview.totalsDiffer.length }} />
          ) : null}
        </p>
      )}
    </div>
  );
}

function Views(props: { proposed: Proposed; mapping: NonNullable<Proposed['mapping']>; board: BoardReply }) {
  const { proposed, mapping, board } = props;
  const { t } = useText();
  const [shown, setShown] = useState<'sheet' | 'board'>('sheet');
  const grid = proposed.grids.find((one) => one.sheet === mapping.sheet);
  return (
    <>
      <Segment
        label={t('intake.view')}
        value={shown}
        options={[
          { value: 'sheet', label: t('intake.viewSheet') },
          { value: 'board', label: t('intake.viewBoard') },
        ]}
        onChange={setShown}
      />
      {shown === 'board' ? <PreviewBoard results={proposed.results} board={board} /> : null}
      {shown === 'sheet' && grid ? (
        <SheetTable grid={grid} mapping={mapping} proposed={proposed} board={board} />
      ) : null}
    </>
  );
}

/** The one filled button; it says what it will do, or what is still missing. */
function SaveBar(props: Props) {
  const { intake, proposed, board } = props;
  const { t } = useText();
  const byFigures = whatIsShown(proposed.results, board.rows).filter(({ by }) => by === 'figures').length;
  const open = proposed.questions.length;
  const cells = proposed.results.length;
  const ready = open === 0 && cells > 0 && !intake.reading && !intake.saving;
  const words = intake.saving
    ? t('intake.saving')
    : open > 0
      ? t('intake.saveWaits', { n: open })
      : cells === 0
        ? t('intake.saveNothing')
        : t('intake.save', { n: cells });
  return (
    <div className="intake-bar">
      {intake.trial && open === 0 ? (
        <p className="secondary">
          {t('intake.dryRun', { changed: intake.trial.changed, unchanged: intake.trial.unchanged })}
          {byFigures > 0 ? ` ${t('intake.staysFigures', { n: byFigures })}` : ''}
        </p>
      ) : null}
      <button type="button" className="button button-filled" disabled={!ready} onClick={intake.save}>
        {words}
      </button>
    </div>
  );
}
