// Where a mark came from that no figure stands behind: the office's own sheet and document.
import type { CriterionExplained } from '@vungbuoc/programme/verdicts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';

type Declared = NonNullable<CriterionExplained['declared']>;

export function DeclaredSource(props: { declared: Declared }) {
  const { document, sheet, cell, raw } = props.declared;
  const { t } = useText();
  return (
    <div className="panel-declared">
      <p>{t('panel.declared')}</p>
      {document === null ? null : (
        <p>
          <Say k="panel.declaredDocument" values={{ document: <Data>{document}</Data> }} />
        </p>
      )}
      <p className="small secondary">
        <Say
          k="panel.declaredFrom"
          values={{ sheet: <Data>{sheet}</Data>, cell: <Data>{cell}</Data>, raw: <Data>{raw}</Data> }}
        />
      </p>
    </div>
  );
}
