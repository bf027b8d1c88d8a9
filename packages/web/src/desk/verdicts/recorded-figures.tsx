// What was recorded for an indicator and by whom; older entries stay readable under the newer.
import type { IndicatorExplained } from '@vungbuoc/programme/verdicts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';

type Figure = IndicatorExplained['figures'][number];
type Reading = NonNullable<Figure['current']>;

export function RecordedFigures(props: { indicator: IndicatorExplained }) {
  const { t } = useText();
  const recorded = props.indicator.figures.filter(
    (figure) => figure.current !== null || figure.history.length > 0,
  );
  if (recorded.length === 0) return null;
  return (
    <div className="recorded">
      <h4>{t('panel.figures')}</h4>
      {recorded.map((figure) => (
        <FigureHistory
          key={`${figure.code} ${figure.part}`}
          figure={figure}
          named={figure.name.vi !== props.indicator.name.vi}
          yesNo={/^=(true|false)$/.test(props.indicator.standard ?? '')}
        />
      ))}
    </div>
  );
}

/** `named`: the head of the panel does not say its name already. `yesNo`: the figure answers a question, 1 is yes. */
function FigureHistory(props: { figure: Figure; named: boolean; yesNo: boolean }) {
  const { figure, named, yesNo } = props;
  const { t, of } = useText();
  const older = figure.history.filter((reading) => reading.seq !== figure.current?.seq);
  return (
    <div className="recorded-figure">
      {named ? (
        <p className="small">
          <Data>{of(figure.name)}</Data>
        </p>
      ) : null}
      {figure.current ? <ReadingLine reading={figure.current} unit={figure.unit} yesNo={yesNo} /> : null}
      {older.length === 0 ? null : (
        <details>
          <summary className="small">{t('panel.history')}</summary>
          {older.map((reading) => (
            <ReadingLine key={reading.seq} reading={reading} unit={figure.unit} yesNo={yesNo} />
          ))}
        </details>
      )}
    </div>
  );
}

function ReadingLine(props: { reading: Reading; unit: string | null; yesNo: boolean }) {
  const { reading, unit, yesNo } = props;
  const { t, day } = useText();
  return (
    <div className="reading">
      <span>{day(reading.knownOn)}</span>
      <span>
        <strong>
          <Amount reading={reading} yesNo={yesNo} />
        </strong>
        {unit === null ? null : <Data> {unit}</Data>}
        {reading.official ? null : ` (${t('panel.estimate')})`}
        {reading.bare ? <span className="doubt"> {t('panel.bare')}</span> : null}
        <span className="reading-who secondary">
          <Who reading={reading} />
        </span>
      </span>
    </div>
  );
}

function Amount(props: { reading: Reading; yesNo: boolean }) {
  const { numerator, denominator, applicable } = props.reading;
  const { t, figure } = useText();
  if (!applicable) return t('panel.notApplicable');
  if (numerator === null) return '–';
  if (props.yesNo) return t(Number(numerator) === 0 ? 'panel.no' : 'panel.yes');
  if (denominator === null) return figure(numerator);
  return t('panel.outOf', { numerator: figure(numerator), denominator: figure(denominator) });
}

function Who(props: { reading: Reading }) {
  const { confirmed, source, note } = props.reading;
  const { t, day } = useText();
  return (
    <>
      {confirmed ? (
        <Say k="panel.confirmedBy" values={{ by: <Data>{confirmed.by}</Data>, on: day(confirmed.on) }} />
      ) : (
        t('panel.claimed')
      )}
      {[confirmed?.document, source, note].map((said) => (said ? <Data key={said}>, {said}</Data> : null))}
    </>
  );
}
