// The evidence of one indicator: photos and files beside it, cited documents, and adding another for whoever enters.
import { useQuery } from '@tanstack/react-query';
import type { AssessedIndicator, AssessmentPage } from '@vungbuoc/programme/assessments';
import type { EvidenceShown } from '@vungbuoc/programme/evidence';
import { fetchEvidence, fileAddress, pictureAddress } from '../../data/evidence.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { useHolds } from '../frame/use-me.ts';
import { Unanswered } from '../frame/waiting.tsx';
import { AddEvidence } from './add-evidence.tsx';
import './evidence.css';

export function EvidencePart({ page, indicator }: { page: AssessmentPage; indicator: AssessedIndicator }) {
  const { t } = useText();
  const place = { unit: page.unit.named, round: page.round };
  const adds = useHolds('communeOfficial', 'supplier', 'coordination');
  const asked = useQuery({
    queryKey: ['evidence', place.unit, place.round],
    queryFn: ({ signal }) => fetchEvidence(place, signal),
  });
  const codes = [indicator.explained.code, ...indicator.explained.figures.map(({ code }) => code)];
  const own = asked.data?.evidence.filter(
    ({ links, removed }) =>
      removed === null && links.some(({ round, code }) => round === page.round && codes.includes(code)),
  );
  return (
    <section className="evidence" aria-label={t('evidence.title')}>
      <p>
        <strong>{t('evidence.title')}</strong>
      </p>
      {own?.length === 0 ? <p className="secondary">{t('evidence.none')}</p> : null}
      <ul>
        {own?.map((piece) => (
          <Piece key={piece.evidence} unit={place.unit} piece={piece} />
        ))}
      </ul>
      {adds ? <AddEvidence place={place} code={indicator.explained.code} /> : null}
      <Unanswered asked={asked} rows={1} />
    </section>
  );
}

function Piece({ unit, piece }: { unit: string; piece: EvidenceShown }) {
  const { t, day } = useText();
  const name = piece.name ?? [piece.documentNumber, piece.issuer].filter((one) => one !== null).join(', ');
  return (
    <li className="evidence-piece">
      {piece.hasPreview ? (
        <a href={pictureAddress(unit, piece.evidence, 'large')} target="_blank" rel="noreferrer">
          <img
            src={pictureAddress(unit, piece.evidence, 'small')}
            alt={t('evidence.picture', { name })}
            loading="lazy"
          />
        </a>
      ) : null}
      <span>
        {piece.kind === 'file' && piece.scan !== 'waiting' ? (
          <a href={fileAddress(unit, piece.evidence)} download>
            <Data>{name}</Data>
          </a>
        ) : (
          <Data>{name}</Data>
        )}
        <span className="small secondary">
          {piece.bytes === null ? null : <Data>{sizeOf(piece.bytes)}</Data>}
          {piece.takenOn === null ? null : ` ${t('evidence.taken', { date: day(piece.takenOn) })}`}
          {piece.scan === 'waiting' ? ` ${t('evidence.waiting')}` : null}
        </span>
        {piece.expiresOn !== null && (piece.expiry === 'soon' || piece.expiry === 'past') ? (
          <span className="doubt small">
            {t(`evidence.expiry.${piece.expiry}`, { date: day(piece.expiresOn) })}
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** 412 kB, 3 MB. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${Math.round(bytes / 1_000_000)} MB`;
}
